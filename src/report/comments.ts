import type { Finding } from '../analysis.js';
import { placesOf } from '../document/place.js';
import type { Span } from '../document/span.js';
import { SEVERITY_NAMES } from './names.js';
import type { Checked } from './outcome.js';

/** What is to be written beside a document's words. Spans in units of its text. */
export interface Annotations {
  readonly file: string;
  readonly text: string;
  /** Where comments on the document as a whole stand. */
  readonly title: Span;
  readonly comments: readonly { readonly span: Span; readonly says: readonly string[] }[];
}

/** A comment a finding, in order of the text. Pure. */
export function annotationsOf({ analysis, findings }: Checked): Annotations {
  const { document, title } = analysis;
  const placeOf = placesOf(document);
  const firstLine = document.text.split('\n', 1)[0] ?? '';
  const says = ({ severity, message, suggestion, related, rule }: Finding): readonly string[] => [
    `${SEVERITY_NAMES[severity]}：${message}`,
    ...(suggestion === null ? [] : [`建议：${suggestion}`]),
    ...related.map(({ message: other, span }) => {
      const place = span.start < span.end ? `${placeOf(span.start)} ` : '';
      return `另见 ${place}${other}`;
    }),
    `规则：${rule}`,
  ];
  return {
    file: document.file,
    text: document.text,
    title: title?.span ?? { start: 0, end: firstLine.length },
    comments: findings.map((finding) => ({ span: finding.span, says: says(finding) })),
  };
}
