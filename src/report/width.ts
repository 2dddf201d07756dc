import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Text on one line, without what a terminal would obey instead of show (escape sequences, direction marks). A
 * line end between Han characters goes, other white space becomes one blank.
 */
export const visible = (text: string): string =>
  BLANK_OR_HIDDEN.test(text)
    ? withoutHidden(text)
        .split('\n')
        .reduce((line, next) => {
          const head = line.trimEnd();
          const tail = next.trimStart();
          const joint = /\P{ASCII}$/u.test(head) && /^\P{ASCII}/u.test(tail) ? '' : ' ';
          return head + joint + tail;
        })
        .replace(/\s+/g, ' ')
    : text;

/** All that is not shown as it stands; most texts have none of it. */
const BLANK_OR_HIDDEN = /[\s\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u;

/** Controls that are no white space, direction marks, zero-width characters, byte order marks. */
const HIDDEN = /(?!\s)\p{Cc}|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

/** What nobody sees, and a terminal or a browser might obey. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, '');

/** Columns that a text takes in a terminal. Characters of ambiguous width (“ … ①) count one, as terminals do. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  if (point < 0x2e80) return /\p{M}/u.test(character) ? 0 : eastAsianWidth(point);
  if (point >= 0xfe00 && point <= 0xfe0f) return 0;
  return eastAsianWidth(point);
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** The longest beginning of a text that takes at most `width` columns. */
export function takeStart(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The longest end of a text that takes at most `width` columns. */
export function takeEnd(text: string, width: number): string {
  const characters = [...text.slice(-2 * width - 2)];
  let used = 0;
  let from = characters.length;
  while (from > 0) {
    used += characterWidth(characters[from - 1] ?? '');
    if (used > width) break;
    from--;
  }
  return characters.slice(from).join('');
}

/** One line of at most `width` columns; what does not clip is … */
export function clip(text: string, width: number): string {
  const line = visible(text.slice(0, 4 * width + 4));
  if (line.length * 2 <= width || widthOf(line) <= width) return line;
  return `${takeStart(line, width - 1)}…`;
}

/** No line begins with these, none ends with those. */
const NOT_FIRST = /^[，。、；：！？）〕】》」』”’,.;:!?)\]%…—]/u;
const NOT_LAST = /[（〔【《「『“‘([]$/u;

/** Lines of at most `width` columns. Han text breaks anywhere but before closing and after opening marks. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(width, 4);
  const lines: string[] = [];
  let rest = visible(text).trim();
  while (rest !== '') {
    let line = takeStart(rest, room);
    if (line.length < rest.length) line = breakWell(line, rest);
    if (line === '') line = String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return lines.length > 0 ? lines : [''];
}

/** Moves the end of a line back to a place where it may break, if there is one. */
function breakWell(line: string, rest: string): string {
  for (let end = line.length; end > 1; end--) {
    const head = rest.slice(0, end);
    const tail = rest.slice(end);
    const splitsWord = /[\w.%-]$/.test(head) && /^[\w.%-]/.test(tail);
    const splitsPair = /^[\udc00-\udfff]/.test(tail);
    if (!NOT_FIRST.test(tail) && !NOT_LAST.test(head) && !splitsWord && !splitsPair) return head;
  }
  return line;
}
