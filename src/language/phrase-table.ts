import type { Dictionaries } from '../dictionaries/schema.js';
import { heads, parsePattern, writePattern } from './pattern.js';
import { buildTrie, type TrieArrays } from './trie.js';

/**
 * All phrases of all categories, ready to be looked for: written out into their literal beginnings (heads), these in
 * a tree, and behind each head what it stands for. Flat, so that the build can store it.
 */
export interface PhraseTable extends TrieArrays {
  readonly categories: readonly string[];
  /** What has to follow a head, as patterns are written; several heads may share one. */
  readonly rests: readonly string[];
  /** First needle of a node; the last is the one before the first of the next node. */
  readonly needles: Uint32Array;
  /** Per needle, an index into `categories`. */
  readonly category: Uint16Array;
  /** Per needle, an index into `rests` plus one; 0 when nothing has to follow. */
  readonly rest: Uint16Array;
}

/** Heads that one phrase is written out into; beyond that its choices are matched one by one. */
const HEADS = 64;

interface Needle {
  readonly category: number;
  readonly rest: number;
}

/** @throws Error naming the phrase that is no pattern */
export function phraseTable(
  dictionaries: Pick<Dictionaries, 'categories' | 'fields' | 'expressions'>,
): PhraseTable {
  const categories = new Map<string, number>();
  const rests = new Map<string, number>();
  const filed = new Map<string, Needle[]>();
  const add = (name: string, phrase: string): void => {
    const category = numberOf(categories, name);
    for (const { text, rest } of heads(parsePattern(phrase), HEADS)) {
      const needle = {
        category,
        rest: rest.length > 0 ? numberOf(rests, writePattern(rest)) + 1 : 0,
      };
      const known = filed.get(text);
      if (known) known.push(needle);
      else filed.set(text, [needle]);
    }
  };
  for (const [category, { phrases }] of Object.entries(dictionaries.categories))
    for (const phrase of phrases) add(category, phrase);
  for (const field of dictionaries.fields) for (const term of field.terms) add(fieldCategory(field.id), term);
  for (const expression of dictionaries.expressions) add(`expression-${expression.kind}`, expression.phrase);

  const { ends, ...trie } = buildTrie([...filed.keys()]);
  const byNode: (readonly Needle[] | undefined)[] = [];
  byNode.length = trie.codes.length;
  [...filed.values()].forEach((needles, i) => {
    byNode[ends[i] ?? 0] = needles;
  });
  const needles = new Uint32Array(trie.codes.length + 1);
  const all: Needle[] = [];
  for (let node = 0; node < trie.codes.length; node++) {
    needles[node] = all.length;
    all.push(...(byNode[node] ?? []));
  }
  needles[trie.codes.length] = all.length;
  return {
    categories: [...categories.keys()],
    rests: [...rests.keys()],
    ...trie,
    needles,
    category: Uint16Array.from(all, ({ category }) => category),
    rest: Uint16Array.from(all, ({ rest }) => rest),
  };
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

/** Category under which the terms of a field of work are found. */
export const fieldCategory = (id: string): string => `field-${id}`;
