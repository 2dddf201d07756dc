/** Documents of the corpus as files of other formats, made by LibreOffice, read like their text. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAnalyzer, DuizhaoError } from '../../../src/index.js';
import { convert, libreOffice, makeWord, paragraphsOf } from './conversion.js';

const NAMES = ['2021-district-deputy-secretary', '2024-county-water-deputy', '2022-bus-station-branch'];
const FORMATS = ['pdf', 'odt', 'html', 'doc'] as const;

const analyzer = await createAnalyzer();
const folder = mkdtempSync(join(tmpdir(), 'duizhao-converted-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string, bytes: Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return analyzer.read(path);
};
const titles = (document: Awaited<ReturnType<typeof read>>): readonly string[] =>
  analyzer.analyze(document).problems.map(({ title }) => title.text);

const originals = await Promise.all(
  NAMES.map(async (name) => [name, await analyzer.read(`corpus/${name}.txt`)] as const),
);

describe.skipIf(libreOffice === null)('files made by LibreOffice (not installed here: skipped)', () => {
  it.each(FORMATS)('%s', async (format) => {
    const words = new Map<string, Uint8Array>();
    for (const [name, document] of originals) words.set(name, await makeWord(paragraphsOf(document)));
    const made = convert(words, 'docx', format);
    for (const [name, original] of originals) {
      const document = await read(`${name}.${format}`, made.get(name) ?? new Uint8Array());
      expect(document.format).toBe(format);
      expect(titles(document), name).toEqual(titles(original));
    }
    if (format !== 'pdf') return;
    // Half of a PDF is refused, with the case named.
    const whole = made.get(NAMES[0] ?? '') ?? new Uint8Array();
    await expect(read('half.pdf', whole.subarray(0, 400))).rejects.toThrow(/PDF 文件已损坏/);
  });
});

describe('what cannot be read', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['empty.pdf', Buffer.from('%PDF-1.7\n'), /PDF 文件已损坏/],
    ['broken.odt', Buffer.from('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text'), /损坏/],
  ])('%s is refused', async (name, bytes, message) => {
    const failed = read(name, bytes);
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toThrow(DuizhaoError);
  });
});
