import { attribute, type Element } from './tree.js';

/** Elements whose words are no text of the document: machinery, controls, what stands around the text. */
const NEVER = new Set(
  'script style noscript template head title nav footer aside button select textarea input iframe frame svg math canvas audio video object embed map dialog menu rt rp del'.split(
    ' ',
  ),
);
const ROLES = new Set('navigation banner contentinfo complementary search menu dialog'.split(' '));

const HIDDEN_STYLE = /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all)/;

const plainStyle = (style: string): string => style.replace(/\s/g, '').toLowerCase();

/** Running heads as LibreOffice writes them. */
const PAGE_EDGE = /^(?:header|footer)$/;

/** Notes and their signs as LibreOffice, Word and the roles of digital publishing mark them. */
const NOTE_MARK = /^(?:sd(?:foot|end)note\d*(?:anc|sym)?|_?_(?:ftn|edn)\w*|(?:ftn|edn)\d+)$/i;
const NOTE_ROLE = /^doc-(?:footnote|endnotes?|noteref)$/;

/** What is not read of a page, and why. */
export type Hidden = 'around' | 'note';

/** Null for what a reader of the text sees. */
export function hidden(element: Element): Hidden | null {
  const { tagName } = element;
  if (NEVER.has(tagName)) return 'around';
  if (element.attrs.length === 0) return null;
  const role = attribute(element, 'role') ?? '';
  if (NOTE_ROLE.test(role) || isNote(element)) return 'note';
  const away =
    ROLES.has(role) ||
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    HIDDEN_STYLE.test(plainStyle(attribute(element, 'style') ?? '')) ||
    (element.tagName === 'div' && PAGE_EDGE.test(attribute(element, 'title') ?? ''));
  return away ? 'around' : null;
}

function isNote(element: Element): boolean {
  if (element.tagName !== 'a' && element.tagName !== 'div') return false;
  return ['class', 'id', 'name'].some((name) => NOTE_MARK.test(attribute(element, name) ?? ''));
}
