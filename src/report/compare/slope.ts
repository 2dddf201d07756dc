import type { Trend } from '../../compare/comparison.js';
import { html, type Markup } from '../html/markup.js';

const WIDTH = 720;
const SIDE = 170;
const TOP = 34;
const ROW = 38;
/** Least distance of two labels, in units of the picture. */
const LABEL = 17;

/** How the number of problems of each theme goes from year to year; one line a theme. */
export function slopeChart({ themes }: Trend, years: readonly string[]): Markup {
  const most = Math.max(1, ...themes.flatMap(({ counts }) => counts));
  const height = TOP + Math.max(most * ROW, themes.length * LABEL) + 24;
  const bottom = height - 20;
  const x = (i: number): number =>
    years.length < 2 ? SIDE : SIDE + (i * (WIDTH - 2 * SIDE)) / (years.length - 1);
  const y = (count: number): number => bottom - (count * (bottom - TOP)) / most;
  const left = spread(themes.map(({ counts }) => y(counts[0] ?? 0)));
  const right = spread(themes.map(({ counts }) => y(counts.at(-1) ?? 0)));
  const label = (text: string, at: number, place: number, anchor: 'start' | 'end'): Markup =>
    html`<text x="${at}" y="${round(place + 4)}" text-anchor="${anchor}">${text}</text>`;
  return html`<svg class="slope" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="各主题的问题数逐年变化">
${years.map(
  (year, i) =>
    html`<line class="axis" x1="${round(x(i))}" x2="${round(x(i))}" y1="${TOP - 8}" y2="${bottom + 8}"/><text class="year" x="${round(x(i))}" y="16" text-anchor="middle">${year}</text>
`,
)}${themes.map(({ theme, counts }, t) => {
  const points = counts.map((count, i) => `${round(x(i))},${round(y(count))}`).join(' ');
  return html`<g class="theme t${t % 9}"><polyline points="${points}"/>${counts.map(
    (count, i) => html`<circle cx="${round(x(i))}" cy="${round(y(count))}" r="4"/>`,
  )}${label(`${theme} ${counts[0] ?? 0}`, x(0) - 12, left[t] ?? 0, 'end')}${label(
    `${counts.at(-1) ?? 0} ${theme}`,
    x(years.length - 1) + 12,
    right[t] ?? 0,
    'start',
  )}</g>
`;
})}</svg>
`;
}

/** Moves labels apart that would lie on one another; the order stays. */
function spread(places: readonly number[]): readonly number[] {
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => b.place - a.place);
  const moved = new Array<number>(places.length).fill(0);
  let last = Number.POSITIVE_INFINITY;
  for (const { place, i } of order) {
    last = Math.min(place, last - LABEL);
    moved[i] = last;
  }
  return moved;
}

const round = (value: number): number => Math.round(value * 10) / 10;
