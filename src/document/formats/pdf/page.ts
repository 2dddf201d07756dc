/** A piece of text as it stands on a page; lengths in points, `y` upwards. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the letters. */
  readonly size: number;
}

/** What the parser gives of a page. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}

/** What the worker tells, in this order; one `page` a page. */
export type WorkerMessage =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'opened'; readonly pages: number }
  | { readonly kind: 'page'; readonly page: PdfPage }
  | { readonly kind: 'failed'; readonly reason: 'encrypted' | 'damaged' | 'too-large' };

/** More pages than any document of this kind has. */
export const MOST_PAGES = 500;
