import type { PdfLine } from './lines.js';
import type { Stretch } from './tables.js';

/** Notes at the end of a page are set smaller than the text. */
const SMALLER = 0.88;
const NOTE = /^(?:[①-⑳]|\[\d{1,2}\]|〔\d{1,2}〕|\d{1,2}(?:\s|(?=\p{sc=Han}))|\*)/u;

/**
 * Takes away the notes at the ends of pages: small lines below the text, from the first that bears a sign of notes.
 *
 * @param size of most letters
 */
export function withoutNotes(
  stretches: readonly Stretch[],
  size: number,
): { readonly stretches: readonly Stretch[]; readonly notes: number } {
  const lines = stretches.flatMap(({ kind, lines: own }) => own.map((line) => ({ kind, line })));
  const notes = new Set<PdfLine>();
  let below: PdfLine[] = [];
  let open = true;
  for (let i = lines.length - 1; i >= 0; i--) {
    const { kind, line } = lines[i] ?? { kind: 'table' as const, line: undefined };
    if (!line) continue;
    const above = lines[i - 1]?.line;
    const first = above?.page !== line.page;
    if (lines[i + 1]?.line.page !== line.page) {
      below = [];
      open = true;
    }
    open &&= kind === 'text' && line.size < SMALLER * size && !first;
    if (!open) continue;
    below.push(line);
    if (NOTE.test(line.text)) for (const note of below) notes.add(note);
  }
  const rest = stretches
    .map((stretch) => ({ ...stretch, lines: stretch.lines.filter((line) => !notes.has(line)) }))
    .filter(({ lines: own }) => own.length > 0);
  return { stretches: rest, notes: notes.size };
}
