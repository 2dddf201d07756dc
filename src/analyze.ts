import type { Analysis, Commitment, Example, MeasureItem, Part, Problem } from './analysis.js';
import type { Dictionaries, Kind } from './dictionaries/schema.js';
import { type Document, type Notice, toText } from './document/document.js';
import type { Span } from './document/span.js';
import { commitments } from './extract/commitments.js';
import { coverage } from './extract/coverage.js';
import { type EvidenceSpan, evidenceIn, grade, isSpecific } from './extract/evidence.js';
import type { Names } from './extract/items.js';
import { type PartItem, partItems } from './extract/part-items.js';
import { linkProblems } from './extract/problem-links.js';
import { type FoundProblem, findProblems } from './extract/problems.js';
import { type Quoting, quoting } from './extract/quote.js';
import { rectifications } from './extract/rectification.js';
import { quoteEvidence, readSentences } from './extract/sentence-list.js';
import type { FiguredSource } from './extract/source.js';
import { countCharacters, sharesByRole } from './extract/statistics.js';
import type { Settled } from './extract/table.js';
import { dates } from './language/dates.js';
import type { Lexicon } from './language/lexicon.js';
import { numerals } from './language/numerals.js';
import type { Segmenter } from './language/segmenter.js';
import { Words } from './language/words.js';
import { type Item, readOutline } from './outline/outline.js';
import type { ContentMapper } from './profiles/content.js';
import { dimensionsByHeading, fieldHeading, headingItems, isFieldHeading } from './profiles/dimensions.js';
import type { PreparedProfiles } from './profiles/headings.js';
import { mapProblem, UNMAPPED } from './profiles/mapping.js';
import { recognise } from './profiles/recognise.js';
import { dimensionsOfRows, matchesOfRows } from './profiles/rows.js';

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
  const inRows = matchesOfRows(text, hits, outline, engine.profiles);
  const { profile, kind } = recognise(source, [...named, ...inRows], engine.profiles, options);

  const headings = dimensionsByHeading(text, hits, items, named, profile.profile);
  const namesOf = (item: Item): Names =>
    headings.has(item) ? 'dimension' : isFieldHeading(text, hits, item) ? 'field' : 'shortcoming';
  const placed = new Map([
    ...headings,
    ...dimensionsOfRows(text, hits, outline, engine.profiles, profile.profile),
  ]);
  const evidenceOf = evidenceIn(source);
  const found = findProblems(source, namesOf, { isSpecific: (span) => isSpecific(evidenceOf(span)) });
  const mapped = found.map((problem) =>
    mapProblem(problem, text, engine.mapper, profile.profile, options.map === 'content' ? new Map() : placed),
  );
  const causes = partItems(source, 'causes');
  const measures = partItems(source, 'measures');
  const { stopWords, mapper } = engine;
  const links = linkProblems(
    source,
    { fields: engine.dictionaries.fields, stopWords, mapper, profile: profile.profile },
    found,
    mapped.map(({ dimension }) => dimension),
    causes,
    measures,
  );

  const words = quoting(document);
  const year = profile.profile.year;
  const problems = found.map((problem, i): Problem => {
    const { dimension, dimensionBy, confidence, alternatives, dimensionWords } = mapped[i] ?? UNMAPPED;
    return {
      id: `p${i + 1}`,
      dimension,
      dimensionBy,
      confidence,
      alternatives,
      dimensionWords,
      title: words(problem.title),
      span: toText(document.reading, problem.span),
      examples: problem.examples.map((span) => readExample(source, words, span, evidenceOf(span))),
      causes: problem.causes.map(words),
      measures: problem.measures.map((span, i) => ({
        ...words(span),
        commitments: [
          ...readCommitments(source, words, span, year),
          ...(i === 0 ? readSettled(source, words, problem.settled, year) : []),
        ],
      })),
      links: { causes: links.causes[i]?.links ?? [], measures: links.measures[i]?.links ?? [] },
      nearestMeasure: links.measures[i]?.nearest ?? 0,
      reading: { title: problem.title, text: problem.stretches },
    };
  });
  const itemOf = (prefix: string) => (item: PartItem, i: number) => ({
    id: `${prefix}${i + 1}`,
    title: words(item.title),
    span: toText(document.reading, item.span),
    reading: { title: item.title, text: item.stretches },
  });
  const measureOf = itemOf('m');
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
  const allSentences = readSentences(source, words, evidenceOf, found, causes, measures);
  return {
    document,
    profile,
    kind,
    title: titlePart?.loose[0] ? words(titlePart.loose[0]) : null,
    parts,
    rectification: rectifications(source, accountStretches(source)).map((account) => ({
      ...account,
      occasion: words(account.occasion).text,
      faults: account.faults.map(({ kind, stated, expected, ...place }) => ({
        kind,
        stated,
        expected,
        span: toText(document.reading, place),
      })),
      span: toText(document.reading, account.span),
    })),
    dimensions: coverage(document, profile.profile, headings, problems),
    problems,
    causes: causes.map(itemOf('c')),
    measures: measures.map((item, i): MeasureItem => {
      const { id, title, span, reading } = measureOf(item, i);
      return { id, title, span, reading, commitments: commitmentsOf(source, words, item, year) };
    }),
    sentences: allSentences,
    statistics: {
      characters: countCharacters(text, { start: 0, end: text.length }),
      sentences: allSentences.length,
      shares: sharesByRole(text, outline.parts),
    },
    notices: [...document.notices, ...noticesOf(document, source)],
    reading: { text, hits, outline, words: source.words },
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
    numerals: numerals(text, hits, days),
    dates: days,
    words: new Words(text, segmenter),
  };
}

function readExample(
  source: FiguredSource,
  words: Quoting,
  span: FoundProblem['examples'][number],
  shown: readonly EvidenceSpan[],
): Example {
  return {
    ...words(span),
    grade: grade(source, span, shown),
    evidence: quoteEvidence(words, shown),
    cue: span.cue ? words(span.cue) : null,
  };
}

const readCommitments = (source: FiguredSource, words: Quoting, span: Span, year: number | null) =>
  commitments(source, span, { year }).map(({ kind, value, ...place }) => ({ kind, value, ...words(place) }));

/** What an item of a measure part promises: by its words, and by the cells of its row. */
function commitmentsOf(
  source: FiguredSource,
  words: Quoting,
  { stretches, settled }: PartItem,
  year: number | null,
): readonly Commitment[] {
  const found: Commitment[] = [];
  for (const span of stretches)
    if (!settled.some((cell) => cell.start === span.start))
      for (const commitment of readCommitments(source, words, span, year)) found.push(commitment);
  return settled.length === 0 ? found : [...found, ...readSettled(source, words, settled, year)];
}

/** What cells of a table settle by their column; a day is read where it can be. */
const readSettled = (
  source: FiguredSource,
  words: Quoting,
  cells: readonly Settled[],
  year: number | null,
): readonly Commitment[] =>
  cells.flatMap((cell): readonly Commitment[] => {
    const { kind } = cell;
    const quote = words(cell);
    if (kind === 'person') return [{ kind, value: quote.text, ...quote }];
    const read = commitments(source, cell, { year }).find((found) => found.kind === kind);
    const [day] = dates(source.text.slice(cell.start, cell.end));
    return [{ kind, value: read?.value ?? day?.value ?? null, ...quote }];
  });

/** Where accounts of last year's problems are looked for: their own part, or the opening. */
function accountStretches({ outline }: FiguredSource): readonly Span[] {
  const own = outline.parts.filter((part) => part.role === 'rectification');
  const parts = own.length > 0 ? own : outline.parts.filter((part) => part.role === 'opening');
  const stretches: Span[] = [];
  for (const { loose, items } of parts) {
    for (const span of loose) stretches.push(span);
    for (const { span } of items) stretches.push(span);
  }
  return stretches;
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
