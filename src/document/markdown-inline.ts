/** How far the end of a link, a comment or a piece of code is looked for, in units. */
const REACH = 300;
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
/** Characters that any mark contains. */
const SIGNS = '\\`[]<&*_~=';
const TAG = /<\/?[A-Za-z][^<>\n]{0,200}>/y;
const ADDRESS = /<((?:https?:|mailto:)[^<>\s]{1,300})>/y;
const FOOTNOTE = /\[\^[^\]\s]{1,40}\]/y;
const ENTITY = /&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj);/y;
const ADDRESS_START = /[\w./#<?%:@-]/;
const SPACE = /\s/;
/** Letters of any script: `_` inside a word is no emphasis. */
const WORD = /[\p{L}\p{N}]/u;

/**
 * Marks in `mask` with 1 the units of one line that are Markdown and not words.
 *
 * @param inComment whether a comment of an earlier line is still open
 * @returns whether a comment is open at the line's end
 */
export function findInlineMarks(
  text: string,
  from: number,
  to: number,
  mask: Uint8Array,
  inComment: boolean,
): boolean {
  if (!inComment && !hasMarks(text, from, to)) return false;
  const openers = new Map<string, number[]>();
  const brackets: number[] = [];
  let at = from;
  const leaveOut = (end: number): void => {
    mask.fill(1, at, end);
    at = end;
  };
  const sticky = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || at + match[0].length > to) return false;
    leaveOut(at + match[0].length);
    return true;
  };
  const comment = (): boolean => {
    const close = text.slice(at, to).indexOf('-->');
    leaveOut(close < 0 ? to : at + close + 3);
    return close < 0;
  };
  if (inComment && comment()) return true;
  while (at < to) {
    switch (text.charAt(at)) {
      case '\\':
        if (at + 1 < to && PUNCTUATION.includes(text.charAt(at + 1))) leaveOut(at + 1);
        at++;
        break;
      case '`':
        at = code(text, at, to, mask);
        break;
      case '[':
        if (!sticky(FOOTNOTE)) brackets.push(at++);
        break;
      case ']':
        at = link(text, brackets.pop(), at, to, mask);
        break;
      case '<':
        if (text.startsWith('<!--', at)) {
          if (comment()) return true;
        } else if (address(text, at, to, mask)) at++;
        else if (!sticky(TAG)) at++;
        break;
      case '&':
        if (!sticky(ENTITY)) at++;
        break;
      case '*':
      case '_':
      case '~':
      case '=':
        at = emphasis(text, from, at, to, mask, openers);
        break;
      default:
        at++;
    }
  }
  return false;
}

function hasMarks(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 128 && SIGNS.includes(text.charAt(i))) return true;
  }
  return false;
}

function endOfRun(text: string, at: number, to: number): number {
  const char = text.charAt(at);
  let end = at;
  while (end < to && text.charAt(end) === char) end++;
  return end;
}

/** Backticks around code go, what is inside is read as it stands. Returns where to go on. */
function code(text: string, at: number, to: number, mask: Uint8Array): number {
  const end = endOfRun(text, at, to);
  const limit = Math.min(to, end + REACH);
  for (let i = end; i < limit; i++) {
    if (text.charAt(i) !== '`') continue;
    const close = endOfRun(text, i, to);
    if (close - i === end - at) {
      mask.fill(1, at, end);
      mask.fill(1, i, close);
      return close;
    }
    i = close;
  }
  return end;
}

/** Of a link its words stay, an image goes. Brackets with Han behind, as in [2021](试行), are neither. Returns where to go on. */
function link(text: string, open: number | undefined, close: number, to: number, mask: Uint8Array): number {
  if (open === undefined || text.charAt(close + 1) !== '(') return close + 1;
  const end = text.slice(close, Math.min(to, close + REACH)).indexOf(')');
  if (end < 0 || !ADDRESS_START.test(text.charAt(close + 2))) return close + 1;
  if (text.charAt(open - 1) === '!') mask.fill(1, open - 1, close);
  else mask[open] = 1;
  mask.fill(1, close, close + end + 1);
  return close + end + 1;
}

function address(text: string, at: number, to: number, mask: Uint8Array): boolean {
  ADDRESS.lastIndex = at;
  const match = ADDRESS.exec(text);
  if (match === null || at + match[0].length > to) return false;
  mask[at] = 1;
  mask[at + match[0].length - 1] = 1;
  return true;
}

/** Pairs a run with the last open one of the same sign and length, or opens one. Returns its end. */
function emphasis(
  text: string,
  from: number,
  at: number,
  to: number,
  mask: Uint8Array,
  openers: Map<string, number[]>,
): number {
  const end = endOfRun(text, at, to);
  const length = end - at;
  const sign = text.charAt(at);
  // ____ is a blank, ** behind a figure (20**年) stands for one; ~ and = are marks in pairs only.
  if (length > 3 || ((sign === '~' || sign === '=') && length !== 2)) return end;
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = end < to ? text.charAt(end) : ' ';
  if (sign === '*' && /\d/.test(before) && /[年月日\d]/.test(after)) return end;
  const mayOpen = !SPACE.test(after) && (sign !== '_' || !WORD.test(before));
  const mayClose = !SPACE.test(before) && (sign !== '_' || !WORD.test(after));
  const key = sign.repeat(length);
  const open = openers.get(key);
  const partner = mayClose ? open?.at(-1) : undefined;
  if (partner !== undefined && partner + length < at) {
    open?.pop();
    mask.fill(1, partner, partner + length);
    mask.fill(1, at, end);
  } else if (mayOpen) {
    if (open === undefined) openers.set(key, [at]);
    else open.push(at);
  }
  return end;
}
