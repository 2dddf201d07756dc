/**
 * Texts as a tree of their characters, in flat arrays that can be stored and read back as they are. Node 0 is the
 * root. The nodes behind one node stand side by side, in the order of their characters.
 */
export interface TrieArrays {
  /** The character that leads to a node. */
  readonly codes: Uint16Array;
  /** By node, the first of the nodes behind it, which go on to the first of the next node; one entry more than nodes. */
  readonly firsts: Uint32Array;
}

/**
 * Builds the tree of some texts.
 *
 * @param texts distinct and not empty
 * @returns besides the tree, for each text the node that it leads to
 */
export function buildTrie(texts: readonly string[]): TrieArrays & { readonly ends: readonly number[] } {
  const order = texts.map((_, i) => i).sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  const codes = [0];
  const firsts: number[] = [];
  const ends = texts.map(() => 0);
  /** By node, which of the ordered texts go through it, and how many characters lead to it. */
  const nodes = [{ from: 0, to: texts.length, depth: 0 }];
  for (const { from, to, depth } of nodes) {
    firsts.push(codes.length);
    let at = from;
    // A text that ends here comes before those that go on.
    for (; at < to && texts[order[at] ?? 0]?.length === depth; at++) ends[order[at] ?? 0] = firsts.length - 1;
    while (at < to) {
      const code = texts[order[at] ?? 0]?.charCodeAt(depth) ?? 0;
      const start = at;
      while (at < to && texts[order[at] ?? 0]?.charCodeAt(depth) === code) at++;
      codes.push(code);
      nodes.push({ from: start, to: at, depth: depth + 1 });
    }
  }
  firsts.push(codes.length);
  return { codes: Uint16Array.from(codes), firsts: Uint32Array.from(firsts), ends };
}

/** So few nodes are looked through one by one. */
const FEW = 8;

/**
 * The node behind another; 0 when no text goes on with the character.
 *
 * @param node 0 for the beginning of a text
 * @param code `NaN`, as behind the end of a text, leads nowhere
 */
export function step({ codes, firsts }: TrieArrays, node: number, code: number): number {
  let low = firsts[node] ?? 0;
  let high = firsts[node + 1] ?? 0;
  while (high - low > FEW) {
    const middle = (low + high) >>> 1;
    if ((codes[middle] ?? 0) <= code) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (codes[low] === code) return low;
  return 0;
}
