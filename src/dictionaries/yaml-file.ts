import { readFile } from 'node:fs/promises';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { DictionaryError } from './error.js';

/** A parsed YAML file that remembers where its fields stand. */
export interface YamlFile {
  readonly file: string;
  /** Not yet checked. */
  readonly data: unknown;
  /** 1-based line of a field, or of the nearest field around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads one YAML 1.2 file (core schema, unique keys, UTF-8).
 *
 * @throws DictionaryError with the line when it cannot be read or is no YAML; tabs and full-width colons are named as such
 */
export async function readYaml(file: string): Promise<YamlFile> {
  const text = decode(file, await bytesOf(file));
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    version: '1.2',
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw new DictionaryError(file, ...mistake(text, Math.min(line, text.split('\n').length), error.code));
  }
  const wide = isMap(document.contents) ? 0 : fullWidthColon(text);
  if (wide > 0) throw new DictionaryError(file, wide, '', FULL_WIDTH);
  return {
    file,
    data: plain(file, document.toJS.bind(document)),
    lineOf: (path) => {
      let node: unknown = document.contents;
      let offset = rangeStart(node) ?? 0;
      for (const key of path) {
        if (isMap(node)) {
          const pair = node.items.find((item) => String(item.key) === String(key));
          if (!pair) break;
          offset = rangeStart(pair.key) ?? offset;
          node = pair.value;
        } else if (isSeq(node) && typeof key === 'number') {
          node = node.items[key];
          offset = rangeStart(node) ?? offset;
        } else break;
      }
      return lines.linePos(offset).line;
    },
  };
}

const TAB = '这里用了制表符（Tab 键），缩进只能用空格';
const FULL_WIDTH = '字段名后的冒号应为半角“:”，后面空一格';

/** Where the mistake really is, and what to do about it: the parser often stumbles only later. */
function mistake(
  text: string,
  line: number,
  code: string,
): readonly [line: number, field: string, expected: string] {
  if (code === 'DUPLICATE_KEY') return [line, '', '同一层里字段重复'];
  const tab = lineWith(text, /^ *\t/);
  if (tab > 0) return [tab, '', TAB];
  const wide = fullWidthColon(text);
  if (wide > 0) return [wide, '', FULL_WIDTH];
  return [line, '', '不是正确的 YAML，请检查缩进、冒号和引号（以 @、*、&、[、{ 开头或含“: ”的内容要加引号）'];
}

const fullWidthColon = (text: string): number => lineWith(text, /^\s*(?:- )?[A-Za-z]+：/);

/** 1-based; 0 when there is none. */
const lineWith = (text: string, pattern: RegExp): number =>
  text.split('\n').findIndex((line) => pattern.test(line)) + 1;

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR';
    const cure = isFolder ? '应为文件，这里却是文件夹，请移走或改名' : '读不了，请检查路径和权限';
    throw new DictionaryError(file, 0, '', cure);
  }
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DictionaryError(file, 1, '', '文件应存为 UTF-8 编码（记事本：另存为 → 编码选 UTF-8）');
  }
}

/** Aliases (`*name`) that lead nowhere or multiply beyond reason show only here. */
function plain(file: string, toJS: () => unknown): unknown {
  try {
    return toJS();
  } catch {
    throw new DictionaryError(file, 1, '', '“&”“*”引用无法展开，请直接写出内容');
  }
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
