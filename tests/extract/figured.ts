import type { Figured } from '../../src/extract/figures.js';
import { builtinLexicon } from '../../src/language/builtin-lexicon.js';
import { dates, numerals } from '../../src/language/numerals.js';

const lexicon = builtinLexicon();

/** A text as the extraction of commitments, accounts and evidence sees it. */
export function figured(text: string): Figured {
  const hits = lexicon.scan(text);
  return {
    text,
    hits,
    numerals: numerals(text, hits),
    dates: dates(text),
  };
}

export const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
