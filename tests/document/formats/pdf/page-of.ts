import type { PageItem, PdfPage } from '../../../../src/document/formats/pdf/page.js';

/** Of the letters of the body. */
export const SIZE = 16;

export const item = (text: string, x: number, y: number, size = SIZE): PageItem => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
});

export const page = (...items: readonly PageItem[]): PdfPage => ({ width: 595, height: 842, items });
