import type { Example, Grade, Problem } from '../../analysis.js';
import { GRADES } from '../names.js';
import { html, type Markup } from './markup.js';
import { type Page, section } from './page.js';

export const GRADE_ORDER: readonly Grade[] = ['concrete', 'partial', 'vague'];

/** A mark for how concrete an example is; the shapes differ, not only the colours. */
export const gradeMark = (grade: Grade): Markup =>
  html`<i class="grade ${grade}" title="${GRADES[grade]}"></i>`;

/** A row for each dimension: characters as a bar, problems, examples by grade. */
export function coverage(page: Page): Markup | null {
  const { dimensions, problems } = page.analysis;
  if (dimensions.length === 0) return null;
  const most = Math.max(1, ...dimensions.map(({ characters }) => characters));
  const loose = problems.filter(({ dimension }) => dimension === null);
  return section(
    page,
    'coverage',
    '各方面写得怎样',
    html`<table class="coverage"><thead><tr><th>方面</th><th>字数</th><th class="number">问题</th><th>事例</th></tr></thead><tbody>
${dimensions.map(({ dimension, problems: own, characters }) =>
  row(html`<b>${dimension.ordinal}</b> ${dimension.short}`, dimension.name, own, characters, most),
)}${loose.length > 0 && row(html`未归入方面`, '没有方面标题，按内容也看不准', loose, null, most)}</tbody></table>
<p class="legend">${GRADE_ORDER.map((grade) => html`<span>${gradeMark(grade)} ${GRADES[grade]}</span>`)}</p>`,
  );
}

function row(
  title: Markup,
  full: string,
  problems: readonly Problem[],
  characters: number | null,
  most: number,
): Markup {
  const empty = problems.length === 0;
  const examples = problems.flatMap((problem) => problem.examples);
  const share = characters === null ? 0 : Math.round((1000 * characters) / most) / 10;
  return html`<tr${empty && html` class="missing"`}><th scope="row" title="${full}">${title}</th><td class="bar"><span><i style="width:${share}%"></i></span><b>${characters ?? ''}</b></td><td class="number">${
    empty ? '没有问题' : problems.length
  }</td><td class="grades">${empty ? null : examples.length === 0 ? '没有事例' : dots(examples)}</td></tr>
`;
}

/** One mark an example, the concrete first. */
function dots(examples: readonly Example[]): Markup {
  const sorted = GRADE_ORDER.flatMap((grade) => examples.filter((example) => example.grade === grade));
  const counts = GRADE_ORDER.map(
    (grade) => `${GRADES[grade]}${examples.filter((example) => example.grade === grade).length}`,
  );
  return html`<span role="img" aria-label="${counts.join('，')}">${sorted.map(({ grade }) => gradeMark(grade))}</span>`;
}
