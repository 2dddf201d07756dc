import type { Finding, Severity } from '../../analysis.js';
import { placesOf } from '../../document/place.js';
import type { Rule } from '../../rules/rule.js';
import { SEVERITY_NAMES } from '../names.js';
import type { Checked } from '../outcome.js';
import { html, type Markup } from './markup.js';

/** What the sections of one document's report share. */
export interface Page extends Checked {
  readonly rules: readonly Rule[];
  /** Begins all ids of this document, so that several may stand in one file. */
  readonly prefix: string;
  /** Number of a finding, from 1, in the order of the text. */
  readonly numberOf: (finding: Finding) => number;
  readonly titleOf: (rule: string) => string;
  /** Chinese: 第7行, 第3页第2段. */
  readonly placeOf: (offset: number) => string;
}

export function makePage(outcome: Checked, rules: readonly Rule[], prefix: string): Page {
  const numbers = new Map(outcome.findings.map((finding, i) => [finding, i + 1]));
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  return {
    ...outcome,
    rules,
    prefix,
    numberOf: (finding) => numbers.get(finding) ?? 0,
    titleOf: (rule) => titles.get(rule) ?? rule,
    placeOf: placesOf(outcome.analysis.document),
  };
}

export const isWhole = ({ span }: Pick<Finding, 'span'>): boolean => span.start === span.end;

export const badge = (severity: Severity): Markup =>
  html`<span class="badge ${severity}">${SEVERITY_NAMES[severity]}</span>`;

/** A section with its anchor. */
export const section = (
  { prefix }: Page,
  id: string,
  title: string,
  content: Markup | readonly Markup[],
): Markup =>
  html`<section id="${prefix}${id}"><h2>${title}</h2>
${content}
</section>
`;
