/**
 * Texts as a tree of their characters, in flat arrays that can be stored and read back as they are. Node 0 is the
 * root. Other nodes are found by the node before them and the character that leads to them, in a hash table with open
 * addresses.
 */
export interface TrieArrays {
  /** The character that leads to a node. */
  readonly codes: Uint16Array;
  /** The node before a node. */
  readonly before: Uint32Array;
  /** Nodes by their hash; 0 is a free place. Half empty at least, its length a power of two. */
  readonly slots: Uint32Array;
}

/**
 * Builds the tree of some texts.
 *
 * @param texts distinct and not empty
 * @returns besides the tree, for each text the node that it leads to
 */
export function buildTrie(texts: readonly string[]): TrieArrays & { readonly ends: readonly number[] } {
  const codes = [0];
  const before = [0];
  const nodes = new Map<number, number>();
  const ends = texts.map((text) => {
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const key = node * 0x10000 + code;
      const known = nodes.get(key) ?? codes.push(code) - 1;
      if (known === before.length) before.push(node);
      nodes.set(key, known);
      node = known;
    }
    return node;
  });
  let size = 2;
  while (size < 2 * codes.length) size *= 2;
  const slots = new Uint32Array(size);
  for (let node = 1; node < codes.length; node++) {
    let slot = slotOf(before[node] ?? 0, codes[node] ?? 0, size);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = node;
  }
  return { codes: Uint16Array.from(codes), before: Uint32Array.from(before), slots, ends };
}

/**
 * The node behind another; 0 when no text goes on with the character.
 *
 * @param node 0 for the beginning of a text
 * @param code `NaN`, as behind the end of a text, leads nowhere
 */
export function step({ codes, before, slots }: TrieArrays, node: number, code: number): number {
  for (let slot = slotOf(node, code, slots.length); ; slot = (slot + 1) & (slots.length - 1)) {
    const next = slots[slot] ?? 0;
    if (next === 0 || (codes[next] === code && before[next] === node)) return next;
  }
}

/** Where the search for a node begins: both numbers multiplied by odd ones, so that neighbours lie far apart. */
function slotOf(node: number, code: number, size: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}
