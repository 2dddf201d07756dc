import type { Comparison } from '../compare/comparison.js';
import type { FormatOptions, Formats, Written } from './formats.js';

interface CompareFormat extends Written {
  readonly render: (comparison: Comparison, options: FormatOptions) => Promise<string>;
}

/** What `compare` writes; what a run does not write is not loaded. */
export const COMPARE_FORMATS: Formats<CompareFormat> = {
  terminal: {
    endings: ['.txt'],
    render: async (comparison, { all, quiet, paint, width }) => {
      const { renderCompare } = await import('../report/compare/terminal.js');
      return renderCompare(comparison, { all, quiet, color: paint, width });
    },
  },
  json: {
    endings: ['.json'],
    render: async (comparison, { includeText, explain }) => {
      const { renderCompareJson } = await import('../report/compare/json.js');
      return renderCompareJson(comparison, { includeText, explain });
    },
  },
  markdown: {
    endings: ['.md', '.markdown'],
    render: async (comparison) => {
      const { renderCompareMarkdown } = await import('../report/compare/markdown.js');
      return renderCompareMarkdown(comparison);
    },
  },
  html: {
    endings: ['.html', '.htm'],
    render: async (comparison) => {
      const { renderCompareHtml } = await import('../report/compare/html.js');
      return renderCompareHtml(comparison);
    },
  },
};
