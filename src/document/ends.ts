import { canonical, Kind, kinds } from './units.js';

/** Ends a sentence or announces what follows. */
const TERMINAL = new Set([...'。；：！？;:!?…'].map((char) => char.charCodeAt(0)));
/** May stand behind the terminal. */
const CLOSING = new Set([...'”’"\'）)】]》〕'].map((char) => char.charCodeAt(0)));
/** Ends a clause, so the sentence goes on. */
const PAUSE = new Set([...'，、,'].map((char) => char.charCodeAt(0)));
const DOT = 46;

/** Whether a line ends like a sentence; a dot counts behind Han. Closing brackets and quotes are looked through. */
export function endsSentence(text: string, from: number, to: number): boolean {
  let at = to - 1;
  for (; at >= from && at > to - 4; at--) {
    const unit = unitAt(text, at);
    if (TERMINAL.has(unit)) return true;
    if (unit === DOT) return kinds[unitAt(text, at - 1)] === Kind.han;
    if (!CLOSING.has(unit) && kinds[unit] !== Kind.none && kinds[unit] !== Kind.space) return false;
  }
  return false;
}

/** Whether a line ends in 、 or ，: its sentence certainly goes on. */
export const endsClause = (text: string, to: number): boolean => PAUSE.has(unitAt(text, to - 1));

const unitAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return Number.isNaN(unit) ? 0 : (canonical[unit] ?? unit);
};
