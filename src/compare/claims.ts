import type { Analysis, Rectification } from '../analysis.js';
import type { Lexicon } from '../language/lexicon.js';
import type { Claim } from './comparison.js';

/**
 * The accounts of the later document that speak of the earlier one's meeting, each with what the earlier document
 * really contains.
 */
export function checkClaims(before: Analysis, after: Analysis, lexicon: Lexicon): readonly Claim[] {
  const actualFound = before.problems.length;
  const actualAspects = before.dimensions.filter(({ problems }) => problems.length > 0).length;
  return accountsOf(before, after, lexicon).map(({ occasion, found, aspects, span }) => ({
    quote: { text: after.document.text.slice(span.start, span.end).replaceAll('\n', ''), span },
    occasion,
    statedFound: found,
    actualFound,
    statedAspects: aspects,
    actualAspects,
    consistent:
      (found ?? actualFound) === actualFound &&
      // Without headings of dimensions nothing is known of aspects; with a heading a problem, each is one.
      (aspects === null || [actualAspects || aspects, actualFound].includes(aspects)),
  }));
}

/**
 * Accounts with figures that cover the meeting for which the earlier document was written: of its year, as far as
 * they say, and of no inspection. Where two meetings of that year are told of, the one counts whose special name
 * (党史学习教育, 巡视整改) the earlier document bears.
 */
export function accountsOf(before: Analysis, after: Analysis, lexicon: Lexicon): readonly Rectification[] {
  const covering = after.rectification.filter(
    ({ found, aspects, occasion }) =>
      (found !== null || aspects !== null) && covers(before, after, occasion, lexicon),
  );
  const specials = covering.map(({ occasion }) => wordsIn(occasion, 'meeting-special', lexicon));
  const different = new Set(specials.filter((words) => words.length > 0).map((words) => words.join()));
  if (different.size < 2) return covering;
  const head = `${before.profile.profile.name}${before.document.text.slice(0, HEAD)}`;
  return covering.filter((_, i) => specials[i]?.every((word) => head.includes(word)));
}

/** Title and opening, in characters: there a document names its meeting. */
const HEAD = 400;

function covers(before: Analysis, after: Analysis, occasion: string, lexicon: Lexicon): boolean {
  const has = (category: string): boolean => wordsIn(occasion, category, lexicon).length > 0;
  if (has('inspection') && !has('life-meeting')) return false;
  const [earlier, later] = [before.profile.profile.year, after.profile.profile.year];
  const stated = /20\d\d/.exec(occasion)?.[0];
  if (stated !== undefined) return earlier === null || Number(stated) === earlier;
  // 上年度 is the year before the later document's own.
  return earlier === null || later === null || later - earlier <= 1;
}

const wordsIn = (text: string, category: string, lexicon: Lexicon): readonly string[] =>
  lexicon
    .scan(text)
    .in(category)
    .map(({ start, end }) => text.slice(start, end));
