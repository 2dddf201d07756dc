/** Short enough that one changed word leaves some of them, long enough that chance leaves none. */
const LENGTH = 10;

/** All stretches of ten characters of a text; of a shorter text the text itself. */
export function shingles(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + LENGTH <= text.length; i++) found.add(text.slice(i, i + LENGTH));
  if (found.size === 0 && text !== '') found.add(text);
  return found;
}

/** Share of the first one's shingles that the second one has too, 0 … 1. */
export function containment(of: ReadonlySet<string>, inside: ReadonlySet<string>): number {
  if (of.size === 0) return 0;
  let shared = 0;
  for (const shingle of of) if (inside.has(shingle)) shared++;
  return shared / of.size;
}
