import type { Change, Comparison, Step } from '../../compare/comparison.js';
import { placesOf } from '../../document/place.js';
import { yearName } from '../../pairing/year-name.js';
import { html, type Markup } from '../html/markup.js';
import { STYLE } from '../html/style.js';
import { KINDS } from '../names.js';
import { groundsOf, stepFacts, threadTitle } from './facts.js';
import { COMPARE_STYLE } from './html-style.js';
import { percent, RELATION_ORDER, RELATIONS, STATUSES } from './names.js';
import { slopeChart } from './slope.js';

/** Nothing may be loaded or run, whatever the words of a document are. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report of `duizhao compare` as a page: one file, no script, nothing loaded from anywhere. */
export function renderCompareHtml(comparison: Comparison): string {
  const title = `逐年对照：${comparison.documents.map(yearName).join(' → ')}`;
  const steps = comparison.steps.toReversed();
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
${html`<title>${title}</title>`}
<style>${STYLE}${COMPARE_STYLE}</style>
</head>
<body>
<main>
${html`${top(comparison, title)}${steps.map(stepSection)}${themes(comparison)}${matrix(comparison)}${steps.map(reading)}`}</main>
</body>
</html>
`;
}

const top = (
  { documents, warnings }: Comparison,
  title: string,
): Markup => html`<header><p class="brand">对照<span>逐年对照</span></p>
<h1>${title}</h1>
${documents.map(
  (analysis) =>
    html`<p class="meta">${yearName(analysis)} <span class="file">${analysis.document.file}</span>（${KINDS[analysis.kind]}材料，${analysis.problems.length}个问题）</p>
`,
)}${warnings.map(
  ({ message }) => html`<p class="doubt">${message}</p>
`,
)}</header>
`;

function stepSection(step: Step): Markup {
  const { before, after } = step;
  const [earlier, later] = [yearName(before), yearName(after)];
  return html`<section><h2>${earlier} → ${later}</h2>
<dl class="facts">${stepFacts(step).map(({ topic, says, grave }) => html`<dt>${topic}</dt><dd${grave && html` class="grave"`}>${says}</dd>`)}</dl>
</section>
${pairs(step, earlier, later)}${measures(step)}`;
}

/** The words themselves, behind what can be seen at a glance. */
function reading(step: Step): Markup {
  const [earlier, later] = [yearName(step.before), yearName(step.after)];
  return html`${sides(step, earlier, later)}${copies(step, earlier, later)}`;
}

function pairs({ problems }: Step, earlier: string, later: string): Markup {
  const sorted = RELATION_ORDER.flatMap((relation) => problems.filter((row) => row.relation === relation));
  return html`<section><h2>每个问题的去向</h2><table class="pairs"><thead><tr><th>去向</th><th>${earlier}</th><th>${later}</th><th>相似</th><th>依据</th></tr></thead><tbody>
${sorted.map(
  (row) =>
    html`<tr><td class="relation ${row.relation}">${RELATIONS[row.relation]}</td><td>${row.before?.title.text ?? ''}</td><td>${row.after?.title.text ?? ''}</td><td class="share">${row.before && row.after ? percent(row.similarity) : ''}</td><td class="why">${groundsOf(row).map((ground, i) => html`${i > 0 && html`<br>`}${ground}`)}</td></tr>
`,
)}</tbody></table></section>
`;
}

/** Paired problems side by side, their differences marked. */
function sides({ problems }: Step, earlier: string, later: string): Markup | null {
  const paired = problems.filter(({ before, after, changes }) => before && after && changes().length > 0);
  if (paired.length === 0) return null;
  return html`<section><h2>前后对读</h2>
${paired.map(
  ({ before, after, relation, similarity, changes }) =>
    html`<div class="sides"><h3>${after?.title.text ?? before?.title.text ?? ''}<small>${RELATIONS[relation]}，相似${percent(similarity)}</small></h3>${side(earlier, changes(), 'removed')}${side(later, changes(), 'added')}</div>
`,
)}</section>
`;
}

const side = (year: string, changes: readonly Change[], own: 'removed' | 'added'): Markup =>
  html`<div><h4>${year}</h4><p>${changes.flatMap(({ kind, text }) =>
    kind === 'same'
      ? [html`${text}`]
      : kind !== own
        ? []
        : [own === 'removed' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`],
  )}</p></div>`;

function copies({ copiedSentences, before, after }: Step, earlier: string, later: string): Markup | null {
  if (copiedSentences.length === 0) return null;
  const [first, second] = [placesOf(before.document), placesOf(after.document)];
  return html`<section><h2>照搬的句子</h2>
${copiedSentences.map(
  (copy) =>
    html`<div class="sides">${side(`${earlier} ${first(copy.before.span.start)}`, copy.changes(), 'removed')}${side(`${later} ${second(copy.after.span.start)}`, copy.changes(), 'added')}</div>
`,
)}</section>
`;
}

function measures({ measures: all, overdue, after }: Step): Markup | null {
  if (all.length === 0) return null;
  const place = placesOf(after.document);
  return html`<section><h2>上一份的措施</h2><table class="pairs"><thead><tr><th>情况</th><th>措施</th><th>这一份的说法</th></tr></thead><tbody>
${all.map(
  ({ before, status, evidence }) =>
    html`<tr><td class="relation ${status === 'reported-done' ? 'resolved' : status === 'reported-ongoing' ? 'persisting' : 'dropped'}">${STATUSES[status]}</td><td>${before.title.text}</td><td class="why">${evidence && `${place(evidence.span.start)}：“${evidence.text}”`}</td></tr>
`,
)}</tbody></table>
${
  overdue.length > 0 &&
  html`<h4>到期没有下文的承诺</h4><table class="pairs"><tbody>${overdue.map(
    ({ commitment, due, measure }) =>
      html`<tr><td class="relation dropped">${due}</td><td>${commitment.text}</td><td class="why">${measure.title.text}</td></tr>
`,
  )}</tbody></table>`
}</section>
`;
}

function themes({ trend, documents }: Comparison): Markup {
  const heads = documents.map(yearName);
  const row = (title: string, cells: readonly (string | number)[]): Markup =>
    html`<tr><th scope="row">${title}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
  const { years } = trend;
  return html`<section><h2>各主题的问题数</h2>
${slopeChart(trend, heads)}<table class="trend"><thead><tr><th></th>${heads.map((year) => html`<th>${year}</th>`)}</tr></thead><tbody>
${row(
  '问题',
  years.map(({ problems }) => problems),
)}${row(
  '具体事例/全部事例',
  years.map((own) => `${own.concreteExamples}/${own.examples}`),
)}${row(
  '量化措施/全部措施',
  years.map((own) => `${own.quantifiedMeasures}/${own.measures}`),
)}${row(
  '套话占比',
  years.map(({ boilerplate }) => percent(boilerplate)),
)}</tbody></table></section>
`;
}

function matrix({ trend, documents }: Comparison): Markup {
  return html`<section><h2>问题与年度</h2><table class="matrix"><thead><tr><th>主题</th>${documents.map((document) => html`<th>${yearName(document)}</th>`)}</tr></thead><tbody>
${trend.threads.map(
  (thread) =>
    html`<tr${thread.everyYear && html` class="always"`}><th scope="row" aria-label="${threadTitle(thread)}">${thread.theme ?? ''}${thread.everyYear && html` <small>年年提</small>`}</th>${thread.problems.map(
      (problem) => (problem ? html`<td class="in">${problem.title.text}</td>` : html`<td></td>`),
    )}</tr>
`,
)}</tbody></table></section>
`;
}
