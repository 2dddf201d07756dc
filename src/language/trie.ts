/**
 * Texts as a tree of their characters, in flat arrays that can be stored and read back as they are. Node 0 is the
 * root; the nodes behind one node are numbered in a row, by the character that leads to them.
 */
export interface TrieArrays {
  /** The character that leads to a node. */
  readonly codes: Uint16Array;
  /** First node behind a node; the last is the one before the first of the next node. */
  readonly behind: Uint32Array;
}

/**
 * Builds the tree of some texts.
 *
 * @param texts distinct and not empty
 * @returns besides the tree, for each text the node that it leads to
 */
export function buildTrie(texts: readonly string[]): TrieArrays & { readonly ends: readonly number[] } {
  const order = texts.map((_, i) => i).sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  const ends: number[] = new Array(texts.length).fill(0);
  const codes = [0];
  const behind: number[] = [];
  /** Per node, breadth first: the texts that go through it, as a stretch of `order`. */
  const stretches = [{ from: 0, to: order.length, depth: 0 }];
  for (let node = 0; node < stretches.length; node++) {
    let { from, to, depth } = stretches[node] ?? { from: 0, to: 0, depth: 0 };
    behind.push(stretches.length);
    // Of texts that begin alike the shortest stands first.
    const first = order[from];
    if (depth > 0 && first !== undefined && texts[first]?.length === depth) {
      ends[first] = node;
      from++;
    }
    while (from < to) {
      const code = codeOf(from, depth);
      let end = from + 1;
      while (end < to && codeOf(end, depth) === code) end++;
      codes.push(code);
      stretches.push({ from, to: end, depth: depth + 1 });
      from = end;
    }
  }
  behind.push(stretches.length);
  return { codes: Uint16Array.from(codes), behind: Uint32Array.from(behind), ends };

  function codeOf(place: number, depth: number): number {
    return texts[order[place] ?? 0]?.charCodeAt(depth) ?? 0;
  }
}

/** A walk through the tree of some texts along another text. */
export class Trie {
  readonly #codes: Uint16Array;
  /** The node before each node. */
  readonly #before: Uint32Array;
  /** Nodes behind the root by character, for most walks end there. */
  readonly #first = new Uint32Array(0x10000);
  /** All other nodes by the node before them and the character: a hash table with open addresses, half empty; 0 is free. */
  readonly #slots: Uint32Array;

  constructor({ codes, behind }: TrieArrays) {
    this.#codes = codes;
    this.#before = new Uint32Array(codes.length);
    let size = 2;
    while (size < 2 * codes.length) size *= 2;
    this.#slots = new Uint32Array(size);
    for (let node = behind[0] ?? 0; node < (behind[1] ?? 0); node++) this.#first[codes[node] ?? 0] = node;
    for (let node = 1; node < codes.length; node++)
      for (let next = behind[node] ?? 0; next < (behind[node + 1] ?? 0); next++) {
        this.#before[next] = node;
        let slot = this.#slot(node, codes[next] ?? 0);
        while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1);
        this.#slots[slot] = next;
      }
  }

  /** The node behind the root; 0 when no text begins with the character. */
  start(code: number): number {
    return this.#first[code] ?? 0;
  }

  /** The node behind another; 0 when no text goes on with the character. `NaN`, as behind the end, is none. */
  step(node: number, code: number): number {
    const slots = this.#slots;
    for (let slot = this.#slot(node, code); ; slot = (slot + 1) & (slots.length - 1)) {
      const next = slots[slot] ?? 0;
      if (next === 0 || (this.#codes[next] === code && this.#before[next] === node)) return next;
    }
  }

  /** Where the search for a node begins: both numbers multiplied by odd ones, so that neighbours lie far apart. */
  #slot(node: number, code: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.#slots.length - 1);
  }
}
