import type { Field } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import { fieldCategory } from '../language/phrase-table.js';
import { bigramsOf } from './link-bigrams.js';
import type { Linkable } from './links.js';
import type { FiguredSource } from './source.js';

/** What tells which words of a text can link it. */
export interface LinkKnowledge {
  readonly fields: readonly Field[];
  /** Words that everybody uses and that link nothing. */
  readonly stopWords: ReadonlySet<string>;
}

/** A text of a document that can be linked. Units of the reading. */
export interface LinkText {
  readonly title: Span;
  readonly stretches: readonly Span[];
}

/** Finds in the texts of one document what they can be linked by. */
export function linkables(
  source: FiguredSource,
  { fields, stopWords }: LinkKnowledge,
): (id: string, text: LinkText) => Linkable {
  const categories = fields.map((field) => ({ id: field.id, category: fieldCategory(field.id) }));
  const numbered = bigramsOf(source.text);
  return (id, text) => {
    const spans = [text.title, ...text.stretches];
    let words: ReadonlySet<string> | undefined;
    return {
      id,
      fields: fieldsOf(source, categories, text),
      bigrams: numbered(spans),
      get words() {
        words ??= source.words.content(spans, stopWords);
        return words;
      },
    };
  };
}

/** How much a field counts for each of its words in the text, and in the title. */
const IN_TEXT = 0.25;
const IN_TITLE = 0.4;

function fieldsOf(
  { hits }: FiguredSource,
  categories: readonly { readonly id: string; readonly category: string }[],
  { title, stretches }: LinkText,
): Linkable['fields'] {
  const named = new Map<string, number>();
  for (const { id, category } of categories) {
    const inText = stretches.reduce((sum, span) => sum + hits.count(category, span), 0);
    const inTitle = hits.count(category, title);
    if (inText + inTitle > 0) named.set(id, Math.min(1, IN_TEXT * inText + IN_TITLE * inTitle));
  }
  return named;
}
