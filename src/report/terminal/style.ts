import { createColors } from 'picocolors';
import type { Severity } from '../../analysis.js';
import { shortenMiddle } from '../shorten.js';
import { wrap } from '../width.js';

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

type Colors = ReturnType<typeof createColors>;

/** Columns and colours of one report. */
export interface Style {
  readonly width: number;
  readonly color: boolean;
  readonly paint: Colors;
}

/** In UTF-16 units: a message that quotes a whole page is nobody's help. */
const LONGEST = 600;

const NARROWEST = 50;
const WIDEST = 120;

export const makeStyle = ({ color, width }: TerminalOptions): Style => ({
  color,
  width: Math.min(Math.max(width, NARROWEST), WIDEST),
  paint: createColors(color),
});

/** The colour of a severity. */
export function severityPaint({ paint }: Style, severity: Severity): (text: string) => string {
  if (severity === 'error') return paint.red;
  return severity === 'warning' ? paint.yellow : paint.cyan;
}

/** Wrapped lines behind an indent; the first line may have something else in its place, of the same width. */
export const paragraph = (
  { width }: Style,
  indent: number,
  text: string,
  paint: (line: string) => string = (line) => line,
  first: string = ' '.repeat(indent),
): readonly string[] =>
  wrap(shortenMiddle(text, LONGEST), width - indent).map(
    (line, i) => `${i === 0 ? first : ' '.repeat(indent)}${paint(line)}`,
  );
