import type { PartRole } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';

/** Characters of a stretch without white space. */
export function countCharacters(text: string, { start, end }: Span): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 0x3000) count++;
  }
  return count;
}

/** Share of the characters by role, 0 … 1, rounded to three decimals; roles that do not occur are absent. */
export function sharesByRole(
  text: string,
  parts: readonly { readonly role: PartRole; readonly span: Span }[],
): Partial<Record<PartRole, number>> {
  const counts = new Map<PartRole, number>();
  let total = 0;
  for (const { role, span } of parts) {
    const count = countCharacters(text, span);
    counts.set(role, (counts.get(role) ?? 0) + count);
    total += count;
  }
  const shares: Partial<Record<PartRole, number>> = {};
  if (total > 0) for (const [role, count] of counts) shares[role] = Math.round((1000 * count) / total) / 1000;
  return shares;
}
