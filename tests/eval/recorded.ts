import { z } from 'zod';
import { measureIds } from './measures.js';
import { pairFigures } from './print-pairs.js';
import { GROUPS, PAIR_SPLITS, type Results } from './results.js';
import { rulePrecision, ruleRecall } from './score-findings.js';
import { type Figure, headline } from './tally.js';

/** Figures by name, group by group; kept in a file that later runs are held to. */
export type Recorded = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const recordedFile: z.ZodType<Recorded> = z.record(
  z.string(),
  z.record(z.string(), z.number().min(0).max(1)),
);

/** A fall by no more than this is none: one item more or less in a large corpus. */
export const TOLERANCE = 0.002;

/** The figures of a run, rounded down to three decimals. What could not be measured is left out. */
export function figuresOf({ groups, content, pairs }: Results): Recorded {
  const figures = GROUPS.map((group) => {
    const { tallies, rules } = groups[group];
    const measures = measureIds.map((id) => {
      const tally = tallies[id];
      return [id, tally === undefined ? null : headline(tally)] as const;
    });
    const ofRules = Object.entries(rules).flatMap(([id, rule]) => [
      [`${id} precision`, rulePrecision(rule)] as const,
      [`${id} recall`, ruleRecall(rule)] as const,
    ]);
    return [group, measured([...measures, ...ofRules])] as const;
  });
  const ofContent =
    content === null
      ? []
      : [
          [
            'content',
            measured([
              ['top1', content.classifier.top1],
              ['top2', content.classifier.top2],
            ]),
          ] as const,
        ];
  const ofPairs = PAIR_SPLITS.flatMap((split) => {
    const own = pairs.filter((pair) => pair.split === split);
    return own.length === 0 ? [] : [[`pairs ${split}`, measured(pairFigures(own))] as const];
  });
  return Object.fromEntries([...figures, ...ofContent, ...ofPairs]);
}

const measured = (figures: readonly (readonly [string, Figure])[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    figures.flatMap(([name, figure]) =>
      figure === null ? [] : [[name, Math.floor(figure * 1000 + 1e-9) / 1000]],
    ),
  );

export interface Fall {
  readonly group: string;
  readonly name: string;
  readonly recorded: number;
  /** Null when it is no longer measured. */
  readonly now: number | null;
}

/** Recorded figures that the new ones fall below by more than the tolerance, or that are gone. */
export function falls(recorded: Recorded, now: Recorded): readonly Fall[] {
  return Object.entries(recorded).flatMap(([group, figures]) =>
    Object.entries(figures).flatMap(([name, before]) => {
      const after = now[group]?.[name] ?? null;
      // Both sides have three decimals: binary fractions must not decide.
      const fallen = after === null || before - after > TOLERANCE + 1e-9;
      return fallen ? [{ group, name, recorded: before, now: after }] : [];
    }),
  );
}
