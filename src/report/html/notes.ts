import { rulesInForce } from '../../check/run.js';
import { noticesOf, notUnderstood } from '../understood.js';
import { html, type Markup } from './markup.js';
import { type Page, section } from './page.js';

/** What was checked with what, what was assumed or left out, and why the rules that hit are there. */
export function notes(page: Page): Markup {
  const { analysis, findings, rules, settings = {}, suppressed = [], placeOf, titleOf } = page;
  const { statistics, profile, kind } = analysis;
  const doubt = notUnderstood(analysis);
  const run = rulesInForce(rules, kind, settings).length;
  const off = rules.filter(({ id }) => settings.levels?.[id] === 'off').map(({ title }) => title);
  const notices = noticesOf(analysis).filter(({ message }) => message !== doubt);
  const hit = rules.filter(({ id }) => findings.some(({ rule }) => rule === id));
  return section(page, 'notes', '说明', [
    html`<ul>
<li>读了${statistics.characters}字、${statistics.sentences}句，按“${profile.profile.name}”检查，用了${run}条规则${
      off.length > 0 ? `（关闭了${off.join('、')}）` : null
    }。${findings.length === 0 && doubt === null && '没有发现。'}</li>
${notices.map(
  ({ message, span }) => html`<li>${span ? `${placeOf(span.start)}：` : null}${message}</li>
`,
)}${suppressed.map(
  ({ finding, reason, source }) =>
    html`<li>没有提示：${titleOf(finding.rule)}（${placeOf(finding.span.start)}），${source}，理由：${reason}</li>
`,
)}<li>发现只是提醒，是否修改由人决定；政治表述请以权威文本为准。</li>
</ul>
`,
    hit.length > 0
      ? html`<dl class="rules">${hit.map(({ title, id, rationale }) => html`<div><dt>${title} <code>${id}</code></dt><dd>${rationale}</dd></div>`)}</dl>`
      : html``,
  ]);
}
