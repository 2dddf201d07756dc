import type { Analysis, MeasureItem, Problem } from '../analysis.js';
import type { Span } from '../document/span.js';
import type { Lexicon } from '../language/lexicon.js';
import { pairAt } from '../language/pairs.js';
import { type CopiedSentence, findCopies } from '../pairing/copies.js';
import { type PairedProblem, pairProblems } from '../pairing/pair-problems.js';
import type { PairingTools } from '../pairing/tools.js';
import { type Reportable, readAccounts } from './account.js';
import { changesOf } from './changes.js';
import { checkClaims } from './claims.js';
import type { Account, Claim, Step } from './comparison.js';
import { measureStatuses, overdueCommitments } from './measures.js';
import { relations } from './relations.js';
import { themeCounts, themesIn } from './themes.js';

/** What a comparison needs besides the analyses. */
export interface CompareTools extends PairingTools {
  readonly lexicon: Lexicon;
}

/** What two documents have in common, found once and used for relations and trend. */
export interface Common {
  readonly copies: readonly CopiedSentence[];
  readonly pairs: readonly PairedProblem[];
}

export function commonOf(before: Analysis, after: Analysis, tools: PairingTools): Common {
  const copies = findCopies(before, after);
  return { copies, pairs: pairProblems(before, after, copies, tools) };
}

/** What became of an earlier document's problems and promises. */
export function compareStep(
  before: Analysis,
  after: Analysis,
  { copies, pairs }: Common,
  tools: CompareTools,
): Step {
  const claims = checkClaims(before, after, tools.lexicon);
  const reportable = reportables(before);
  const items = [
    ...before.problems.map((problem) => reportable('problem', problem)),
    ...before.measures.map((measure) => reportable('measure', measure)),
  ];
  const accounts = readAccounts(after, items);
  const measures = measureStatuses(before.measures, accounts);
  const counts = [themeCounts(before), themeCounts(after)];
  return {
    before,
    after,
    problems: relations(before, after, pairs, accounts, claims),
    copiedSentences: copies.map((copy) => ({
      ...copy,
      changes: () => changesOf(before, [copy.before.reading], after, [copy.after.reading]),
    })),
    claims,
    measures,
    overdue: owesAccount(before, after, claims, accounts) ? overdueCommitments(before, after, measures) : [],
    themes: themesIn(counts).map((theme) => ({
      theme,
      before: counts[0]?.get(theme) ?? 0,
      after: counts[1]?.get(theme) ?? 0,
    })),
  };
}

/**
 * Whether silence on a promise says something: the later document is that of the next year, or speaks of the earlier
 * one all the same. Of years that lie between, the documents between them tell.
 */
function owesAccount(
  before: Analysis,
  after: Analysis,
  claims: readonly Claim[],
  accounts: ReadonlyMap<string, Account>,
): boolean {
  const [earlier, later] = [before.profile.profile.year ?? 0, after.profile.profile.year ?? 0];
  return later - earlier <= 1 || claims.length > 0 || accounts.size > 0;
}

function reportables(
  before: Analysis,
): (kind: Reportable['kind'], item: MeasureItem | Problem) => Reportable {
  const { text } = before.reading;
  const partners = partnersOf(before);
  return (kind, { id, reading }) => ({
    id,
    kind,
    title: pairsIn(text, [reading.title]),
    text: pairsIn(text, [reading.title, ...reading.text]),
    partner: partners.get(id) ?? null,
  });
}

/** Problems and measures that answer each other and nothing else, both ways. */
function partnersOf({ problems }: Analysis): ReadonlyMap<string, string> {
  const answered = new Map<string, string[]>();
  for (const { id, links } of problems) {
    const [nearest] = links.measures;
    if (nearest) answered.set(nearest.to, [...(answered.get(nearest.to) ?? []), id]);
  }
  const partners = new Map<string, string>();
  for (const [measure, [problem, ...others]] of answered) {
    if (problem === undefined || others.length > 0) continue;
    partners.set(problem, measure);
    partners.set(measure, problem);
  }
  return partners;
}

function pairsIn(text: string, spans: readonly Span[]): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (const { start, end } of spans) for (let i = start; i + 2 <= end; i++) pairs.add(pairAt(text, i));
  return pairs;
}
