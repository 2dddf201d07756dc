import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';
import { DuizhaoError } from '../document/error.js';

export type EngineName = 'nodejieba' | 'node-rs-jieba';

/** A native segmentation engine, found on this machine; its dictionary not loaded yet. */
export interface EngineModule {
  readonly name: EngineName;
  readonly version: string;
  /** Loads the project's dictionary. */
  load(): Engine;
}

/** An engine with its dictionary. Both calls leave unknown words alone (no hidden Markov model). */
export interface Engine {
  /** Words of Han stretches joined by `\n`; each `\n` comes back as a word. */
  cut(text: string): readonly string[];
  /** Part of speech of each word; `x` where the dictionary has none. Words must be such as `cut` gave. */
  tags(words: readonly string[]): readonly string[];
}

/**
 * Finds an engine.
 *
 * @param name null when its module is not installed or does not run on this machine
 */
export function findEngine(name: EngineName): EngineModule | null {
  try {
    return name === 'nodejieba' ? findNodejieba() : findNodeRsJieba();
  } catch {
    return null;
  }
}

const require = createRequire(import.meta.url);

/** What is used of nodejieba's binding. */
interface NodejiebaBinding {
  load(dict: string, hmm: string, user: string, idf: string, stopWords: string): boolean;
  cut(text: string): string[];
  tag(text: string): Tagged;
}

/**
 * The binding holds one dictionary an instance, and `require` hands everybody the same instance: a program that
 * uses nodejieba itself would change our words and we its. Hence an instance of our own.
 */
function findNodejieba(): EngineModule {
  const manifest = require.resolve('nodejieba/package.json');
  // There it opens files by the system's code page: it would not find them, and end the process.
  if (process.platform === 'win32' && /[^\0-\x7f]/.test(packageRoot())) throw new Error('path beyond ASCII');
  const own: { exports: Partial<NodejiebaBinding> } = { exports: {} };
  process.dlopen(own, join(dirname(manifest), 'build', 'Release', 'nodejieba.node'));
  const binding = own.exports;
  if (!isNodejieba(binding)) throw new Error('unknown binding of nodejieba');
  return {
    name: 'nodejieba',
    version: versionOf(manifest),
    load: () => {
      const { words, weights, hmm, idf, stopWords } = dictionaryFiles();
      // What it takes for the main dictionary it copies and sorts, twice; a user's it only reads. `weights.txt` holds
      // what the weights of words depend on: the sum of the frequencies, and the least.
      binding.load(weights, hmm, words, idf, stopWords);
      return {
        cut: (text) => binding.cut(text),
        // `tag` always runs the hidden Markov model, but only over runs of single characters: words that stand
        // alone between line ends come back as they are.
        tags: (words) => pick(words, binding.tag(words.join('\n'))),
      };
    },
  };
}

const isNodejieba = (binding: Partial<NodejiebaBinding>): binding is NodejiebaBinding =>
  [binding.load, binding.cut, binding.tag].every((method) => typeof method === 'function');

/** What is used of @node-rs/jieba. */
interface NodeRsModule {
  readonly Jieba: {
    withDict(dict: Uint8Array): {
      cut(text: string, hmm: boolean): string[];
      tag(text: string, hmm: boolean): Tagged;
    };
  };
}

function findNodeRsJieba(): EngineModule {
  const { Jieba }: NodeRsModule = require('@node-rs/jieba');
  return {
    name: 'node-rs-jieba',
    version: versionOf(require.resolve('@node-rs/jieba/package.json')),
    load: () => {
      const jieba = Jieba.withDict(readFileSync(dictionaryFiles().words));
      return {
        cut: (text) => jieba.cut(text, false),
        tags: (words) => pick(words, jieba.tag(words.join('\n'), false)),
      };
    },
  };
}

/**
 * Paths of the files of the dictionary. nodejieba ends the process when one is missing or empty, and nothing can catch
 * that; so look first.
 *
 * @throws DuizhaoError naming the file
 */
function dictionaryFiles() {
  const file = (name: string): string => {
    const path = join(packageRoot(), 'dictionaries', 'jieba', name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size === 0)
      throw new DuizhaoError('dictionary', `缺少分词词典文件，或文件为空：${path}。请重新安装 duizhao。`);
    return path;
  };
  return {
    words: file('words.txt'),
    weights: file('weights.txt'),
    hmm: file('hmm.utf8'),
    idf: file('idf.utf8'),
    stopWords: file('stop_words.utf8'),
  };
}

type Tagged = readonly { readonly word: string; readonly tag: string }[];

/** Tags of words from those of a list that holds them. */
function pick(words: readonly string[], tagged: Tagged): readonly string[] {
  const tags = new Map(tagged.map(({ word, tag }) => [word, tag]));
  return words.map((word) => tags.get(word) || 'x');
}

function versionOf(manifest: string): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(manifest, 'utf8'));
  return typeof version === 'string' ? version : '';
}
