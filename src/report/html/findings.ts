import type { Finding } from '../../analysis.js';
import { excerpt } from '../terminal/excerpt.js';
import { groupFindings } from '../terminal/groups.js';
import { html, type Markup } from './markup.js';
import { badge, isWhole, type Page, section } from './page.js';

/** Columns of an excerpt, two for a Han character. */
const WIDTH = 150;

/** Every finding, by part and item, with its words, its suggestion and the way back to the text. */
export function findingsList(page: Page): Markup | null {
  const { analysis, findings } = page;
  if (findings.length === 0) return null;
  return section(
    page,
    'findings',
    `全部发现（${findings.length}处）`,
    groupFindings(analysis, findings).map(
      ({ title, items }) => html`<h3 class="group">${title}</h3>
${items.map(
  (item) =>
    html`${
      item.title !== null &&
      html`<h4>${item.title}</h4>
`
    }${item.findings.map((finding) => entry(page, finding))}`,
)}`,
    ),
  );
}

function entry(page: Page, finding: Finding): Markup {
  const { prefix, numberOf, titleOf, placeOf } = page;
  const { rule, severity, message, span, suggestion, evidence } = finding;
  const number = numberOf(finding);
  return html`<article class="finding ${severity}" id="${prefix}f${number}"><p class="head"><b class="number">${number}</b>${badge(severity)}<strong>${titleOf(rule)}</strong>${
    !isWhole(finding) && html`<a class="place" href="#${prefix}t${number}">${placeOf(span.start)} ↑</a>`
  }</p><p>${message}</p>${quote(page, finding)}${suggestion !== null && html`<p class="suggestion">${suggestion}</p>`}${related(page, finding)}${
    evidence.length > 0 && html`<details><summary>依据</summary>${evidence.join('；')}</details>`
  }<code>${rule}</code></article>
`;
}

function quote({ analysis }: Page, { span, severity }: Finding): Markup | null {
  const shown = excerpt(analysis.document.text, span, WIDTH);
  return (
    shown &&
    html`<blockquote>${shown.before}<mark class="${severity}">${shown.marked}</mark>${shown.after}</blockquote>`
  );
}

const related = ({ placeOf }: Page, { related: others }: Finding): Markup | null =>
  others.length === 0
    ? null
    : html`<ul class="related">${others.map(
        ({ message, span }) =>
          html`<li>${span.start === span.end ? null : `${placeOf(span.start)}：`}${message}</li>`,
      )}</ul>`;
