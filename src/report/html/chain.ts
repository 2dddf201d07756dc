import type { Commitment, DimensionCoverage, Link, Problem, Quote } from '../../analysis.js';
import { COMMITMENTS } from '../names.js';
import { clip } from '../width.js';
import { gradeMark } from './coverage.js';
import { html, type Markup } from './markup.js';
import { type Page, section } from './page.js';

/** Columns of a terminal, two for a Han character: enough to know the words again. */
const SHORT = 72;

/** Problem → example → cause → measure, one row a problem; what is missing is seen as a gap. */
export function chain(page: Page): Markup | null {
  const { dimensions, problems } = page.analysis;
  if (problems.length === 0) return null;
  const loose = problems.filter(({ dimension }) => dimension === null);
  return section(
    page,
    'chain',
    '问题、事例、原因、措施',
    html`<table class="chain"><thead><tr><th>查摆的问题</th><th>事例</th><th>原因</th><th>措施</th></tr></thead>
${dimensions.map((coverage) => dimensionRows(page, coverage))}${
  loose.length > 0 &&
  html`<tbody>${dimensions.length > 0 && groupRow('未归入方面')}${loose.map((problem) => problemRow(page, problem))}</tbody>`
}</table>
${orphans(page)}`,
  );
}

const groupRow = (
  title: string,
): Markup => html`<tr class="group"><th colspan="4" scope="rowgroup">${title}</th></tr>
`;

const dimensionRows = (page: Page, { dimension, problems }: DimensionCoverage): Markup =>
  html`<tbody>${groupRow(`${dimension.ordinal} ${dimension.name}`)}${
    problems.length > 0
      ? problems.map((problem) => problemRow(page, problem))
      : html`<tr><td class="gap" colspan="4">没有查摆问题</td></tr>
`
  }</tbody>
`;

function problemRow(page: Page, { id, title, examples, causes, measures, links }: Problem): Markup {
  const { prefix, placeOf, analysis } = page;
  const promises = new Map(analysis.measures.map((measure) => [measure.id, measure.commitments]));
  return html`<tr><td class="problem"><a href="#${prefix}${id}">${title.text}</a><small>${placeOf(title.span.start)}</small></td>${[
    cell(
      '事例',
      '没有事例',
      examples.map((example) => html`<li>${gradeMark(example.grade)}${clip(example.text, SHORT)}</li>`),
    ),
    cell('原因', '没有原因', [...causes.map(own), ...linked(page, links.causes)]),
    cell('措施', '没有措施', [
      ...measures.map((measure) => html`<li>${clip(measure.text, SHORT)}${chips(measure.commitments)}</li>`),
      ...linked(page, links.measures, (measure) => chips(promises.get(measure) ?? [])),
    ]),
  ]}</tr>
`;
}

const cell = (name: string, gap: string, entries: readonly Markup[]): Markup =>
  entries.length === 0
    ? html`<td class="gap" data-name="${name}">${gap}</td>`
    : html`<td data-name="${name}"><ul>${entries}</ul></td>`;

/** A cause inside the problem's own text. */
const own = ({ text }: Quote): Markup => html`<li>${clip(text, SHORT)}</li>`;

function linked(
  { analysis, prefix }: Page,
  links: readonly Link[],
  more: (id: string) => Markup | null = () => null,
): readonly Markup[] {
  const titles = new Map([...analysis.causes, ...analysis.measures].map(({ id, title }) => [id, title.text]));
  return links.map(
    ({ to }) => html`<li><a href="#${prefix}${to}">${clip(titles.get(to) ?? to, SHORT)}</a>${more(to)}</li>`,
  );
}

function chips(commitments: readonly Commitment[]): Markup {
  const kinds = [...new Set(commitments.map(({ kind }) => kind))];
  return html`<span class="chips">${
    kinds.length === 0
      ? html`<span class="chip none">没有时限、数量、责任人</span>`
      : kinds.map((kind) => html`<span class="chip">${COMMITMENTS[kind]}</span>`)
  }</span>`;
}

/** Causes and measures that answer no problem. */
function orphans({ analysis, prefix }: Page): Markup | null {
  const answered = new Set(
    analysis.problems.flatMap(({ links }) => [...links.causes, ...links.measures].map(({ to }) => to)),
  );
  const lists = (
    [
      ['没有对上问题的原因', analysis.causes],
      ['没有对上问题的措施', analysis.measures],
    ] as const
  ).map(([title, items]) => ({ title, items: items.filter(({ id }) => !answered.has(id)) }));
  if (lists.every(({ items }) => items.length === 0)) return null;
  return html`<div class="orphans">${lists
    .filter(({ items }) => items.length > 0)
    .map(
      ({ title, items }) =>
        html`<p><b>${title}</b>${items.map((item) => html` <a href="#${prefix}${item.id}">${clip(item.title.text, SHORT)}</a>`)}</p>`,
    )}</div>`;
}
