import { formatNumber } from './number-format.js';
import type { Level, NumberedList } from './numbering.js';

/** Counts the numbered paragraphs of a document, in their order. */
export interface Counter {
  /** The number of the next paragraph, with what stands behind it; empty for bullets. */
  readonly next: (list: NumberedList, numId: number, level: number) => string;
}

/** Levels a list may have. */
const LEVELS = 9;

export function makeCounter(): Counter {
  /** Per definition, the last number used on each level. */
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next: (list, numId, given) => {
      const at = Math.min(Math.max(given, 0), LEVELS - 1);
      const level = list.levels.get(at);
      if (!level) return '';
      const used = counts.get(list.definition) ?? new Array<number | undefined>(LEVELS).fill(undefined);
      counts.set(list.definition, used);
      restartAtFirstUse(list, numId, at, used, begun);
      used[at] = (used[at] ?? startOf(list, at) - 1) + 1;
      for (let below = at + 1; below < LEVELS; below++) {
        const restart = list.levels.get(below)?.restart ?? null;
        if (restart === null || at < restart) used[below] = undefined;
      }
      return label(list, level, used);
    },
  };
}

/** A list that states a start of its own begins with it, once, although its definition went on counting. */
function restartAtFirstUse(
  { starts }: NumberedList,
  numId: number,
  at: number,
  used: (number | undefined)[],
  begun: Set<string>,
): void {
  const key = `${numId}/${at}`;
  if (!starts.has(at) || begun.has(key)) return;
  begun.add(key);
  used[at] = undefined;
}

const startOf = ({ starts, levels }: NumberedList, level: number): number =>
  starts.get(level) ?? levels.get(level)?.start ?? 1;

function label(
  list: NumberedList,
  { format, text, suffix, legal }: Level,
  used: readonly (number | undefined)[],
): string {
  if (format === 'bullet') return '';
  const words = text.replace(/%([1-9])/g, (_, digit: string) => {
    const part = Number(digit) - 1;
    const level = list.levels.get(part);
    if (!level) return '';
    // A level above that was never used shows what it would begin with, and does not use it up.
    const value = used[part] ?? startOf(list, part);
    return formatNumber(value, legal ? 'decimal' : level.format, level.digits);
  });
  if (words === '') return '';
  return words + (suffix === 'tab' ? '\t' : suffix === 'space' ? ' ' : '');
}
