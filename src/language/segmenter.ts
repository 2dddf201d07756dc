import { DuizhaoError } from '../document/error.js';
import { type Engine, type EngineModule, type EngineName, findEngine } from './engine.js';
import { stretches } from './stretches.js';

/** A word with its place, in UTF-16 units of the text given, and its part of speech (tags of jieba). */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/** Cuts text into words. The same text gives the same words, whichever engine runs. */
export interface Segmenter {
  readonly engine: EngineName;
  /** Version of the engine's package. */
  readonly version: string;
  /** The texts of `tag(text)`. */
  words(text: string): readonly string[];
  /** The words of stretches of Han characters (see `stretches`), one stretch after the other. */
  cut(stretches: readonly string[]): readonly string[];
  /** Words, numbers, punctuation in order; all but white space is in one of them. */
  tag(text: string): readonly Token[];
}

/**
 * Makes a segmenter. Nothing is loaded until a property is read (native module) or text is cut (dictionary);
 * both are loaded once a process.
 *
 * @param options `engine`: which one; `auto` (and the variable `DUIZHAO_SEGMENTER` unset) takes nodejieba, and
 *   @node-rs/jieba where nodejieba is not installed or does not run
 */
export function createSegmenter(options: { readonly engine?: EngineName | 'auto' } = {}): Segmenter {
  let wanted: EngineModule | undefined;
  let ready: Loaded | undefined;
  const found = (): EngineModule => {
    wanted ??= moduleOf(options.engine ?? 'auto');
    return wanted;
  };
  const engine = (): Loaded => {
    ready ??= loaded(found());
    return ready;
  };
  return {
    get engine() {
      return found().name;
    },
    get version() {
      return found().version;
    },
    words: (text) => read(text, engine(), (word) => word),
    cut: (stretches) => cut(stretches, engine()),
    tag: (text) => tag(text, engine()),
  };
}

const NAMES = ['nodejieba', 'node-rs-jieba'] as const satisfies readonly EngineName[];

interface Loaded extends Engine {
  /** Tag of every word met so far; words of the dictionary, so it stays small. */
  readonly known: Map<string, string>;
}

const modules = new Map<EngineName, EngineModule | null>();
const engines = new Map<EngineName, Loaded>();

/** @throws DuizhaoError when there is no such engine or none at all */
function moduleOf(name: EngineName | 'auto'): EngineModule {
  const asked = name === 'auto' ? process.env.DUIZHAO_SEGMENTER || 'auto' : name;
  const names = asked === 'auto' ? NAMES : NAMES.filter((known) => known === asked);
  if (names.length === 0)
    throw new DuizhaoError(
      'config',
      `环境变量 DUIZHAO_SEGMENTER 的值“${asked}”无效，可用：auto、${NAMES.join('、')}。`,
    );
  for (const candidate of names) {
    if (!modules.has(candidate)) modules.set(candidate, findEngine(candidate));
    const found = modules.get(candidate);
    if (found) return found;
  }
  throw new DuizhaoError(
    'dictionary',
    `分词组件 ${names.join('、')} 不可用：没有安装，或与本机系统不符。请重新执行 npm install。`,
  );
}

function loaded(module: EngineModule): Loaded {
  const before = engines.get(module.name);
  if (before) return before;
  const engine = { ...module.load(), known: new Map<string, string>() };
  engines.set(module.name, engine);
  return engine;
}

function tag(text: string, engine: Loaded): readonly Token[] {
  const { known } = engine;
  const tokens = read(text, engine, (word, start, ready) => ({
    text: word,
    start,
    end: start + word.length,
    tag: ready ?? known.get(word) ?? '',
  }));
  const unknown = [...new Set(tokens.filter((token) => token.tag === '').map((token) => token.text))];
  if (unknown.length === 0) return tokens;
  engine.tags(unknown).forEach((found, i) => {
    known.set(unknown[i] ?? '', found);
  });
  return tokens.map((token) => (token.tag === '' ? { ...token, tag: known.get(token.text) ?? 'x' } : token));
}

/** Reads a text token by token; `ready` is the tag of a token that no engine cut. */
function read<T>(
  text: string,
  engine: Engine,
  make: (word: string, start: number, ready: string | null) => T,
): readonly T[] {
  const all = stretches(text);
  const words = cut(
    all.filter(({ tag }) => tag === null).map(({ start, end }) => text.slice(start, end)),
    engine,
  );
  const made: T[] = [];
  let next = 0;
  for (const { start, end, tag } of all) {
    if (tag !== null) made.push(make(text.slice(start, end), start, tag));
    else
      for (let at = start; at < end; ) {
        const word = words[next++] ?? '';
        made.push(make(word, at, null));
        at += word.length;
      }
  }
  return made;
}

/** Characters given to the engine in one call: few calls, and memory that does not grow with the text. */
const BATCH = 1 << 17;

/** The words of stretches of Han characters, one after the other. */
function cut(stretches: readonly string[], engine: Engine): readonly string[] {
  const cut: string[] = [];
  for (let first = 0; first < stretches.length; ) {
    let size = 0;
    let behind = first;
    while (behind < stretches.length && size < BATCH) size += stretches[behind++]?.length ?? 0;
    const words = engine.cut(stretches.slice(first, behind).join('\n'));
    let next = 0;
    for (; first < behind; first++) {
      for (let left = stretches[first]?.length ?? 0; left > 0; next++) {
        const word = words[next];
        if (!word || word.length > left) throw new Error('the engine lost characters');
        cut.push(word);
        left -= word.length;
      }
      next++; // the line end behind the stretch
    }
  }
  return cut;
}
