import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';
import { DuizhaoError } from '../document/error.js';

/** Paths of the files that make a dictionary of jieba. */
export interface JiebaFiles {
  /** `word frequency tag`, one a line. */
  readonly words: string;
  readonly hmm: string;
  readonly idf: string;
  readonly stopWords: string;
  readonly user: string;
}

/** Folder of the dictionary that comes with the package. */
export const ownJiebaFolder = (): string => join(packageRoot(), 'dictionaries', 'jieba');

/**
 * Paths of a dictionary's files, each of them looked at: nodejieba aborts the process, beyond any catch, when
 * one is missing, or empty except for the user's.
 *
 * @throws DuizhaoError naming the file
 */
export function jiebaFiles(folder: string): JiebaFiles {
  const files: JiebaFiles = {
    words: join(folder, 'words.txt'),
    hmm: join(folder, 'hmm.txt'),
    idf: join(folder, 'idf.txt'),
    stopWords: join(folder, 'stop_words.txt'),
    user: join(folder, 'user.txt'),
  };
  for (const file of Object.values(files)) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() && (found.size > 0 || file === files.user)) continue;
    throw new DuizhaoError('dictionary', `缺少分词词典文件，或文件为空：${file}。请重新安装 duizhao。`);
  }
  return files;
}

const read = new Map<string, ReadonlyMap<string, string>>();

/** Part of speech of each word of a `words.txt`; read once. */
export function readTags(file: string): ReadonlyMap<string, string> {
  const known = read.get(file);
  if (known) return known;
  const tags = new Map<string, string>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0) tags.set(line.slice(0, space), line.slice(line.lastIndexOf(' ') + 1));
  }
  read.set(file, tags);
  return tags;
}
