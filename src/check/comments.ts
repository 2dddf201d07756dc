import type { Notice } from '../document/document.js';
import { type Document, toText } from '../document/document.js';
import { placesOf } from '../document/place.js';
import type { Span } from '../document/span.js';
import { checkRuleId } from './levels.js';
import type { Placed } from './suppress.js';

/** `<!-- duizhao-忽略 规则：理由 -->`; several rules are divided by 、 */
const COMMENT = /<!--\s*duizhao-忽略\s([^<>]{1,400})>/g;

/**
 * Comments in the text that ask to hear no more of a rule. A comment speaks of the paragraph in whose line it
 * stands, else of the next one.
 *
 * @param known ids of all rules
 * @returns wishes, and notices on comments that cannot take effect
 */
export function readComments(
  document: Document,
  known: readonly string[],
): { readonly placed: readonly Placed[]; readonly notices: readonly Notice[] } {
  const placed: Placed[] = [];
  const notices: Notice[] = [];
  if (!document.text.includes('duizhao-忽略')) return { placed, notices };
  const placeOf = placesOf(document);
  for (const { 0: comment, 1: inside = '', index } of document.text.matchAll(COMMENT)) {
    if (!inside.endsWith('--')) continue;
    const content = inside.slice(0, -2).trim();
    const span = { start: index, end: index + comment.length };
    const complain = (message: string): void => {
      notices.push({ code: 'suppression', message: `这处“duizhao-忽略”没有生效：${message}`, span });
    };
    const [, ids = '', reason = ''] = /^([^：:]*)[：:]?(.*)/su.exec(content) ?? [];
    if (reason.trim() === '') {
      complain('要写明理由，如 <!-- duizhao-忽略 boilerplate：引用原文 -->。');
      continue;
    }
    const source = `${placeOf(index)}的批注`;
    const about = paragraphOf(document, span);
    for (const id of ids.split(/[、，,\s]+/).filter((name) => name !== '')) {
      try {
        placed.push({
          rule: checkRuleId(id, known),
          reason: reason.trim(),
          source,
          span: about,
          inText: true,
        });
      } catch (error) {
        complain(error instanceof Error ? error.message : String(error));
      }
    }
  }
  return { placed, notices };
}

/** The paragraph that shares a line with the comment, else the next; an empty stretch where there is none. */
function paragraphOf({ text, reading }: Document, comment: Span): Span {
  const lineStart = text.lastIndexOf('\n', comment.start) + 1;
  const lineEnd = text.indexOf('\n', comment.end);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const after = reading.paragraphs
    .map(({ span }) => toText(reading, span))
    .filter((span) => span.end > lineStart);
  const own = after.find(
    (span) => span.start < end && !(span.start >= comment.start && span.end <= comment.end),
  );
  return own ?? after.find((span) => span.start >= comment.end) ?? { start: comment.end, end: comment.end };
}
