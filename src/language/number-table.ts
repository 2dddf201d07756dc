/** Numbers by number, for keys that are known to be `most` different ones. A Map takes twice the time and room. */
export class NumberTable {
  readonly #keys: Int32Array;
  /** One more than the value; 0 where nothing is kept. */
  readonly #values: Int32Array;
  readonly #shift: number;

  constructor(most: number) {
    const bits = Math.ceil(Math.log2(2 * most + 2));
    this.#keys = new Int32Array(2 ** bits);
    this.#values = new Int32Array(2 ** bits);
    this.#shift = 32 - bits;
  }

  /** The value of a key, 0 or more; -1 when it has none. */
  get(key: number): number {
    return (this.#values[this.#placeOf(key)] ?? 0) - 1;
  }

  set(key: number, value: number): void {
    const place = this.#placeOf(key);
    this.#keys[place] = key;
    this.#values[place] = value + 1;
  }

  /** Where a key is kept, or would be. */
  #placeOf(key: number): number {
    const last = this.#keys.length - 1;
    let place = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    while (this.#values[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & last;
    return place;
  }
}
