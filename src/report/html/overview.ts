import type { Tally } from '../../check/tally.js';
import { html, type Markup } from './markup.js';

/** A document of a report on several. */
export interface Listed {
  readonly file: string;
  readonly prefix: string;
  /** Null where it could not be read; then `problem` says why. */
  readonly tally: Tally | null;
  /** Chinese: why it was not read or understood; null when it was. */
  readonly problem: string | null;
}

/** All documents of the report with their figures, the worst first. */
export function overview(documents: readonly Listed[]): Markup {
  const sorted = documents.toSorted((a, b) => badness(b) - badness(a));
  return html`<section class="overview"><p class="brand">对照<span>检查报告</span></p><h1>共${documents.length}份材料</h1>
<table><thead><tr><th>材料</th><th class="number">错误</th><th class="number">警告</th><th class="number">提示</th></tr></thead><tbody>
${sorted.map(row)}</tbody></table></section>
`;
}

const row = ({ file, prefix, tally, problem }: Listed): Markup =>
  tally === null
    ? html`<tr><th scope="row">${file}</th><td class="error" colspan="3">没有读出：${problem}</td></tr>
`
    : html`<tr><th scope="row"><a href="#${prefix}top">${file}</a>${problem !== null && html` <small>${problem}</small>`}</th><td class="number">${tally.error}</td><td class="number">${tally.warning}</td><td class="number">${tally.info}</td></tr>
`;

/** What was not read or understood has to be looked at first; then errors weigh more than any warnings. */
const badness = ({ tally, problem }: Listed): number =>
  tally === null
    ? Number.POSITIVE_INFINITY
    : (problem === null ? 0 : 1e12) +
      1e6 * tally.error +
      1e3 * Math.min(tally.warning, 999) +
      Math.min(tally.info, 999);
