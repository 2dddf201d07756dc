import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A new version of a file, written beside it: the old one stays whole until the new one is put in its place. */
export interface Replacement {
  readonly handle: FileHandle;
  /** Puts it in the old one's place, in one step. */
  readonly put: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** @throws what the file system says */
export async function openReplacement(file: string): Promise<Replacement> {
  const target = await realpath(file);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const handle = await open(beside, 'wx', (await stat(target)).mode);
  return {
    handle,
    put: async () => {
      await handle.sync();
      await handle.close();
      await rename(beside, target);
    },
    drop: async () => {
      await handle.close().catch(() => {});
      await unlink(beside).catch(() => {});
    },
  };
}
