import type { ReportedAnalysis } from '../../analysis.js';
import { KINDS } from '../names.js';
import { visible } from '../width.js';
import { paragraph, type Style } from './style.js';

/** Below this the reader is told that the year is a guess, and which is the next best. */
const SURE = 0.8;

/** A next best below this is nobody's guess. */
const WORTH_NAMING = 0.1;

/** Name of the file, the profile assumed and how sure that is, kind of document. */
export function head(analysis: ReportedAnalysis, style: Style, explain: boolean): readonly string[] {
  const { document, profile, kind, title } = analysis;
  const named = title ? ` ${style.paint.dim(visible(title.text.slice(0, 80)))}` : '';
  const doubtful = profile.detected && (profile.confidence < SURE || profile.profile.year === null);
  const paint = doubtful ? style.paint.yellow : (line: string): string => line;
  const reasons = explain && profile.reasons.length > 0 ? [`依据：${profile.reasons.join('；')}。`] : [];
  return [
    `${style.paint.bold(visible(document.file))}${named}`,
    ...[`按${profileLine(analysis)}检查，${KINDS[kind]}材料。`, ...reasons].flatMap((line) =>
      paragraph(style, 2, line, paint),
    ),
  ];
}

/** The profile, how it was found and how sure that is. */
export function profileLine({
  profile: { profile, detected, confidence, runnerUp },
}: ReportedAnalysis): string {
  const name = `“${profile.name}”`;
  if (!detected) return `${name}（由 --profile 指定）`;
  const doubt = profile.year === null ? '没有认出是哪一年的维度' : confidence < SURE ? '不很确定' : null;
  if (doubt === null) return `${name}（自动判断，把握${percent(confidence)}）`;
  const other =
    runnerUp && runnerUp.confidence >= WORTH_NAMING
      ? `，也可能是“${runnerUp.profile.name}”（${percent(runnerUp.confidence)}）`
      : '';
  return `${name}（自动判断，把握${percent(confidence)}，${doubt}${other}；可用 --profile 指定）`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
