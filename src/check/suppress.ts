import type { Analysis, Finding } from '../analysis.js';
import type { Span } from '../document/span.js';
import type { Baseline } from './baseline.js';
import { fingerprints } from './fingerprint.js';

/** A wish to hear no more of a rule at certain words, with the reason. */
export interface Ignore {
  /** Id of the rule. */
  readonly rule: string;
  /** Words of the document, white space aside; every finding of the rule that touches them is meant. */
  readonly words: string;
  readonly reason: string;
  /** Chinese: where the wish stands, as 配置文件第12行. */
  readonly source: string;
}

/** A finding that is not counted, and why. */
export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  /** Chinese: where the wish stands. */
  readonly source: string;
  /** Whether it stands in the document itself. */
  readonly inText?: boolean;
}

/** Whether a finding is to be left out. Given one finding after the other; remembers which wishes were of use. */
export interface Sieve {
  readonly test: (finding: Finding) => Omit<Suppressed, 'finding'> | null;
  /** Wishes that met no finding so far. */
  readonly unused: () => readonly Placed[];
}

/** A wish with the stretch of this document that it speaks of. */
export interface Placed extends Omit<Ignore, 'words'> {
  readonly span: Span | null;
  /** Whether the wish stands in the document itself. */
  readonly inText?: boolean;
}

/**
 * Prepares what sorts out the findings of one document.
 *
 * @param placed wishes that name a place: comments in the text
 * @param ignores wishes that quote words: the configuration; those whose words do not occur are none of this document
 */
export function sieve(
  analysis: Analysis,
  placed: readonly Placed[],
  ignores: readonly Ignore[],
  baseline: Baseline | null,
): Sieve {
  const wishes = [...placed, ...ignores.flatMap((ignore) => place(ignore, analysis.document.text))];
  const used = new Set<Placed>();
  const nameOf = baseline ? fingerprints(analysis) : null;
  return {
    test: (finding) => {
      const wish = wishes.find((candidate) => candidate.rule === finding.rule && meets(candidate, finding));
      if (wish) {
        used.add(wish);
        return { reason: wish.reason, source: wish.source, ...(wish.inText ? { inText: true } : {}) };
      }
      const reason = nameOf && baseline?.take(finding.rule, nameOf(finding));
      return reason === null || reason === undefined ? null : { reason, source: '基线' };
    },
    unused: () => wishes.filter((wish) => !used.has(wish)),
  };
}

/** A finding about the document as a whole stands nowhere: whoever names its rule means it. */
const meets = ({ span }: Placed, { span: found }: Finding): boolean =>
  span === null || found.start === found.end || (span.start < found.end && found.start < span.end);

/** All places where the quoted words stand. */
function place({ words, ...ignore }: Ignore, text: string): readonly Placed[] {
  const wanted = words.replace(/\s/g, '');
  const found: Placed[] = [];
  const { squeezed, offsets } = squeeze(text);
  for (let at = squeezed.indexOf(wanted); at >= 0; at = squeezed.indexOf(wanted, at + wanted.length)) {
    const start = offsets[at] ?? 0;
    const last = offsets[at + wanted.length - 1] ?? start;
    found.push({ ...ignore, span: { start, end: last + 1 } });
  }
  return found;
}

function squeeze(text: string): { readonly squeezed: string; readonly offsets: Uint32Array } {
  const offsets = new Uint32Array(text.length);
  let length = 0;
  const pieces: string[] = [];
  for (const { 0: piece, index } of text.matchAll(/\S+/g)) {
    pieces.push(piece);
    for (let i = 0; i < piece.length; i++) offsets[length++] = index + i;
  }
  return { squeezed: pieces.join(''), offsets };
}
