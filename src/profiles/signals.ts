import type { Profile } from '../dictionaries/schema.js';

/** Words by which the documents of one profile, or of several, are known. */
export interface Signal {
  readonly words: string;
  /** Without quotation marks. */
  readonly bare: string;
  /** How many profiles have it. */
  readonly owners: number;
}

export function signalsOf(profiles: readonly Profile[]): readonly Signal[] {
  const owners = new Map<string, number>();
  for (const { signals } of profiles)
    for (const signal of signals) owners.set(signal, (owners.get(signal) ?? 0) + 1);
  return [...owners].map(([words, owners]) => ({ words, bare: unquoted(words), owners }));
}

/** The signals that occur in some text. */
export function signalsIn(signals: readonly Signal[], text: string): readonly Signal[] {
  const plain = unquoted(text);
  return signals.filter(({ bare }) => plain.includes(bare) && says(text, bare));
}

/** Whether words occur with or without quotation marks in them; not across the end of a quotation (“严纪律”作风). */
function says(text: string, bare: string): boolean {
  const pattern = [...bare].map((char) => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(`${QUOTE}?`);
  return [...text.matchAll(new RegExp(pattern, 'g'))].some(({ 0: found }) => {
    const opening = found.search(/[“‘《]/);
    const closing = found.search(/[”’》]/);
    return closing < 0 || (opening >= 0 && opening < closing);
  });
}

const QUOTE = '[“”‘’"\'《》]';

export const unquoted = (words: string): string => words.replace(/[“”‘’"'《》]/g, '');
