import { open, realpath, stat, unlink } from 'node:fs/promises';
import { DuizhaoError } from '../document/error.js';
import type { OutputOptions } from './program.js';
import { openReplacement } from './replacement.js';

/** Where results go: standard output or a file. */
export interface Output {
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  readonly isEmpty: () => boolean;
  readonly close: () => Promise<void>;
  /** Ends without a result: a file that was made for it goes again, one that was there before stays as it was. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens the output. A file that exists is not written over unless asked, and then only by a whole result; an input
 * never, whatever name it goes by.
 *
 * @throws DuizhaoError `bad-option`
 */
export async function openOutput(options: OutputOptions, inputs: readonly string[]): Promise<Output> {
  let empty = true;
  const { write, close, discard } = await openTarget(options, inputs);
  return {
    write: (piece) => {
      empty &&= piece.length === 0;
      return write(piece);
    },
    isEmpty: () => empty,
    close,
    discard,
  };
}

/** Writes a whole result at once. */
export async function writeResult(
  result: string,
  options: OutputOptions,
  inputs: readonly string[],
): Promise<void> {
  const output = await openOutput(options, inputs);
  try {
    await output.write(result);
    await output.close();
  } catch (error) {
    await output.discard();
    throw error;
  }
}

type Target = Omit<Output, 'isEmpty'>;

async function openTarget({ output, force }: OutputOptions, inputs: readonly string[]): Promise<Target> {
  if (output === undefined) return { write: writeOut, close: async () => {}, discard: async () => {} };
  if (force) await refuseInputs(output, inputs);
  const before = force ? await stat(output).catch(() => null) : null;
  try {
    if (before?.isFile()) {
      const { handle, put, drop } = await openReplacement(output);
      return { write: (piece) => handle.appendFile(piece), close: put, discard: drop };
    }
    const handle = await open(output, force ? 'w' : 'wx');
    return {
      write: (piece) => handle.appendFile(piece),
      close: () => handle.close(),
      discard: async () => {
        await handle.close().catch(() => {});
        if (!before) await unlink(output);
      },
    };
  } catch (error) {
    throw new DuizhaoError('bad-option', refusal(output, error as NodeJS.ErrnoException));
  }
}

/** Two names of one file have the same device and number. */
async function refuseInputs(output: string, inputs: readonly string[]): Promise<void> {
  const target = await stat(output).catch(() => null);
  if (!target) return;
  for (const input of inputs) {
    if (input === '-') continue;
    const own = await stat(input).catch(() => null);
    const same = own && (own.ino === target.ino ? own.dev === target.dev : await sameName(input, output));
    if (same) throw new DuizhaoError('bad-option', `不能写入要读的文件 ${output}。请换一个文件名。`);
  }
}

/** Where the file system gives no numbers. */
const sameName = async (a: string, b: string): Promise<boolean> =>
  (await realpath(a)) === (await realpath(b));

function refusal(output: string, { code }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EEXIST':
      return `文件 ${output} 已经存在。要覆盖它，请加 --force，或换一个文件名。`;
    case 'ENOENT':
      return `文件 ${output} 写不了：没有这个文件夹。请先建好文件夹。`;
    case 'EISDIR':
      return `${output} 是文件夹，写不了。请给出文件名。`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `文件 ${output} 写不了：没有写入权限。请换一个文件夹。`;
    default:
      return `文件 ${output} 写不了（${code ?? '未知原因'}）。`;
  }
}

/** Waits until the reader has taken it, so that a long run holds little. */
const writeOut = (piece: string | Uint8Array): Promise<void> =>
  new Promise((done) => {
    if (piece.length === 0 || process.stdout.write(piece)) done();
    else process.stdout.once('drain', done);
  });
