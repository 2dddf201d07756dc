import type { Finding } from '../analysis.js';
import { placesOf } from '../document/place.js';
import { slice } from '../document/span.js';
import { SEVERITY_NAMES } from './names.js';
import { isFailed } from './outcome.js';
import { shortenMiddle } from './shorten.js';
import type { TableForm } from './table-form.js';
import { notUnderstood } from './understood.js';
import { visible } from './width.js';
import type { Writer } from './writer.js';

const COLUMNS = ['文件', '级别', '位置', '规则', '说明', '原文', '建议'] as const;

/** In UTF-16 units: a cell that quotes a whole page is nobody's help. */
const LONGEST_EXCERPT = 200;

export interface FindingsTableOptions extends TableForm {
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** Findings as a table, one row each. What could not be read or understood has a row of its own. */
export function findingsTableWriter({ header, row, rules }: FindingsTableOptions): Writer<string> {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  return {
    opening: header(COLUMNS),
    part: (outcome) => {
      if (isFailed(outcome)) return row([outcome.file, '没有读出', '', '', outcome.error.message, '', '']);
      const { document } = outcome.analysis;
      const placeOf = placesOf(document);
      const cells = ({ span, severity, rule, message, suggestion }: Finding): readonly string[] => [
        document.file,
        SEVERITY_NAMES[severity],
        span.start === span.end ? '整篇' : placeOf(span.start),
        `${titles.get(rule) ?? rule}（${rule}）`,
        message,
        shortenMiddle(visible(slice(document.text, span)), LONGEST_EXCERPT),
        suggestion ?? '',
      ];
      const doubt = notUnderstood(outcome.analysis);
      return [
        ...(doubt === null ? [] : [[document.file, SEVERITY_NAMES.warning, '整篇', '', doubt, '', '']]),
        ...outcome.findings.map(cells),
      ]
        .map(row)
        .join('');
    },
    document: (rows) => rows,
    closing: () => '',
  };
}
