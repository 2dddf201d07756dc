import { basename } from 'node:path';
import type { Severity } from '../../analysis.js';
import { tallyOf } from '../../check/tally.js';
import { KINDS, SEVERITY_NAMES } from '../names.js';
import { profileLine } from '../terminal/head.js';
import { notUnderstood } from '../understood.js';
import { html, type Markup } from './markup.js';
import type { Page } from './page.js';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Title, profile and the figures that say how the document stands. */
export function top(page: Page): Markup {
  const { analysis, findings } = page;
  const { document, title, kind, problems, statistics } = analysis;
  const tally = tallyOf(findings);
  const examples = problems.flatMap((problem) => problem.examples);
  const concrete = examples.filter(({ grade }) => grade === 'concrete').length;
  const doubt = notUnderstood(analysis);
  return html`<header class="top">
<p class="brand">对照<span>检查报告</span></p>
<h1>${title?.text ?? basename(document.file)}</h1>
<p class="meta">${KINDS[kind]}材料，按${profileLine(analysis)}检查。<br><span class="file">${document.file}</span></p>
<dl class="figures">${SEVERITIES.map((severity) => figure(SEVERITY_NAMES[severity], tally[severity], tally[severity] > 0 ? severity : 'none'))}${[
    figure('问题', problems.length, 'plain'),
    figure('事例', examples.length, 'plain', examples.length > 0 ? `${concrete}个具体` : null),
    figure('字数', statistics.characters, 'plain'),
  ]}</dl>
${doubt === null ? null : html`<p class="doubt">${doubt}</p>`}</header>
`;
}

const figure = (name: string, value: number, kind: string, note: string | null = null): Markup =>
  html`<div class="${kind}"><dd>${value}</dd><dt>${name}${note === null ? null : html`<small>${note}</small>`}</dt></div>`;

/** Links to the sections. */
export const jumps = ({ prefix }: Page, entries: readonly (readonly [id: string, title: string])[]): Markup =>
  html`<nav class="jumps">${entries.map(([id, title]) => html`<a href="#${prefix}${id}">${title}</a>`)}</nav>
`;
