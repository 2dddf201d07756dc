import type {
  Analysis,
  DetectedProfile,
  DimensionCoverage,
  Evidence,
  Example,
  Link,
  Part,
  Problem,
  Quote,
  Sentence,
} from './analysis.js';
import type { Dictionaries, Kind, Profile } from './dictionaries/schema.js';
import { type Document, type Notice, toText } from './document/document.js';
import { DuizhaoError } from './document/error.js';
import type { Span } from './document/span.js';
import { commitments } from './extract/commitments.js';
import { priorOf } from './extract/correspondence.js';
import { evidence, grade, isSpecific } from './extract/evidence.js';
import type { Names } from './extract/items.js';
import {
  causeLinks,
  type FoundLink,
  findLinks,
  type Linkable,
  type LinkWeights,
  measureLinks,
} from './extract/links.js';
import { type PartItem, partItems } from './extract/part-items.js';
import { type FoundProblem, findProblems } from './extract/problems.js';
import { rectifications } from './extract/rectification.js';
import type { FiguredSource } from './extract/source.js';
import { countCharacters, sharesByRole } from './extract/statistics.js';
import { dates } from './language/dates.js';
import type { Lexicon } from './language/lexicon.js';
import { numerals } from './language/numerals.js';
import type { Segmenter } from './language/segmenter.js';
import { sentences } from './language/sentences.js';
import { Words } from './language/words.js';
import { headingOf } from './outline/heading.js';
import { type Item, readOutline } from './outline/outline.js';
import type { ContentMapper, Ranked } from './profiles/content.js';
import { detect } from './profiles/detect.js';
import {
  dimensionsByHeading,
  dimensionsOf,
  fieldHeading,
  type HeadingDimensions,
  headingItems,
  isFieldHeading,
} from './profiles/dimensions.js';
import type { HeadingMatches, PreparedProfiles } from './profiles/headings.js';

/** What an analysis needs besides the document; prepared once, see `createAnalyzer`. */
export interface Engine {
  readonly dictionaries: Dictionaries;
  readonly lexicon: Lexicon;
  readonly profiles: PreparedProfiles;
  readonly mapper: ContentMapper;
  /** Words that link nothing; category `link-stop` of the lexicons. */
  readonly stopWords: ReadonlySet<string>;
  readonly segmenter: Segmenter;
}

export interface AnalyzeOptions {
  /** Profile id; detected when absent. */
  readonly profile?: string | undefined;
  /** Kind of document; detected when absent. */
  readonly kind?: Kind | undefined;
  /** `content` lays every problem beside the dimensions by its words, whatever its heading says. */
  readonly map?: 'auto' | 'content' | undefined;
}

/**
 * Reads a document the way a reviewer does: structure, profile, dimensions, problems with examples, causes and
 * measures, links between them, last year's account. Pure: the same document and engine give the same result.
 *
 * @throws DuizhaoError `unknown-profile` when `options.profile` names none
 */
export function analyze(document: Document, engine: Engine, options: AnalyzeOptions = {}): Analysis {
  const source = readSource(document, engine);
  const { text, hits, outline } = source;
  const items = headingItems(outline);
  const named = items.map((item) => engine.profiles.match(fieldHeading(text, hits, item)));
  const { profile, kind } = recognise(source, named, engine, options);

  const headings = dimensionsByHeading(text, hits, items, named, profile.profile);
  const namesOf = (item: Item): Names =>
    headings.has(item) ? 'dimension' : isFieldHeading(text, hits, item) ? 'field' : 'shortcoming';
  const found = findProblems(source, namesOf, { isSpecific: (span) => isSpecific(source, span) });
  const mapped = found.map((problem) =>
    mapProblem(problem, source, engine, profile.profile, headings, options.map),
  );
  const causes = partItems(source, 'causes');
  const measures = partItems(source, 'measures');
  const links = linkAll(source, engine, found, mapped, causes, measures);

  const words = quoting(document);
  const year = profile.profile.year;
  const problems = found.map((problem, i): Problem => {
    const id = `p${i + 1}`;
    return {
      id,
      ...(mapped[i] ?? UNMAPPED),
      title: words(problem.title),
      span: toText(document.reading, problem.span),
      examples: problem.examples.map((span) => readExample(source, words, span)),
      causes: problem.causes.map(words),
      measures: problem.measures.map((span) => ({
        ...words(span),
        commitments: readCommitments(source, words, span, year),
      })),
      links: { causes: linksFrom(id, links.causes), measures: linksFrom(id, links.measures) },
      reading: { title: problem.title, text: problem.stretches },
    };
  });
  const itemOf = (prefix: string) => (item: PartItem, i: number) => ({
    id: `${prefix}${i + 1}`,
    title: words(item.title),
    span: toText(document.reading, item.span),
    reading: { title: item.title, text: item.stretches },
  });
  const parts = outline.parts.map((part): Part => {
    const title = part.title && part.title.end > part.title.start ? part.title : null;
    return {
      role: part.role,
      title: title && words(title).text,
      heading:
        title && toText(document.reading, { start: Math.min(part.span.start, title.start), end: title.end }),
      span: toText(document.reading, part.span),
      by: part.by,
    };
  });
  const titlePart = outline.parts.find((part) => part.role === 'title');
  const allSentences = readSentences(source, words, found, causes, measures);
  return {
    document,
    profile,
    kind,
    title: titlePart?.loose[0] ? words(titlePart.loose[0]) : null,
    parts,
    rectification: rectifications(source, accountStretches(source)).map((account) => ({
      ...account,
      occasion: words(account.occasion).text,
      span: toText(document.reading, account.span),
    })),
    dimensions: coverage(document, profile.profile, headings, problems),
    problems,
    causes: causes.map(itemOf('c')),
    measures: measures.map((item, i) => ({
      ...itemOf('m')(item, i),
      commitments: item.stretches.flatMap((span) => readCommitments(source, words, span, year)),
    })),
    sentences: allSentences,
    statistics: {
      characters: countCharacters(text, { start: 0, end: text.length }),
      sentences: allSentences.length,
      shares: sharesByRole(text, outline.parts),
    },
    notices: [...document.notices, ...noticesOf(document, source)],
    reading: { text, hits, outline },
  };
}

function readSource(document: Document, { lexicon, segmenter }: Engine): FiguredSource {
  const { text } = document.reading;
  const hits = lexicon.scan(text);
  const days = dates(text);
  return {
    text,
    hits,
    outline: readOutline(document, hits),
    numerals: numerals(text, {
      masked: hits.in('expression-fixed'),
      units: hits.in('measure-word'),
      dates: days,
    }),
    dates: days,
    words: new Words(text, segmenter),
  };
}

interface Recognised {
  readonly profile: DetectedProfile;
  readonly kind: Kind;
}

/** Profile and kind: as the caller says, else as the document shows. */
function recognise(
  { text, hits, outline }: FiguredSource,
  headings: readonly HeadingMatches[],
  { profiles }: Engine,
  options: AnalyzeOptions,
): Recognised {
  const stretches = (role: 'title' | 'opening'): readonly Span[] =>
    outline.parts.filter((part) => part.role === role).map(({ span }) => span);
  const detected = detect(
    { text, hits, title: stretches('title')[0] ?? null, opening: stretches('opening'), headings },
    profiles.all,
  );
  const id = options.profile ?? detected.profile.id;
  const profile = profiles.byId.get(id);
  if (!profile) {
    const known = [...profiles.byId.keys()].join('、');
    throw new DuizhaoError('unknown-profile', `没有名为“${id}”的年度维度；可用的有：${known}。`);
  }
  const named = options.profile !== undefined;
  return {
    kind: options.kind ?? detected.kind,
    profile: {
      profile,
      detected: !named,
      confidence: named ? 1 : detected.confidence,
      reasons: named ? [] : detected.reasons,
      runnerUp: named ? null : detected.runnerUp,
    },
  };
}

type Mapping = Pick<Problem, 'dimension' | 'dimensionBy' | 'confidence' | 'alternatives'>;
const UNMAPPED: Mapping = { dimension: null, dimensionBy: 'content', confidence: 0, alternatives: [] };

/** The dimension of a problem: by the heading above it, or by its words where that does not decide. */
function mapProblem(
  problem: FoundProblem,
  source: FiguredSource,
  { mapper }: Engine,
  profile: Profile,
  headings: ReadonlyMap<Item, HeadingDimensions>,
  map: AnalyzeOptions['map'],
): Mapping {
  if (profile.dimensions.length === 0) return UNMAPPED;
  const heading = map === 'content' ? null : dimensionsOf(problem.item, headings);
  const [only, second] = heading?.dimensions ?? [];
  if (heading && only && !second)
    return { dimension: only, dimensionBy: 'heading', confidence: heading.confidence, alternatives: [] };
  const { words } = source;
  const ranked = mapper.rank(
    { title: words.in(problem.title), body: problem.stretches.flatMap((span) => words.in(span)) },
    profile,
  );
  // Two dimensions under one heading: the words decide between these two.
  if (heading) {
    const among = ranked.filter(({ dimension }) => heading.dimensions.includes(dimension));
    const dimension = among[0]?.dimension ?? only ?? null;
    return {
      dimension,
      dimensionBy: 'heading',
      confidence: heading.confidence / 2,
      alternatives: alternatives(among.slice(1)),
    };
  }
  const [best, ...others] = ranked;
  if (!best) return UNMAPPED;
  return best.confidence >= mapper.threshold
    ? {
        dimension: best.dimension,
        dimensionBy: 'content',
        confidence: best.confidence,
        alternatives: alternatives(others),
      }
    : { ...UNMAPPED, confidence: best.confidence, alternatives: alternatives(ranked) };
}

const alternatives = (ranked: readonly Ranked[]): Problem['alternatives'] =>
  ranked.slice(0, 3).map(({ dimension, confidence }) => ({ dimension, confidence }));

function linkAll(
  { hits, outline, words }: FiguredSource,
  { dictionaries, stopWords }: Engine,
  problems: readonly FoundProblem[],
  mapped: readonly Mapping[],
  causes: readonly PartItem[],
  measures: readonly PartItem[],
): { readonly causes: readonly FoundLink[]; readonly measures: readonly FoundLink[] } {
  const ordinals = mapped.map(({ dimension }) => dimension?.ordinal ?? null);
  const covered = new Set(ordinals.filter((ordinal) => ordinal !== null)).size;
  const from = problems.map(
    (problem, i): Linkable => ({ id: `p${i + 1}`, title: problem.title, stretches: problem.stretches }),
  );
  const link = (prefix: string, items: readonly PartItem[], weights: LinkWeights): readonly FoundLink[] =>
    findLinks(
      {
        hits,
        words,
        stopWords,
        weights,
        fields: dictionaries.fields,
        prior: priorOf(
          outline.parts,
          problems.map(({ span }) => span),
          ordinals,
          covered,
          items,
        ),
      },
      from,
      items.map(
        (item, i): Linkable => ({ id: `${prefix}${i + 1}`, title: item.title, stretches: item.stretches }),
      ),
    );
  return { causes: link('c', causes, causeLinks), measures: link('m', measures, measureLinks) };
}

const linksFrom = (id: string, links: readonly FoundLink[]): readonly Link[] =>
  links
    .filter(({ from }) => from === id)
    .map(({ to, strength, evidence: words }) => ({ to, strength, evidence: words }));

/** Turns a stretch of the reading into the document's own words and their place. */
type Quoting = (span: Span) => Quote;

function quoting(document: Document): Quoting {
  const { text, reading } = document;
  return (span) => {
    let words = '';
    for (let i = span.start; i < span.end; i++) words += text.charAt(reading.offsets[i] ?? 0);
    return { text: words, span: toText(reading, span) };
  };
}

const quoteEvidence = (source: FiguredSource, words: Quoting, span: Span): readonly Evidence[] =>
  evidence(source, span).map((entry) => ({ kind: entry.kind, ...words(entry) }));

function readExample(source: FiguredSource, words: Quoting, span: FoundProblem['examples'][number]): Example {
  const shown = evidence(source, span);
  return {
    ...words(span),
    grade: grade(source, span, shown),
    evidence: shown.map((entry) => ({ kind: entry.kind, ...words(entry) })),
    cue: span.cue ? words(span.cue) : null,
  };
}

const readCommitments = (source: FiguredSource, words: Quoting, span: Span, year: number | null) =>
  commitments(source, span, { year }).map(({ kind, value, ...place }) => ({ kind, value, ...words(place) }));

/** Where accounts of last year's problems are looked for: their own part, or the opening. */
function accountStretches({ outline }: FiguredSource): readonly Span[] {
  const own = outline.parts.filter((part) => part.role === 'rectification');
  const parts = own.length > 0 ? own : outline.parts.filter((part) => part.role === 'opening');
  return parts.flatMap((part) => [...part.loose, ...part.items.map(({ span }) => span)]);
}

function coverage(
  document: Document,
  profile: Profile,
  headings: ReadonlyMap<Item, HeadingDimensions>,
  problems: readonly Problem[],
): readonly DimensionCoverage[] {
  const { text } = document.reading;
  return profile.dimensions.map((dimension) => {
    const own = [...headings].filter(([, match]) => match.dimensions.includes(dimension));
    const mine = problems.filter((problem) => problem.dimension === dimension);
    const alone = own.filter(([, match]) => match.dimensions.length === 1).map(([item]) => item.span);
    const stretches = alone.length > 0 ? alone : mine.flatMap((problem) => problem.reading.text);
    const [first] = own;
    const heading = first && headingOf(text, first[0]);
    return {
      dimension,
      id: `${profile.id}/${dimension.ordinal}`,
      heading: heading ? toText(document.reading, heading) : null,
      problems: mine,
      characters: stretches.reduce((sum, span) => sum + countCharacters(text, span), 0),
    };
  });
}

/** All sentences, without the numbers before them, each with its part and item. */
function readSentences(
  source: FiguredSource,
  words: Quoting,
  problems: readonly FoundProblem[],
  causes: readonly PartItem[],
  measures: readonly PartItem[],
): readonly Sentence[] {
  const { text, outline } = source;
  const owners = [
    ...problems.map(({ span }, i) => ({ span, id: `p${i + 1}` })),
    ...causes.map(({ span }, i) => ({ span, id: `c${i + 1}` })),
    ...measures.map(({ span }, i) => ({ span, id: `m${i + 1}` })),
  ].sort((a, b) => a.span.start - b.span.start);
  const found: Sentence[] = [];
  let owner = 0;
  for (const part of outline.parts)
    for (const segment of segments(part.span, outline.markers))
      for (const sentence of sentences(text, segment)) {
        while (owner + 1 < owners.length && (owners[owner + 1]?.span.start ?? 0) <= sentence.start) owner++;
        const candidate = owners[owner];
        const inside =
          candidate && candidate.span.start <= sentence.start && sentence.start < candidate.span.end;
        found.push({
          ...words(sentence),
          role: part.role,
          item: inside ? candidate.id : null,
          evidence: () => quoteEvidence(source, words, sentence),
          reading: sentence,
        });
      }
  return found;
}

/** The stretches between the numbers of a span. */
function segments(span: Span, markers: readonly Span[]): readonly Span[] {
  const inside = markers.filter((marker) => span.start <= marker.start && marker.end <= span.end);
  const starts = [span.start, ...inside.map(({ end }) => end)];
  return starts.map((start, i) => ({ start, end: inside[i]?.start ?? span.end }));
}

/** Says which stretches were placed by their wording alone. */
function noticesOf(document: Document, { outline }: FiguredSource): readonly Notice[] {
  const guessed = outline.parts.filter((part) => part.by === 'content');
  const [first] = guessed;
  if (!first) return [];
  return [
    {
      code: 'outside-parts',
      message: `有${guessed.length}处文字没有部分标题，按内容归入各部分，请核对。`,
      span: toText(document.reading, first.span),
    },
  ];
}
