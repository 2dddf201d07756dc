import { tallyOf } from '../check/tally.js';
import type { Rule } from '../rules/rule.js';
import { chain } from './html/chain.js';
import { coverage } from './html/coverage.js';
import { findingsList } from './html/findings.js';
import { first } from './html/first.js';
import { html, type Markup } from './html/markup.js';
import { notes } from './html/notes.js';
import { type Listed, overview } from './html/overview.js';
import { makePage, type Page } from './html/page.js';
import { STYLE } from './html/style.js';
import { annotatedText } from './html/text.js';
import { jumps, top } from './html/top.js';
import { isFailed, type Outcome } from './outcome.js';
import { notUnderstood } from './understood.js';
import { type Writer, writeAll } from './writer.js';

export interface HtmlOptions {
  /** All rules there are. */
  readonly rules: readonly Rule[];
  /** Several documents in one page: then it begins with a list of them. */
  readonly several: boolean;
}

/** The report of `duizhao check` as a page: one file, no script, nothing loaded from anywhere. */
export const renderHtml = (outcomes: readonly Outcome[], rules: readonly Rule[]): string =>
  writeAll(htmlWriter({ rules, several: outcomes.length > 1 }), outcomes);

interface HtmlPart {
  readonly text: string;
  readonly listed: Listed;
}

export function htmlWriter({ rules, several }: HtmlOptions): Writer<HtmlPart> {
  const documents: Listed[] = [];
  return {
    opening: OPENING + (several ? '<main class="several">\n' : '<main>\n'),
    part: (outcome, place) => {
      const prefix = several ? `d${place + 1}-` : '';
      if (isFailed(outcome)) {
        const { file, error } = outcome;
        const text = several ? '' : String(html`<p class="doubt">${error.message}</p>\n`);
        return { text, listed: { file, prefix, tally: null, problem: error.message } };
      }
      const { analysis, findings } = outcome;
      const { file } = analysis.document;
      return {
        text: String(documentReport(makePage(outcome, rules, prefix))),
        listed: { file, prefix, tally: tallyOf(findings), problem: notUnderstood(analysis) },
      };
    },
    document: ({ text, listed }) => {
      documents.push(listed);
      return text;
    },
    // Written last, since only now all figures are known; the style sheet puts it first.
    closing: () => `${several ? String(overview(documents)) : ''}</main>\n</body>\n</html>\n`,
  };
}

function documentReport(page: Page): Markup {
  const sections = [
    ['first', '首要的事', first(page)],
    ['coverage', '各方面', coverage(page)],
    ['chain', '问题链', chain(page)],
    ['text', '原文', annotatedText(page)],
    ['findings', '全部发现', findingsList(page)],
    ['notes', '说明', notes(page)],
  ] as const;
  const present = sections.flatMap(([id, title, content]) => (content ? [{ id, title, content }] : []));
  return html`<article id="${page.prefix}top">
${top(page)}${jumps(
  page,
  present.map(({ id, title }) => [id, title]),
)}${present.map(({ content }) => content)}</article>
`;
}

/** Nothing may be loaded or run, whatever the words of a document are. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const OPENING = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>检查报告 - 对照</title>
<style>${STYLE}</style>
</head>
<body>
`;
