/**
 * Values filed under texts, for a walk along another text. Nodes are numbers, 0 is the root; the steps between them
 * stand in one open hash table of integers, which a walk can look up without making objects.
 */
export class Trie<T> {
  #mask = 0xffff;
  /** Per slot: the node a step leaves, its character, the node it leads to; 0 where the slot is free. */
  #from = new Int32Array(this.#mask + 1);
  #code = new Uint16Array(this.#mask + 1);
  #to = new Int32Array(this.#mask + 1);
  #nodes = 1;
  readonly #values: (T[] | undefined)[] = [];
  /** Steps from the root by character, for most walks end there. */
  readonly #first = new Int32Array(0x10000);

  /** Files a value. Texts must not be empty. */
  add(text: string, value: T): void {
    let node = 0;
    for (let i = 0; i < text.length; i++) node = this.#grow(node, text.charCodeAt(i));
    const values = this.#values[node];
    if (values) values.push(value);
    else this.#values[node] = [value];
  }

  /** The node behind a character; 0 when no text goes on with it. */
  step(node: number, code: number): number {
    return (node === 0 ? this.#first[code] : this.#to[this.#slot(node, code)]) ?? 0;
  }

  /** What is filed under the text that leads to a node. */
  at(node: number): readonly T[] | undefined {
    return this.#values[node];
  }

  #grow(node: number, code: number): number {
    if (node === 0) {
      const known = this.#first[code] ?? 0;
      if (known === 0) this.#first[code] = this.#nodes++;
      return this.#first[code] ?? 0;
    }
    const slot = this.#slot(node, code);
    const known = this.#to[slot] ?? 0;
    if (known > 0) return known;
    const made = this.#nodes++;
    this.#put(slot, node, code, made);
    if (this.#nodes * 2 > this.#mask) this.#widen();
    return made;
  }

  /** Where a step stands, or the free slot where it would. `NaN` for a code, as behind the end of a text, is none. */
  #slot(node: number, code: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) & this.#mask;
    slot ^= slot >>> 7;
    while (this.#to[slot] !== 0 && (this.#from[slot] !== node || this.#code[slot] !== code))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  #put(slot: number, from: number, code: number, to: number): void {
    this.#from[slot] = from;
    this.#code[slot] = code;
    this.#to[slot] = to;
  }

  #widen(): void {
    const [from, code, to] = [this.#from, this.#code, this.#to];
    const size = (this.#mask + 1) * 2;
    this.#mask = size - 1;
    this.#from = new Int32Array(size);
    this.#code = new Uint16Array(size);
    this.#to = new Int32Array(size);
    for (let i = 0; i < to.length; i++) {
      const made = to[i] ?? 0;
      if (made > 0) this.#put(this.#slot(from[i] ?? 0, code[i] ?? 0), from[i] ?? 0, code[i] ?? 0, made);
    }
  }
}
