import type { Analysis, Quote } from '../analysis.js';
import type { Span } from '../document/span.js';
import { quoting } from '../extract/quote.js';
import { hanPairs } from '../language/pairs.js';
import { clauses } from '../language/sentences.js';
import type { Account } from './comparison.js';

/** An item of the earlier document that the later one may report on. */
export interface Reportable {
  readonly id: string;
  readonly kind: 'problem' | 'measure';
  /** Pairs of characters of the title, and of title and body. */
  readonly title: ReadonlySet<number>;
  readonly text: ReadonlySet<number>;
  /** The only measure that answers the problem and no other, or the problem that the measure answers. */
  readonly partner: string | null;
}

type Kind = Reportable['kind'];

/** A piece of the later document's account. */
interface Piece {
  readonly span: Span;
  /** Pairs of characters of its content words. */
  readonly pairs: readonly number[];
  /** The kind of item that its words name. */
  readonly kind: Kind | null;
}

interface Subject {
  readonly item: Reportable;
  readonly score: number;
}

/** Items that pieces speak of: a piece may name a problem and the measure against it. */
type Subjects = Readonly<Record<Kind, Subject | null>>;

/**
 * Share of a piece's pairs of characters, weighed by rarity, that an item must have for the piece to speak of it; the
 * item with the greatest share is meant. A piece with fewer pairs in common says too little. Pieces that say “the
 * problem …”, “the measure …” need less. Pairs, since words are cut differently in different company.
 */
const SPEAKS_OF = 0.55;
const FEWEST = 3;
const NAMED_SPEAKS_OF = 0.45;
const NAMED_FEWEST = 2;
/** How much the characters of the item's title add. */
const TITLE = 0.3;

/**
 * What the later document's account (its own part, or the opening where it has none) says of each item of the
 * earlier one. The piece that names an item opens a passage; what follows, up to the next item named or the next
 * semicolon, tells its state. In a list (分别是甲、乙和丙) the state stands before it.
 */
export function readAccounts(after: Analysis, items: readonly Reportable[]): ReadonlyMap<string, Account> {
  const dull = new Uint8Array(after.reading.text.length);
  for (const category of STOP) after.reading.hits.mark(category, dull);
  const rarity = rarityIn(items);
  const byKind = {
    problem: items.filter(({ kind }) => kind === 'problem'),
    measure: items.filter(({ kind }) => kind === 'measure'),
  };
  const found = new Map<string, Told>();
  for (const statement of statementsOf(after)) {
    const pieces = piecesOf(after, statement, dull);
    const subjects = subjectsOf(pieces, byKind, rarity);
    for (const kind of KINDS)
      subjects.forEach((own, i) => {
        const subject = own[kind];
        if (!subject || (found.get(subject.item.id)?.score ?? 0) >= subject.score) return;
        const account = accountAt(
          after,
          pieces,
          subjects.map((other) => other[kind]),
          i,
        );
        if (account)
          found.set(subject.item.id, { account, score: subject.score, named: pieces[i]?.kind ?? null });
      });
  }
  return new Map(
    items.flatMap(({ id, partner }) => {
      const own = found.get(id);
      // 清欠还差一截 speaks of the problem and of the measure; 清欠的问题…, 清欠的措施… of the one that is named.
      const passed = partner === null ? undefined : found.get(partner);
      const told = own ?? (passed?.named === null ? passed : undefined);
      return told ? [[id, told.account] as const] : [];
    }),
  );
}

/** What is told of an item, how surely of this one, and whether it is named as a problem or a measure. */
interface Told {
  readonly account: Account;
  readonly score: number;
  readonly named: Kind | null;
}

const KINDS: readonly Kind[] = ['problem', 'measure'];

function subjectsOf(
  pieces: readonly Piece[],
  items: Readonly<Record<Kind, readonly Reportable[]>>,
  rarity: (pair: number) => number,
): readonly Subjects[] {
  const all = pieces.map((piece): Subjects => {
    const of = (kind: Kind): Subject | null =>
      piece.kind === null || piece.kind === kind ? subjectOf(piece, items[kind], rarity) : null;
    return { problem: of('problem'), measure: of('measure') };
  });
  // 甲问题，由…牵头…: what follows a subject named as such is no subject.
  const named = pieces.some(({ kind }, i) => kind !== null && all[i]?.[kind]);
  return named ? all.map((own, i) => (pieces[i]?.kind === null ? NONE : own)) : all;
}

const NONE: Subjects = { problem: null, measure: null };

/** The sentences of the account, cut at semicolons. */
function statementsOf({ sentences, reading: { text } }: Analysis): readonly Span[] {
  const own = sentences.filter(({ role }) => role === 'rectification');
  const told = own.length > 0 ? own : sentences.filter(({ role }) => role === 'opening');
  return told.flatMap(({ reading }) => {
    const statements: Span[] = [];
    let { start } = reading;
    for (const clause of clauses(text, reading))
      if (text.charAt(clause.end - 1) === '；') {
        statements.push({ start, end: clause.end });
        start = clause.end;
      }
    return start < reading.end ? [...statements, { start, end: reading.end }] : statements;
  });
}

/** Clauses, and the members of their lists. */
function piecesOf(
  { reading: { text, hits } }: Analysis,
  statement: Span,
  dull: Uint8Array,
): readonly Piece[] {
  return clauses(text, statement).flatMap((clause) => {
    const measure = hits.has(clause, 'account-of-measure');
    const kind = measure ? 'measure' : hits.has(clause, 'account-of-problem') ? 'problem' : null;
    return members(text, clause).map((span) => ({ span, kind, pairs: pairsOf(text, span, dull) }));
  });
}

/** Words that everybody uses, and words of accounts, that name no item. */
const STOP = ['link-stop', 'account-stop'] as const;

/** @param dull marks of the places where a stop word stands */
function pairsOf(text: string, { start, end }: Span, dull: Uint8Array): readonly number[] {
  let runs = '';
  for (let at = start; at < end; at++) runs += dull[at] === 1 ? ' ' : text.charAt(at);
  return [...new Set(hanPairs(runs))];
}

function members(text: string, clause: Span): readonly Span[] {
  const found: Span[] = [];
  let { start } = clause;
  for (let i = clause.start; i < clause.end; i++)
    if (LIST.includes(text.charAt(i)) && i > start) {
      found.push({ start, end: i + 1 });
      start = i + 1;
    }
  return start < clause.end ? [...found, { start, end: clause.end }] : found;
}

const LIST = '、和及';

function subjectOf(
  { pairs, kind }: Piece,
  items: readonly Reportable[],
  rarity: (pair: number) => number,
): Subject | null {
  const [least, fewest] = kind === null ? [SPEAKS_OF, FEWEST] : [NAMED_SPEAKS_OF, NAMED_FEWEST];
  const weigh = (some: readonly number[]): number => some.reduce((sum, pair) => sum + rarity(pair), 0);
  const total = weigh(pairs);
  let best: Subject | null = null;
  for (const item of items) {
    const shared = pairs.filter((pair) => item.text.has(pair));
    if (shared.length < fewest) continue;
    const titled = shared.filter((pair) => item.title.has(pair));
    const score = (weigh(shared) + TITLE * weigh(titled)) / total;
    if (score >= least && score > (best?.score ?? 0)) best = { item, score };
  }
  return best;
}

function accountAt(
  after: Analysis,
  pieces: readonly Piece[],
  subjects: readonly (Subject | null)[],
  at: number,
): Account | null {
  const own = pieces[at]?.span;
  const [first, last] = [pieces[0]?.span, pieces.at(-1)?.span];
  if (!own || !first || !last) return null;
  const next = subjects.findIndex((other, j) => j > at && other && other.item !== subjects[at]?.item);
  const passage = { start: own.start, end: pieces[next]?.span.start ?? last.end };
  const before = { start: first.start, end: own.start };
  const listed = after.reading.hits.has({ start: first.start, end: own.end }, 'rectification-among');
  for (const span of listed ? [before, passage] : [passage, { ...before, end: passage.end }]) {
    const state = stateOf(after, span);
    const start = Math.min(span.start, passage.start);
    if (state) return { state, quote: quoteOf(after, { start, end: passage.end }) };
  }
  return null;
}

/** Words for what is not yet done weigh more than words for what is: 已建立机制，仍需长期坚持. */
function stateOf({ reading: { hits } }: Analysis, span: Span): Account['state'] | null {
  const open = hits.has(
    span,
    'rectification-open',
    'rectification-partial',
    'rectification-lasting',
    'rectification-ongoing',
    'account-open',
  );
  if (open) return 'ongoing';
  return hits.has(span, 'rectification-done', 'rectification-all', 'account-happened') ? 'done' : null;
}

const quoteOf = ({ document }: Analysis, span: Span): Quote => quoting(document)(span);

/** What a pair weighs that no item has, beside one that a single item has: it tells the state, or of something new. */
const UNKNOWN = 0.6;

/** How rare a pair of characters is among the items; looked up once. */
function rarityIn(items: readonly Reportable[]): (pair: number) => number {
  const known = new Map<number, number>();
  return (pair) => {
    const before = known.get(pair);
    if (before !== undefined) return before;
    const holders = items.filter(({ text }) => text.has(pair)).length;
    const rarity = Math.log(1 + (items.length + 1) / (holders + 1)) * (holders === 0 ? UNKNOWN : 1);
    known.set(pair, rarity);
    return rarity;
  };
}
