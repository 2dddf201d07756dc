import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DuizhaoError } from '../document/error.js';
import { jiebaFiles, ownJiebaFolder, readTags } from './jieba-files.js';

export type EngineName = 'nodejieba' | 'node-rs-jieba';

export interface EngineOptions {
  /** `auto` (the default) takes nodejieba and, where it is not installed, @node-rs/jieba. */
  readonly engine?: 'auto' | EngineName;
  /** Folder with `words.txt` and its companions; the package's own when absent. */
  readonly folder?: string;
}

/** A loaded engine. */
export interface Engine {
  readonly name: EngineName;
  readonly version: string;
  /** Words of Han text with `\n` between stretches, HMM off. */
  cut(text: string): readonly string[];
  /** Part of speech of the words of the dictionary; read at the first call. */
  tags(): ReadonlyMap<string, string>;
}

/** Forces an engine from outside, for tests and support. */
const ENVIRONMENT = 'DUIZHAO_SEGMENTER';

const require = createRequire(import.meta.url);
const loaded = new Map<string, Engine>();
/** nodejieba holds one dictionary per thread: a second one would change the words of the first's users. */
let nodejiebaFolder: string | undefined;

/** Loads an engine with its dictionary, each combination once. @throws DuizhaoError */
export function loadEngine(options: EngineOptions): Engine {
  const wanted = wantedEngine(options);
  const folder = options.folder ?? ownJiebaFolder();
  const key = `${wanted} ${folder}`;
  const engine = loaded.get(key) ?? (wanted === 'auto' ? anyEngine(folder) : LOAD[wanted](folder));
  loaded.set(key, engine);
  return engine;
}

function wantedEngine({ engine = 'auto' }: EngineOptions): 'auto' | EngineName {
  if (engine !== 'auto') return engine;
  const forced = process.env[ENVIRONMENT] ?? '';
  if (forced === '' || forced === 'auto') return 'auto';
  if (forced === 'nodejieba' || forced === 'node-rs-jieba') return forced;
  throw new DuizhaoError(
    'config',
    `环境变量 ${ENVIRONMENT} 的值“${forced}”无效，可用：auto、nodejieba、node-rs-jieba。`,
  );
}

function anyEngine(folder: string): Engine {
  try {
    return LOAD.nodejieba(folder);
  } catch {
    // Not installed, not built or not usable here: the prebuilt one takes over.
    return LOAD['node-rs-jieba'](folder);
  }
}

const LOAD: Readonly<Record<EngineName, (folder: string) => Engine>> = {
  nodejieba: (folder) => {
    const path = jiebaFiles(folder);
    // It opens files by their bytes in the system's code page, and aborts the process when it cannot.
    if (process.platform === 'win32' && /[^\0-\x7f]/.test(folder)) {
      throw new DuizhaoError(
        'dictionary',
        `nodejieba 在 Windows 上不能读取含中文的路径：${folder}。请改用 node-rs-jieba。`,
      );
    }
    if (nodejiebaFolder !== undefined && nodejiebaFolder !== folder) {
      throw new DuizhaoError(
        'dictionary',
        `nodejieba 已装入另一部词典（${nodejiebaFolder}），同一进程内不能更换。`,
      );
    }
    const library: {
      load(paths: Readonly<Record<string, string>>): unknown;
      cut(text: string): string[];
    } = optional('nodejieba');
    const { words: dict, hmm: hmmDict, user: userDict, idf: idfDict, stopWords: stopWordDict } = path;
    try {
      library.load({ dict, hmmDict, userDict, idfDict, stopWordDict });
    } catch (error) {
      throw unavailable('nodejieba', error);
    }
    nodejiebaFolder = folder;
    return {
      name: 'nodejieba',
      version: versionOf('nodejieba'),
      cut: (text) => library.cut(text),
      tags: () => readTags(path.words),
    };
  },
  'node-rs-jieba': (folder) => {
    const path = jiebaFiles(folder);
    const library: {
      readonly Jieba: { withDict(words: Uint8Array): { cut(text: string, hmm: boolean): string[] } };
    } = optional('@node-rs/jieba');
    const jieba = library.Jieba.withDict(readFileSync(path.words));
    return {
      name: 'node-rs-jieba',
      version: versionOf('@node-rs/jieba'),
      cut: (text) => jieba.cut(text, false),
      tags: () => readTags(path.words),
    };
  },
};

function optional(name: string) {
  try {
    return require(name);
  } catch (error) {
    throw unavailable(name, error);
  }
}

function unavailable(name: string, cause: unknown): DuizhaoError {
  return new DuizhaoError(
    'dictionary',
    `分词组件 ${name} 不可用：没有安装，或与本机系统不符。请重新执行 npm install。`,
    { cause },
  );
}

function versionOf(name: string): string {
  const { version }: { readonly version: string } = require(`${name}/package.json`);
  return version;
}
