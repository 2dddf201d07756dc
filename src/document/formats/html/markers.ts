import { formatNumber } from '../docx/number-format.js';
import { attribute, type Element, isElement } from './tree.js';

/** The number in front of each item of a list, as browsers show it; `ul` has none that is a word. */
export function markersOf(list: Element): ReadonlyMap<Element, string> {
  const markers = new Map<Element, string>();
  if (list.tagName !== 'ol') return markers;
  const items = list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li');
  const reversed = attribute(list, 'reversed') !== undefined;
  let value = integer(attribute(list, 'start')) ?? (reversed ? items.length : 1);
  for (const item of items) {
    value = integer(attribute(item, 'value')) ?? value;
    const marker = markerIn(styleOf(item) ?? styleOf(list) ?? 'decimal', value);
    if (marker !== '') markers.set(item, marker);
    value += reversed ? -1 : 1;
  }
  return markers;
}

const integer = (words: string | undefined): number | null =>
  words !== undefined && /^\s*-?\d{1,6}\s*$/.test(words) ? Number(words) : null;

function styleOf(element: Element): string | null {
  const style = attribute(element, 'style')?.match(/list-style(?:-type)?\s*:\s*([\w-]+)/i)?.[1];
  if (style) return style.toLowerCase();
  const type = attribute(element, 'type');
  return (type && TYPES[type]) || null;
}

const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Styles of CSS → the names that Word has for them, and what stands behind the number. */
const STYLES: Readonly<Record<string, readonly [format: string, behind: string]>> = {
  decimal: ['decimal', '.'],
  'decimal-leading-zero': ['decimalZero', '.'],
  'lower-alpha': ['lowerLetter', '.'],
  'lower-latin': ['lowerLetter', '.'],
  'upper-alpha': ['upperLetter', '.'],
  'upper-latin': ['upperLetter', '.'],
  'lower-roman': ['lowerRoman', '.'],
  'upper-roman': ['upperRoman', '.'],
  'cjk-ideographic': ['chineseCountingThousand', '、'],
  'simp-chinese-informal': ['chineseCountingThousand', '、'],
  'trad-chinese-informal': ['taiwaneseCountingThousand', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'trad-chinese-formal': ['ideographLegalTraditional', '、'],
  'cjk-decimal': ['ideographDigital', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
};

function markerIn(style: string, value: number): string {
  const known = STYLES[style];
  return known ? formatNumber(value, known[0]) + known[1] : '';
}
