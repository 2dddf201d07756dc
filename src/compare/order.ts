import type { Analysis } from '../analysis.js';
import { DuizhaoError } from '../document/error.js';
import type { ComparisonWarning } from './comparison.js';
import { differences } from './writer.js';

/**
 * The documents in order of their years. Those whose year is not known stay where they were given.
 *
 * @throws DuizhaoError `bad-option` when fewer than two are given or two are the same text
 */
export function inOrder(given: readonly Analysis[]): {
  readonly documents: readonly Analysis[];
  readonly warnings: readonly ComparisonWarning[];
} {
  if (given.length < 2)
    throw new DuizhaoError('bad-option', '逐年对照至少要两份材料，请给出上一年度和本年度的文件。');
  refuseSame(given);
  const warnings = withoutProblems(given);
  const unknown = given.filter(({ profile }) => profile.profile.year === null);
  if (unknown.length > 0)
    return {
      documents: given,
      warnings: [
        ...warnings,
        {
          code: 'unknown-year',
          message: `没有认出${names(unknown)}是哪一年度的，按给出的顺序对照。`,
        },
      ],
    };
  const documents = given.toSorted((a, b) => yearOf(a) - yearOf(b));
  const moved = documents.some((document, i) => document !== given[i]);
  if (moved)
    warnings.push({
      code: 'sorted',
      message: `给出的顺序与年度不符，已按识别出的年度排列：${documents.map(yearOf).join('、')}。`,
    });
  documents.forEach((document, i) => {
    const next = documents[i + 1];
    if (!next) return;
    const years = yearOf(next) - yearOf(document);
    if (years === 0)
      warnings.push({
        code: 'same-year',
        message: `${names([document, next])}都像是${yearOf(next)}年度的，先后按给出的顺序。`,
      });
    if (years > 1)
      warnings.push({
        code: 'year-gap',
        message: `${yearOf(document)}年度之后是${yearOf(next)}年度，中间缺${years - 1}年：后一份说的“上年度”不是前一份。`,
      });
  });
  return { documents, warnings };
}

/** Of what was not understood, nothing has ended and nothing is new. */
const withoutProblems = (documents: readonly Analysis[]): ComparisonWarning[] =>
  documents
    .filter(({ problems }) => problems.length === 0)
    .map((analysis) => ({
      code: 'no-problems',
      message: `${names([analysis])}里没有读出一条问题，可能不是对照检查材料：问题的去向不能据此判断。请确认没有拿错文件。`,
    }));

const yearOf = ({ profile }: Analysis): number => profile.profile.year ?? 0;

const names = (documents: readonly Analysis[]): string =>
  documents.map(({ document }) => document.file).join('、');

function refuseSame(given: readonly Analysis[]): void {
  const seen = new Map<string, Analysis>();
  for (const analysis of given) {
    const words = analysis.reading.text.replace(/\s+/g, '');
    const before = seen.get(words);
    if (before)
      throw new DuizhaoError(
        'bad-option',
        before.document.file === analysis.document.file
          ? `${analysis.document.file} 给了两次。请给出不同年度的材料。`
          : `${names([before, analysis])}的文字完全相同，无法逐年对照。请确认没有拿错文件。`,
      );
    seen.set(words, analysis);
  }
}

/**
 * Documents that seem to be of somebody else than the one before.
 *
 * @param strangers whether two neighbours, by the index of the first, have nothing in common
 */
export const otherWriters = (
  documents: readonly Analysis[],
  strangers: (before: number) => boolean,
): readonly ComparisonWarning[] =>
  documents.slice(1).flatMap((after, i): readonly ComparisonWarning[] => {
    const before = documents[i];
    if (!before) return [];
    const reasons = [
      ...differences(before, after),
      ...(strangers(i) ? ['没有一句话相同，除了人人都用的字眼几乎没有共同之处'] : []),
    ];
    if (reasons.length === 0) return [];
    const message = `${names([before, after])}可能不是同一个人或同一个单位的材料：${reasons.join('；')}。请核对。`;
    return [{ code: 'other-writer', message }];
  });
