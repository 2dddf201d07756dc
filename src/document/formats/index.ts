import type { DocumentFormat } from '../document.js';
import type { FormatReader } from './extracted.js';

/**
 * The readers of formats with markup. Each is loaded when a file of the format comes, because its libraries take
 * time that plain text need not pay.
 */
const READERS: Partial<Record<DocumentFormat, () => Promise<FormatReader>>> = {
  docx: async () => (await import('./docx/read.js')).readDocx,
  doc: async () => (await import('./doc/read.js')).readDoc,
  html: async () => (await import('./html/read.js')).readHtml,
  odt: async () => (await import('./odt/read.js')).readOdt,
  pdf: async () => (await import('./pdf/read.js')).readPdf,
};

/** Loads the reader of a format; null where there is none. */
export const readerOf = async (format: DocumentFormat | undefined): Promise<FormatReader | null> =>
  (format !== undefined && (await READERS[format]?.())) || null;

/** Endings of files that are read when a folder is given. */
export const READABLE: readonly string[] = [
  '.txt',
  '.md',
  '.markdown',
  '.docx',
  '.docm',
  '.doc',
  '.wps',
  '.odt',
  '.pdf',
  '.html',
  '.htm',
];
