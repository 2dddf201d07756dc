import type { Finding, Part } from '../../analysis.js';
import { positions } from '../../document/position.js';
import { slice } from '../../document/span.js';
import { ROLES } from '../names.js';
import { clip } from '../width.js';
import { annotationsOf, type Segment, segmentsOf } from './annotations.js';
import { html, type Markup } from './markup.js';
import { type Page, section } from './page.js';
import { type Row, rowsOf } from './rows.js';

/** In columns of a terminal: a margin note is short, all of it stands with the findings. */
const NOTE = 110;

/** The text with what was found marked in it, and notes in the margin. */
export function annotatedText(page: Page): Markup | null {
  const { document, parts } = page.analysis;
  const rows = rowsOf(document);
  if (rows.length === 0) return null;
  const segments = segmentsOf(
    rows.map(({ span }) => span),
    annotationsOf(page.analysis, page.findings),
  );
  const labelOf = labels(page);
  const headings = new Map<Row, readonly Part[]>();
  let next = 0;
  for (const row of rows) {
    const begun: Part[] = [];
    for (let part = parts[next]; part && part.span.start < row.span.end; part = parts[++next])
      begun.push(part);
    headings.set(row, begun);
  }
  return section(
    page,
    'text',
    '原文',
    html`<div class="text">${rows.map((row, i) => line(page, row, segments[i] ?? [], headings.get(row) ?? [], labelOf))}</div>`,
  );
}

function line(
  page: Page,
  { span, skipped }: Row,
  segments: readonly Segment[],
  begun: readonly Part[],
  labelOf: (offset: number) => string,
): Markup {
  const opens = segments.flatMap((segment) => segment.opens);
  return html`${begun.map(({ role }) => html`<h3 class="part">${ROLES[role]}</h3>`)}<div class="line${skipped && ' skipped'}"><span class="no">${labelOf(span.start)}</span><p>${segments.map((segment) => shown(page, segment))}</p>${
    opens.length > 0 && html`<aside>${opens.map((finding) => note(page, finding))}</aside>`
  }</div>
`;
}

function shown(page: Page, { span, severity, strong, begins, opens, closes }: Segment): Markup {
  const { prefix, numberOf, analysis } = page;
  const words = joined(slice(analysis.document.text, span));
  const marked = severity === null ? html`${words}` : html`<mark class="${severity}">${words}</mark>`;
  return html`${begins.map((id) => html`<a id="${prefix}${id}"></a>`)}${opens.map(
    (finding) => html`<a id="${prefix}t${numberOf(finding)}"></a>`,
  )}${strong ? html`<b>${marked}</b>` : marked}${closes.map(
    (finding) =>
      html`<a class="n ${finding.severity}" href="#${prefix}f${numberOf(finding)}">${numberOf(finding)}</a>`,
  )}`;
}

/** Line ends inside a paragraph are those of hard wrapping: between Han characters they stand for nothing. */
const joined = (words: string): string =>
  words.replace(/(?<![^\S\n])[^\S\n]*\n\s*/g, (gap, at: number) =>
    isWide(words.charAt(at - 1)) && isWide(words.charAt(at + gap.length)) ? '' : ' ',
  );

const isWide = (char: string): boolean => char > '\x7f';

const note = ({ prefix, numberOf, titleOf }: Page, finding: Finding): Markup =>
  html`<a class="note ${finding.severity}" href="#${prefix}f${numberOf(finding)}"><b>${numberOf(finding)}</b><span><strong>${titleOf(finding.rule)}</strong>${clip(finding.message, NOTE)}</span></a>`;

/** What stands beside a row: its line number, or its paragraph where the format has no lines. */
function labels({ analysis: { document }, placeOf }: Page): (offset: number) => string {
  if (document.places) return placeOf;
  const positionOf = positions(document.text);
  return (offset) => String(positionOf(offset).line);
}
