import type { Span } from '../document/span.js';
import { sentences } from '../language/sentences.js';
import { clausesOf, type Figured } from './figures.js';
import { CUE_CATEGORIES, type Cue, cuesIn, type Entry, readEntries } from './rectification-entries.js';
import { namesYear, occasionIn } from './rectification-occasion.js';
import { type Sums, sumUp } from './rectification-sums.js';

export type { Fault } from './rectification-sums.js';

/** How far the problems are mended: done · first results · to be kept up for long · not done. */
export type RectificationState = 'done' | 'partial' | 'lasting' | 'open';

/** Account of an earlier meeting's or inspection's problems. Figures that the text does not state are null. */
export interface RectificationSpan extends Sums {
  /** Words that name the meeting or inspection, in units of the reading. */
  readonly occasion: Span;
  /** In the order of the type, each once. */
  readonly states: readonly RectificationState[];
  /** The account: a sentence, a part of one, or several; in units of the reading. */
  readonly span: Span;
}

/** A clause with all that an account is made of. */
interface Statement {
  readonly clause: Span;
  readonly occasion: Span | null;
  readonly entries: readonly Entry[];
  readonly states: readonly RectificationState[];
}

/** An account in the making; without statements it only remembers an occasion (a heading). */
interface Draft {
  readonly occasion: Span;
  readonly statements: Statement[];
  /** Roles of all entries. */
  readonly have: Set<Entry['role']>;
  start: number;
  end: number;
}

/**
 * Finds the accounts of last year's problems.
 *
 * A clause that names a meeting or inspection opens an account; what is counted behind it — in the same sentence,
 * in the sentences that go on counting, or below a heading that names the occasion — fills it. Figures of a part
 * (其中…, 未完成的7项中…) are not counted twice. Text that names an occasion without any figure or state gives
 * none.
 *
 * @param spans stretches of the rectification part, or of the opening, in order; never problems or measures
 * @returns in order of the text
 */
export function rectifications(source: Figured, spans: readonly Span[]): readonly RectificationSpan[] {
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  for (const stretch of spans) {
    if (!open && !mayTell(source, stretch)) continue;
    for (const sentence of sentences(source.text, stretch)) {
      if (!mayTell(source, sentence)) {
        if (open && isFull(open)) open = null;
        continue;
      }
      const statements = clausesOf(source.text, sentence).map((clause) => readStatement(source, clause));
      if (open && !goesOn(open, statements)) open = null;
      // Behind the last count of problems found, the name of an occasion opens nothing new.
      const lastFound = statements.findLastIndex(({ entries }) =>
        entries.some(({ role }) => role === 'found'),
      );
      statements.forEach((statement, i) => {
        const { clause, occasion } = statement;
        if (occasion && (!open || !isFull(open) || i <= lastFound)) {
          const isFirst = !open || open.end <= sentence.start;
          if (open && !isFirst) open.end = clause.start;
          open = {
            occasion,
            statements: [],
            have: new Set(),
            start: isFirst ? sentence.start : clause.start,
            end: clause.end,
          };
          drafts.push(open);
        }
        if (!open || isEmpty(statement)) return;
        if (open.statements.length === 0 && open.end <= sentence.start) open.start = sentence.start;
        open.statements.push(statement);
        for (const { role } of statement.entries) open.have.add(role);
        open.end = sentence.end;
      });
    }
  }
  return drafts.flatMap((draft) => settle(source, draft));
}

/** Whether a stretch may say anything of an account: no statement does without one of these words. */
const mayTell = ({ hits }: Figured, { start, end }: Span): boolean => hits.begins(TELLING, start, end);

const TELLING = [
  ...CUE_CATEGORIES,
  ...['rectification-occasion', 'rectification-unit', 'rectification-rate', 'rectification-partial'],
  ...['rectification-most', 'rectification-lasting', 'rectification-open'],
];

function readStatement(source: Figured, clause: Span): Statement {
  const cues = cuesIn(source, clause);
  return {
    clause,
    occasion: occasionIn(source, clause),
    entries: readEntries(source, clause, cues),
    states: STATES.filter((state) => isStated[state](source, clause, cues)),
  };
}

const STATES: readonly RectificationState[] = ['done', 'partial', 'lasting', 'open'];

const isStated: Readonly<
  Record<RectificationState, (source: Figured, clause: Span, cues: readonly Cue[]) => boolean>
> = {
  done: (_, __, cues) => cues.some(({ kind }) => kind === 'all' || kind === 'settled' || kind === 'done'),
  partial: ({ hits }, clause) => hits.has(clause, 'rectification-partial', 'rectification-most'),
  lasting: ({ hits }, clause) => hits.has(clause, 'rectification-lasting'),
  open: ({ hits }, clause) => hits.has(clause, 'rectification-open'),
};

const isEmpty = ({ entries, states }: Statement): boolean => entries.length === 0 && states.length === 0;

const isFull = ({ have }: Draft): boolean => have.size > 0;

/**
 * Whether a sentence still belongs to the account before it: it names no occasion of its own and counts what is
 * still missing, or the account has only its occasion so far.
 */
function goesOn(open: Draft, statements: readonly Statement[]): boolean {
  if (!isFull(open)) return true;
  const { have } = open;
  const entries = statements.flatMap((statement) => statement.entries);
  if (entries.some(({ role }) => role === 'found')) return false;
  return entries.some(({ role }) => !have.has(role)) && !(have.has('done') && have.has('ongoing'));
}

/** Sums up a draft. What tells of an earlier year may do without figures of what is done. */
function settle(source: Figured, { occasion, statements, start, end }: Draft): readonly RectificationSpan[] {
  const sums = sumUp(
    source,
    statements.flatMap(({ entries }) => entries),
  );
  const states = STATES.filter((state) => statements.some((each) => each.states.includes(state)));
  const counted = sums.done !== null || sums.ongoing !== null || sums.rate !== null;
  // 去年承诺的…已兑现: a year alone is no occasion unless problems are counted.
  const named = source.hits.has(occasion, 'rectification-occasion');
  const told = namesYear(source, occasion) && (sums.found !== null || (named && states.length > 0));
  if (!counted && !told) return [];
  const mark = /[，；：]/.test(source.text.charAt(end - 1)) ? 1 : 0;
  return [{ occasion, ...sums, states, span: { start, end: end - mark } }];
}
