/** One finding, or several alike, that were looked at and accepted. No text is kept. */
export interface BaselineEntry {
  readonly rule: string;
  /** Names the words of the sentence; see `fingerprints`. */
  readonly sentence: string;
  /** How often it was found; more than this is new. */
  readonly count: number;
  readonly reason: string;
}

/** A baseline in use over one run. */
export interface Baseline {
  /** Takes one finding off; its reason, or null when it is new. */
  readonly take: (rule: string, sentence: string) => string | null;
  /** Entries that no finding of the run used. */
  readonly stale: () => readonly BaselineEntry[];
}

/** Opens a baseline for one run: every entry takes as many findings as it was written for. */
export function openBaseline(entries: readonly BaselineEntry[]): Baseline {
  const left = new Map(entries.map((entry) => [keyOf(entry), { entry, count: entry.count }]));
  return {
    take: (rule, sentence) => {
      const found = left.get(keyOf({ rule, sentence }));
      if (!found || found.count === 0) return null;
      found.count--;
      return found.entry.reason;
    },
    stale: () => [...left.values()].flatMap(({ entry, count }) => (count === entry.count ? [entry] : [])),
  };
}

/**
 * The entries that accept all these findings. Reasons given earlier stay with what they were given for.
 *
 * @param before entries of the file that is written anew
 */
export function baselineOf(
  findings: readonly Pick<BaselineEntry, 'rule' | 'sentence'>[],
  reason: string,
  before: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const reasons = new Map(before.map((entry) => [keyOf(entry), entry.reason]));
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, sentence } of findings) {
    const key = keyOf({ rule, sentence });
    const count = (entries.get(key)?.count ?? 0) + 1;
    entries.set(key, { rule, sentence, count, reason: reasons.get(key) ?? reason });
  }
  return [...entries.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ rule, sentence }: Pick<BaselineEntry, 'rule' | 'sentence'>): string => `${rule} ${sentence}`;
