import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toWordFile } from '../../../src/document/formats/office.js';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-office-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the place of LibreOffice: its last argument is the document, the one behind --outdir the folder. */
function program(name: string, does: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nmkdir "$2"\n${does}\n`);
  chmodSync(path, 0o755);
  return path;
}

const bytes = Buffer.from('原文');
const text = (made: unknown): string =>
  made instanceof Uint8Array ? Buffer.from(made).toString() : String(made);

describe.skipIf(process.platform === 'win32')('converting', () => {
  it('gives what the program made', async () => {
    const copies = program('copies', 'cp "$3" "$2/document.docx"');
    expect(text(await toWordFile(bytes, 'doc', copies))).toBe('原文');
  });

  it('keeps the temporary files of the program in its folder, and takes that away', async () => {
    const tells = program('tells', 'printf "%s %s" "$TMPDIR" "$3" >"$2/document.docx"');
    const [temporary = '', source = ''] = text(await toWordFile(bytes, 'doc', tells)).split(' ');
    expect(source).toBe(join(temporary, 'document.doc'));
    expect(existsSync(temporary)).toBe(false);
  });

  it.each([
    ['fails', 'exit 3'],
    ['makes nothing', ':'],
    ['is ended', 'kill -9 $$'],
  ])('tells when the program %s', async (name, does) => {
    expect(await toWordFile(bytes, 'doc', program(name.replace(' ', '-'), does))).toBe('failed');
  });

  it('tells when there is no such program', async () => {
    expect(await toWordFile(bytes, 'doc', join(folder, 'none'))).toBe('failed');
    expect(await toWordFile(bytes, 'doc', null)).toBe('not-installed');
  });

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('SIGTERM');
    await toWordFile(bytes, 'doc', program('quiet', ':'));
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
