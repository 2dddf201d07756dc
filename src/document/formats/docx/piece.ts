/** A run of the document part; positions in units of its XML. */
export interface Run {
  /** Of its `<w:r>`, prefix included. */
  readonly name: string;
  readonly start: number;
  /** Where its `w:rPr` stands; empty where it has none. */
  propertiesStart: number;
  propertiesEnd: number;
  /** Behind its closing tag. */
  end: number;
}

/**
 * A stretch of the XML in which no mark may stand: a field, a content control, a formula … Marks go around.
 */
export interface Zone {
  readonly start: number;
  end: number;
}

/** A stretch of text with its place in the XML. */
export interface Piece {
  readonly text: string;
  readonly source: Source | null;
  /** Where it begins in the text of the document, once that is put together. */
  start: number;
}

/** Where a piece stands. Null for what is not written: automatic numbers, borders of cells. */
export interface Source {
  readonly run: Run | null;
  readonly zone: Zone | null;
  /** The element that holds it (`w:t`, `w:tab` …). */
  readonly element: { readonly name: string; readonly start: number; end: number };
  /** The words themselves, entities unresolved; null for elements that stand for a sign. */
  readonly words: { readonly start: number; readonly end: number } | null;
}

/** A paragraph, or a row of a table, ready for the text. */
export interface Block {
  readonly pieces: readonly Piece[];
  readonly headingLevel: number | null;
  readonly row: boolean;
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
export const isBlank = (pieces: readonly Piece[]): boolean => !pieces.some(({ text }) => /\S/.test(text));
export const unwritten = (text: string): Piece => ({ text, source: null, start: 0 });
