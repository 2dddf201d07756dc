import type { Finding } from '../../analysis.js';
import { gravest } from '../first-things.js';
import { html, type Markup } from './markup.js';
import { badge, isWhole, type Page, section } from './page.js';

const MOST = 10;
const MOST_PLACES = 8;

/** What to do first: errors before warnings, one entry a rule. */
export function first(page: Page): Markup | null {
  const entries = gravest(page.findings, page.rules).slice(0, MOST);
  if (entries.length === 0) return null;
  return section(
    page,
    'first',
    '首要的事',
    html`<ol class="first">${entries.map(
      ({ severity, rule, findings }) =>
        html`<li>${badge(severity)}<div><h3>${rule.title}${
          findings.length > 1 ? html`<small>${findings.length}处</small>` : null
        }</h3>${says(page, findings)}</div></li>`,
    )}</ol>`,
  );
}

function says(page: Page, findings: readonly Finding[]): Markup {
  const [only, second] = findings;
  if (only && !second) return html`<p>${only.message}${only.suggestion} ${place(page, only)}</p>`;
  if (findings.every(isWhole)) return html`<p>${findings.map(({ message }) => message).join('')}</p>`;
  const more = findings.length - MOST_PLACES;
  return html`<p class="places">${findings.slice(0, MOST_PLACES).map((finding) => html`${place(page, finding)} `)}${
    more > 0 ? `等，另有${more}处` : null
  }</p>`;
}

const place = ({ prefix, placeOf, numberOf }: Page, finding: Finding): Markup =>
  html`<a class="place" href="#${prefix}f${numberOf(finding)}">${isWhole(finding) ? '整篇' : placeOf(finding.span.start)}</a>`;
