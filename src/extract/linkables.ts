import type { Field } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import { fieldCategory } from '../language/phrase-table.js';
import { BigramTable } from './link-bigrams.js';
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
export interface Linkables {
  /** Ids of the fields of work that the document names, in the order of `Linkable.fields`. */
  readonly fields: readonly string[];
  readonly of: (id: string, text: LinkText) => Linkable;
}

export function linkables(source: FiguredSource, { fields, stopWords }: LinkKnowledge): Linkables {
  const whole = { start: 0, end: source.text.length };
  const ids = fields.map(({ id }) => id).filter((id) => source.hits.has(whole, fieldCategory(id)));
  const categories = ids.map(fieldCategory);
  const table = new BigramTable(source.text);
  return {
    fields: ids,
    of: (id, text) => {
      const spans = [text.title, ...text.stretches];
      let words: ReadonlySet<string> | undefined;
      return {
        id,
        fields: fieldsOf(source, categories, text),
        bigrams: table.in(spans),
        words: () => {
          words ??= source.words.content(spans, stopWords);
          return words;
        },
      };
    },
  };
}

/** How much a field counts for each of its words in the text, and in the title. */
const IN_TEXT = 0.25;
const IN_TITLE = 0.4;

function fieldsOf(
  { hits }: FiguredSource,
  categories: readonly string[],
  { title, stretches }: LinkText,
): Linkable['fields'] {
  const named = new Float64Array(categories.length);
  categories.forEach((category, field) => {
    let inText = 0;
    for (const span of stretches) inText += hits.count(category, span);
    named[field] = Math.min(1, IN_TEXT * inText + IN_TITLE * hits.count(category, title));
  });
  return named;
}
