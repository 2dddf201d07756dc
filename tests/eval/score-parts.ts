import type { Gold } from './gold.js';
import type { Scored, ScoringError } from './scored.js';
import type { ContractDocument } from './system.js';
import { shareOf } from './tally.js';

/**
 * Role of every physical line that is neither blank nor noise. A line that several parts share has the role
 * of the part that holds most of its characters.
 */
export function scoreParts(gold: Gold, prediction: ContractDocument): Scored {
  const lines = linesOf(prediction.text).filter(
    ({ number, words }) => words.trim() !== '' && !gold.noise.includes(number),
  );
  const judged = lines.map((line) => ({
    ...line,
    gold: gold.parts.find(({ lines: [from, to] }) => from <= line.number && line.number <= to)?.role ?? null,
    predicted: roleOf(line, prediction),
  }));
  return {
    tallies: { parts: shareOf(judged, (line) => line.gold === line.predicted) },
    errors: judged
      .filter((line) => line.gold !== line.predicted)
      .map(
        (line): ScoringError => ({
          measure: 'parts',
          fault: 'wrong',
          line: line.number,
          text: line.words.trim(),
          note: `${line.gold ?? 'no part'}, not ${line.predicted ?? 'no part'}`,
        }),
      ),
  };
}

interface Line {
  readonly number: number;
  readonly words: string;
  /** Offset of its first unit in the text. */
  readonly start: number;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((words, i) => {
    const line = { number: i + 1, words, start };
    start += words.length + 1;
    return line;
  });
}

function roleOf({ words, start }: Line, { parts }: ContractDocument): string | null {
  let best: string | null = null;
  let most = 0;
  for (const { role, span } of parts) {
    const characters = words.slice(Math.max(0, span[0] - start), Math.max(0, span[1] - start)).trim().length;
    if (characters > most) [best, most] = [role, characters];
  }
  return best;
}
