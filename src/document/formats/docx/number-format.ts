/**
 * A number as a list of Word shows it.
 *
 * @param format name in `w:numFmt`; one that is not known counts in plain digits
 * @param digits least number of digits, for formats like 001
 */
export function formatNumber(value: number, format: string, digits = 0): string {
  if (digits > 0) return String(value).padStart(digits, '0');
  return FORMATS[format]?.(value) ?? String(value);
}

type Format = (value: number) => string;

/** One sign a number; beyond them digits. */
const signs =
  (list: string): Format =>
  (value) =>
    [...list][value - 1] ?? String(value);

/** Twenty signs in a row, as Unicode has them. */
const enclosed =
  (first: number): Format =>
  (value) =>
    value >= 1 && value <= 20 ? String.fromCharCode(first + value - 1) : String(value);

/** The signs of a cycle, beginning anew behind the last. */
const cycle =
  (list: string): Format =>
  (value) =>
    value < 1 ? String(value) : ([...list][(value - 1) % [...list].length] ?? '');

const shifted =
  (zero: number): Format =>
  (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

/** 一二〇: a sign a digit. */
const positional =
  (list: string): Format =>
  (value) =>
    String(value).replace(/\d/g, (digit) => list.charAt(Number(digit)));

/**
 * Counting with 十, 百, 千 and 万.
 *
 * @param one whether 10 to 19 are written with the one (壹拾)
 */
const counting =
  (digits: string, units: string, one: boolean): Format =>
  (value) => {
    if (value < 0 || value > 99_999) return String(value);
    if (value === 0) return digits.charAt(0);
    const ten =
      value >= 10_000 ? below10000(Math.floor(value / 10_000), digits, units) + units.charAt(3) : '';
    const rest = value % 10_000;
    const gap = ten !== '' && rest > 0 && rest < 1000 ? digits.charAt(0) : '';
    const words = ten + gap + (rest > 0 ? below10000(rest, digits, units) : '');
    const opening = digits.charAt(1) + units.charAt(0);
    return !one && value >= 10 && value < 20 && words.startsWith(opening) ? words.slice(1) : words;
  };

function below10000(value: number, digits: string, units: string): string {
  let words = '';
  let zero = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    if (zero) words += digits.charAt(0);
    zero = false;
    words += digits.charAt(digit) + (power > 0 ? units.charAt(power - 1) : '');
  }
  return words;
}

/** Japanese leaves out the one before 十, 百 and 千, and the zero. */
const japanese: Format = (value) =>
  counting('〇一二三四五六七八九', '十百千万', false)(value).replace(/一(?=[十百千])|〇(?=.)/g, '');

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const roman: Format = (value) => {
  if (value < 1 || value > 9999) return String(value);
  let rest = value;
  let words = '';
  for (const [amount, letters] of ROMAN) for (; rest >= amount; rest -= amount) words += letters;
  return words;
};

/** A, B … Z, AA, BB … */
const letter: Format = (value) =>
  value < 1 || value > 780
    ? String(value)
    : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const lower =
  (format: Format): Format =>
  (value) =>
    format(value).toLowerCase();

const ordinal: Format = (value) => {
  const teen = Math.floor(value / 10) % 10 === 1;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
};

const chinese = counting('〇一二三四五六七八九', '十百千万', false);
const chineseThousand = counting('零一二三四五六七八九', '十百千万', false);
const taiwanese = counting('零一二三四五六七八九', '十百千萬', false);
const circled = signs('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿');
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const FORMATS: Readonly<Record<string, Format>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: lower(roman),
  upperLetter: letter,
  lowerLetter: lower(letter),
  ordinal,
  hex: (value) => value.toString(16).toUpperCase(),
  numberInDash: (value) => `- ${value} -`,
  chineseCounting: chinese,
  chineseCountingThousand: chineseThousand,
  taiwaneseCounting: taiwanese,
  taiwaneseCountingThousand: taiwanese,
  japaneseCounting: japanese,
  chineseLegalSimplified: counting('零壹贰叁肆伍陆柒捌玖', '拾佰仟万', true),
  ideographLegalTraditional: counting('零壹貳參肆伍陸柒捌玖', '拾佰仟萬', true),
  japaneseLegal: counting('零壱弐参四伍六七八九', '拾百阡萬', true),
  ideographDigital: positional('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: positional('〇一二三四五六七八九'),
  taiwaneseDigital: positional('○一二三四五六七八九'),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographZodiacTraditional: (value) => cycle(STEMS)(value) + cycle(BRANCHES)(value),
  ideographEnclosedCircle: signs('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: enclosed(0x2488),
  decimalEnclosedParen: enclosed(0x2474),
  decimalFullWidth: shifted(0xff10),
  decimalFullWidth2: shifted(0xff10),
  aiueo: cycle(
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  ),
  iroha: cycle(
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  ),
};
