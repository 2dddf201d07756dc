import { formatNumber } from '../docx/number-format.js';
import { attribute, type XmlTag } from '../xml.js';

/** How one level of a list is numbered. */
interface Level {
  /** Name of the format as Word calls it; null for a bullet. */
  readonly format: string | null;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  /** How many levels are shown. */
  readonly shown: number;
}

/** Formats of OpenDocument, by their sample, and Word's names for them. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '一, 二, 三, ...': 'chineseCountingThousand',
  '壹, 贰, 叁, ...': 'chineseLegalSimplified',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
  '１, ２, ３, ...': 'decimalFullWidth',
  '甲, 乙, 丙, ...': 'ideographTraditional',
};

/** The styles of lists of a document, and their counters while it is read. */
export class Lists {
  readonly #styles = new Map<string, Map<number, Level>>();
  readonly #counters = new Map<string, number[]>();

  /** Notes a level: `text:list-level-style-number` or `-bullet`. */
  define(style: string, tag: XmlTag): void {
    const levels = this.#styles.get(style) ?? new Map<number, Level>();
    this.#styles.set(style, levels);
    const numbered = tag.local === 'list-level-style-number';
    const format = numbered ? attribute(tag, 'num-format') : undefined;
    levels.set(numberOf(attribute(tag, 'level'), 1), {
      format: format ? (FORMATS[format] ?? 'decimal') : null,
      before: attribute(tag, 'num-prefix') ?? '',
      after: attribute(tag, 'num-suffix') ?? '',
      start: numberOf(attribute(tag, 'start-value'), 1),
      shown: numberOf(attribute(tag, 'display-levels'), 1),
    });
  }

  /**
   * The number in front of the next item of a list; empty where its level shows none.
   *
   * @param stated the item's own number, where it has one
   */
  next(style: string, level: number, stated?: string): string {
    const levels = this.#styles.get(style);
    const own = levels?.get(level);
    if (!levels || !own) return '';
    const counters = this.#counters.get(style) ?? [];
    this.#counters.set(style, counters);
    counters.length = Math.max(counters.length, level);
    counters[level - 1] = numberOf(stated, (counters[level - 1] ?? own.start - 1) + 1);
    counters.length = level;
    if (own.format === null) return '';
    const shown = Array.from({ length: Math.min(own.shown, level) }, (_, i) => level - own.shown + 1 + i)
      .filter((each) => each >= 1)
      .map((each) => {
        const { format, start } = levels.get(each) ?? own;
        return formatNumber(counters[each - 1] ?? start, format ?? 'decimal');
      });
    return `${own.before}${shown.join('.')}${own.after}`;
  }

  /** A list that does not continue another counts anew. */
  restart(style: string): void {
    this.#counters.delete(style);
  }
}

const numberOf = (words: string | undefined, otherwise: number): number => {
  const value = Number(words);
  return words !== undefined && Number.isInteger(value) && value >= 0 && value < 10_000 ? value : otherwise;
};
