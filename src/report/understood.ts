import type { ReportedAnalysis } from '../analysis.js';
import type { Notice } from '../document/document.js';

/** All that was assumed, skipped or not understood; what is said by {@link notUnderstood} comes first. */
export function noticesOf(analysis: ReportedAnalysis): readonly Notice[] {
  const message = notUnderstood(analysis);
  if (message === null) return analysis.notices;
  // Says the same and more.
  const others = analysis.notices.filter(({ code }) => code !== 'empty');
  return [{ code: analysis.statistics.characters === 0 ? 'empty' : 'outside-parts', message }, ...others];
}

/**
 * Why a document was not recognised as one of those the rules are made for, so that “no findings” says nothing
 * about it.
 *
 * @returns Chinese, one sentence; null when it was recognised
 */
export function notUnderstood({
  statistics,
  problems,
  parts,
  causes,
  measures,
}: ReportedAnalysis): string | null {
  if (statistics.characters === 0) return '没有读到任何文字，无法检查。';
  if (problems.length > 0) return null;
  if (causes.length > 0 || measures.length > 0 || parts.some(({ role }) => role === 'problems'))
    return '没有读出一条问题：请确认文件里有查摆问题的部分，每条问题有编号或标题。';
  return '没有认出问题、原因、措施等部分：这份文件可能不是对照检查材料，没有发现不等于没有毛病。';
}
