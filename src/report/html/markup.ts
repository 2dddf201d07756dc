import { withoutHidden } from '../width.js';

/** HTML in which all words of documents are escaped; made by {@link html} and nothing else. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** The tag function: pieces of the template as they are, values escaped unless they are markup. */
  static of(pieces: readonly string[], values: readonly Value[]): Markup {
    return new Markup(pieces.map((piece, i) => (i === 0 ? piece : render(values[i - 1]) + piece)).join(''));
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template; nothing is shown of null and false. */
export type Value = string | number | Markup | readonly Markup[] | null | false;

/** `html`<p>${words}</p>``: the one way to make HTML here. */
export const html = (pieces: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  Markup.of(pieces, values);

function render(value: Value | undefined): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(String).join('');
  return escapeHtml(String(value));
}

/** Also in attributes, which are all written in double quotes. Controls and direction marks are left out. */
export const escapeHtml = (text: string): string =>
  withoutHidden(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
