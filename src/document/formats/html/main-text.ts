import { hidden } from './shown.js';
import { attribute, type Element, isElement, type Node } from './tree.js';

/** The element that holds the text, and the heading of the page where it stands outside of it. */
export interface MainText {
  readonly element: Element;
  readonly title: Element | null;
  /** Units of shown text outside of it. */
  readonly outside: number;
}

/** What an element holds besides its links. */
interface Weight {
  /** Units of text. */
  readonly units: number;
  /** Units of text in runs that read like sentences. */
  readonly prose: number;
}

/** A run of text that is a sentence rather than a label: one that ends, or is as long as one. */
const SENTENCE = /[。！？；]/;
const LONG = 40;
/** Share of the prose that the text may leave outside: copyright lines, teasers of other pages. */
const STRAY = 0.03;
/** Where the page itself says which element is its text, comments of readers may stand outside. */
const STRAY_OF_MARKED = 0.5;

/**
 * Finds where the text of a page stands: goes down as long as one child holds all but stray prose. A sole `main` or
 * `article` may leave more outside.
 */
export function findMainText(body: Element): MainText {
  const { weights, marked } = weigh(body);
  const of = (node: Element): Weight => weights.get(node) ?? EMPTY;
  const all = of(body);
  const [only, ...others] = marked;
  const believed = only && others.length === 0 && of(only).prose >= (1 - STRAY_OF_MARKED) * all.prose;
  let element = believed ? only : body;
  const needed = (1 - STRAY) * of(element).prose;
  for (let next: Element | undefined = element; next && needed > 0; ) {
    element = next;
    next = element.childNodes.filter(isElement).find((child) => isBox(child) && of(child).prose >= needed);
  }
  const title = element === body ? null : findTitle(body, element);
  return { element, title, outside: all.units - of(element).units };
}

const EMPTY: Weight = { units: 0, prose: 0 };

/** A paragraph or a list is text itself, not a box around it. */
const isBox = ({ tagName }: Element): boolean =>
  /^(?:div|main|article|section|center|form|font|span)$/.test(tagName);

const isMark = (element: Element): boolean =>
  /^(?:main|article)$/.test(element.tagName) || attribute(element, 'role') === 'main';

interface Weights {
  readonly weights: ReadonlyMap<Element, Weight>;
  /** Outermost elements that the page marks as its text. */
  readonly marked: readonly Element[];
}

function weigh(body: Element): Weights {
  const weights = new Map<Element, Weight>();
  const marked: Element[] = [];
  const visit = (node: Node, linked: boolean, inMark: boolean): Weight => {
    if (!isElement(node)) {
      if (linked || !('value' in node)) return EMPTY;
      const units = node.value.trim().length;
      return { units, prose: units >= LONG || SENTENCE.test(node.value) ? units : 0 };
    }
    if (hidden(node)) return EMPTY;
    const mark = !inMark && isMark(node);
    if (mark) marked.push(node);
    const inLink = linked || (node.tagName === 'a' && attribute(node, 'href') !== undefined);
    let units = 0;
    let prose = 0;
    for (const child of node.childNodes) {
      const weight = visit(child, inLink, inMark || mark);
      units += weight.units;
      prose += weight.prose;
    }
    const weight = { units, prose };
    weights.set(node, weight);
    return weight;
  };
  visit(body, false, false);
  return { weights, marked };
}

/** The last `h1` in front of the text. */
function findTitle(body: Element, main: Element): Element | null {
  let found: Element | null = null;
  /** @returns whether to go on */
  const visit = (element: Element): boolean => {
    if (element === main) return false;
    if (hidden(element)) return true;
    if (element.tagName === 'h1') found = element;
    return element.childNodes.filter(isElement).every(visit);
  };
  visit(body);
  return found;
}
