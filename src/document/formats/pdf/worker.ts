/**
 * Takes the text out of a PDF. Runs in a thread of its own, which the program ends when it takes too long or too
 * much memory: a PDF is a program, and a hostile one does not end.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { packageRoot } from '../../../dictionaries/package-root.js';
import { MOST_PAGES, type PdfPage, type WorkerMessage } from './page.js';

/** A thousand of them fill a page; more are a picture made of letters. */
const MOST_ITEMS = 50_000;

/** Gives the parser the tables of Chinese character codes that come with the package, and nothing else. */
class PackageFiles {
  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename))
      return Promise.reject(new Error(`not in the package: ${filename}`));
    return readFile(join(packageRoot(), 'dist', 'cmaps', filename)).then((bytes) => new Uint8Array(bytes));
  }
}

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function run(data: Uint8Array): Promise<void> {
  const { getDocument } = await import('unpdf/pdfjs');
  say({ kind: 'loaded' });
  const { promise } = getDocument({
    data,
    BinaryDataFactory: PackageFiles,
    cMapUrl: 'package:/',
    cMapPacked: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  const document = await promise;
  if (document.numPages > MOST_PAGES) {
    say({ kind: 'failed', reason: 'too-large' });
    return;
  }
  say({ kind: 'opened', pages: document.numPages });
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    if (items.length > MOST_ITEMS) {
      say({ kind: 'failed', reason: 'too-large' });
      return;
    }
    const read: PdfPage['items'][number][] = [];
    for (const item of items) {
      if (!('str' in item) || item.str === '') continue;
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
      // Slanting letters are a watermark.
      if (Math.abs(b) > 0.1 * Math.abs(a)) continue;
      read.push({ text: item.str, x: x - left, y: y - bottom, width: item.width, size: Math.hypot(c, d) });
    }
    say({ kind: 'page', page: { width: right - left, height: top - bottom, items: read } });
    page.cleanup();
  }
}

try {
  const data: unknown = workerData;
  if (data instanceof Uint8Array) await run(data);
} catch (error) {
  const encrypted = error instanceof Error && error.name === 'PasswordException';
  say({ kind: 'failed', reason: encrypted ? 'encrypted' : 'damaged' });
}
