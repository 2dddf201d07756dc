import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLibreOffice } from '../libreoffice.js';

/** A conversion takes one or two seconds; one that hangs is ended after so many milliseconds. */
const LONGEST = 60_000;

/** A Word file, or why there is none. */
export type Conversion = Uint8Array | 'not-installed' | 'failed';

/**
 * Has LibreOffice turn a document into a Word file, in a private folder that is removed afterwards.
 *
 * @param ending of the format, as `doc`
 * @param office path of the program; looked for when absent
 */
export async function toWordFile(
  bytes: Uint8Array,
  ending: string,
  office?: string | null,
): Promise<Conversion> {
  const program = office === undefined ? await findLibreOffice() : office;
  if (program === null) return 'not-installed';
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-'));
  try {
    const source = join(folder, `document.${ending}`);
    await writeFile(source, bytes, { mode: 0o600 });
    await run(program, [
      '--headless',
      '--norestore',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'made'),
      source,
    ]);
    return await readFile(join(folder, 'made', 'document.docx'));
  } catch {
    return 'failed';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const run = (program: string, args: readonly string[]): Promise<void> =>
  new Promise((done, failed) => {
    execFile(program, args, { timeout: LONGEST, killSignal: 'SIGKILL' }, (error) =>
      error ? failed(error) : done(),
    );
  });
