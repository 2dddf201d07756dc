import type { ReportedAnalysis } from '../../analysis.js';
import { placesOf } from '../../document/place.js';
import { slice } from '../../document/span.js';
import type { Rows, SheetColumn } from './sheet.js';

/** 上年度整改: what the document says of last year's problems. */
export const accountColumns: readonly SheetColumn[] = [
  { title: '序号', width: 6 },
  { title: '会议或检查', width: 34 },
  { title: '方面', width: 7 },
  { title: '查摆', width: 7 },
  { title: '完成', width: 7 },
  { title: '未完成', width: 8 },
  { title: '完成率', width: 8 },
  { title: '数字', width: 9 },
  { title: '原文', width: 64 },
  { title: '原文位置', width: 13 },
];

/** Cells behind the number of each row. */
export function accountRows(analysis: ReportedAnalysis): Rows {
  const { document, rectification } = analysis;
  const placeOf = placesOf(document);
  return rectification.map(({ occasion, aspects, found, done, ongoing, rate, consistent, span }) => [
    occasion,
    aspects ?? '',
    found ?? '',
    done ?? '',
    ongoing ?? '',
    rate === null ? '' : `${rate}%`,
    consistent ? '相符' : '不相符',
    slice(document.text, span).replace(/(?<!\s)\s*\n\s*/g, ''),
    placeOf(span.start),
  ]);
}
