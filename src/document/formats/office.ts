import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
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
  const tidy = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const child = { end: () => {} };
  const release = onEnd(() => {
    child.end();
    tidy();
  });
  try {
    const source = join(folder, `document.${ending}`);
    await writeFile(source, bytes, { mode: 0o600 });
    const args = [
      '--headless',
      '--norestore',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'made'),
      source,
    ];
    await run(program, args, folder, child);
    return await readFile(join(folder, 'made', 'document.docx'));
  } catch {
    return 'failed';
  } finally {
    release();
    tidy();
  }
}

const IN_GROUPS = process.platform !== 'win32';

/**
 * Its temporary files go into the folder too. It is a group of processes of its own: an interrupt from the terminal
 * does not reach it, and all of them are ended together.
 *
 * @param child is given a way to end it
 */
const run = (
  program: string,
  args: readonly string[],
  folder: string,
  child: { end: () => void },
): Promise<void> =>
  new Promise((done, failed) => {
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
    const started = spawn(program, args, { stdio: 'ignore', detached: IN_GROUPS, env });
    const { pid } = started;
    child.end = () => {
      if (pid === undefined) return;
      try {
        process.kill(IN_GROUPS ? -pid : pid, 'SIGKILL');
      } catch {
        // It is over already.
      }
    };
    const timer = setTimeout(child.end, LONGEST);
    started.on('error', failed);
    started.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) done();
      else failed(new Error(`LibreOffice ended with ${code}`));
    });
  });

/** Signals that end a program: a closed terminal, a service that is stopped. */
const SIGNALS = ['SIGTERM', 'SIGHUP'] as const;

/**
 * Does something before this process ends, by itself or by a signal.
 *
 * @returns takes it back
 */
function onEnd(work: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    work();
    // What others wait for it do is theirs; without them it does what it always does.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', work);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.once('exit', work);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return release;
}
