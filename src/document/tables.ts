import { type NoiseCategories, type NoisePhrases, noisePhrases } from './noise.js';
import { canonical } from './units.js';

/** The data that reading needs, made ready once and shared by all documents. Immutable by convention. */
export interface Tables {
  /** Unit seen → unit read, for every document. */
  readonly units: Uint16Array;
  /** The same for documents in traditional characters. */
  readonly simplifiedUnits: Uint16Array;
  /** 1 for each character that is written in traditional text only. */
  readonly traditionalOnly: Uint8Array;
  readonly noise: NoisePhrases;
}

/** Contents of the data files, see `dictionaries/characters/README.md` and `dictionaries/lexicons/noise.yaml`. */
export interface TableSources {
  /** `traditional.txt` */
  readonly traditional?: string;
  /** `variants.txt` */
  readonly variants?: string;
  /** Categories of the lexicons; those named `page-noise…` and `site-name` are used. */
  readonly categories?: NoiseCategories;
}

/** Prepares the data. What is not given has no effect: no conversion, no web noise found. */
export function makeTables(sources: TableSources): Tables {
  const units = canonical.slice();
  const simplifiedUnits = canonical.slice();
  const traditionalOnly = new Uint8Array(units.length);
  forPairs(sources.traditional, (from, to, doubtful) => {
    simplifiedUnits[from] = to;
    if (!doubtful) traditionalOnly[from] = 1;
  });
  forPairs(sources.variants, (from, to) => {
    units[from] = to;
    simplifiedUnits[from] = simplifiedUnits[to] ?? to;
  });
  return { units, simplifiedUnits, traditionalOnly, noise: noisePhrases(sources.categories ?? {}) };
}

/** Lines of two characters, from and to, with `*` behind when doubtful; `#` opens a comment. */
function forPairs(source = '', take: (from: number, to: number, doubtful: boolean) => void): void {
  for (let at = 0; at < source.length; ) {
    let end = source.indexOf('\n', at);
    if (end < 0) end = source.length;
    if (end - at >= 2 && source[at] !== '#')
      take(source.charCodeAt(at), source.charCodeAt(at + 1), source[at + 2] === '*');
    at = end + 1;
  }
}

/**
 * Whether a text is written in traditional characters: at least two, and one in twelve of its Han. Real ones
 * have one in three; a simplified text that quotes an old title stays far below.
 */
export function looksTraditional(text: string, { traditionalOnly }: Tables): boolean {
  let traditional = 0;
  let han = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) continue;
    han++;
    if (traditionalOnly[unit] === 1) traditional++;
  }
  return traditional >= 2 && traditional * 12 >= han;
}
