import type { Analysis } from '../src/index.js';

/** Words shown for a link at most. */
const MOST = 5;

/** Looks at the words of every link, as reports do: they are found, and the text is cut into words, when asked for. */
export function lookAtEvidence({ problems }: Analysis): void {
  for (const { links } of problems)
    for (const { evidence } of [...links.causes, ...links.measures])
      if (evidence.length > MOST) throw new Error('more words than a link shows');
}
