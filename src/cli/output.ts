import { access, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DuizhaoError } from '../document/error.js';
import type { CommonOptions } from './program.js';

/** Where results go: standard output or a file. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the output. A file that exists is not written over unless asked, and an input never.
 *
 * @throws DuizhaoError `bad-option`
 */
export async function openOutput(
  { output, force }: CommonOptions,
  inputs: readonly string[],
): Promise<Output> {
  if (output === undefined)
    return {
      write: (text) =>
        new Promise((done) => {
          if (text === '' || process.stdout.write(text)) done();
          else process.stdout.once('drain', done);
        }),
      close: async () => {},
    };
  if (inputs.some((input) => input !== '-' && resolve(input) === resolve(output)))
    throw new DuizhaoError('bad-option', `--output 不能是要读的文件 ${output}，请换一个文件名。`);
  const exists = await access(output).then(
    () => true,
    () => false,
  );
  if (exists && !force)
    throw new DuizhaoError('bad-option', `文件 ${output} 已经存在；要覆盖它，请加 --force，或换一个文件名。`);
  const handle = await open(output, 'w').catch((error: NodeJS.ErrnoException) => {
    throw new DuizhaoError(
      'bad-option',
      `文件 ${output} 写不了（${error.code ?? '未知原因'}），请检查文件夹是否存在、是否有权限。`,
    );
  });
  return {
    write: async (text) => {
      await handle.write(text);
    },
    close: () => handle.close(),
  };
}
