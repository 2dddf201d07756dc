import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { DuizhaoError } from '../document/error.js';
import { expand } from '../language/pattern.js';
import { nearest } from './nearest.js';
import {
  type Dictionaries,
  type Expression,
  expressionFile,
  type Field,
  lexiconFile,
  type Phrase,
  type Profile,
  profileFile,
} from './schema.js';

/** A dictionary file that is not as it should be. */
export class DictionaryError extends DuizhaoError {
  override readonly name = 'DictionaryError';

  constructor(
    readonly file: string,
    /** 1-based. */
    readonly line: number,
    /** Path of the field, `dimensions.0.theme`; empty for the whole file. */
    readonly field: string,
    /** What was expected there, Chinese. */
    readonly expected: string,
  ) {
    super('dictionary', `词典文件 ${file} 第${line}行${field ? `“${field}”` : ''}有误：${expected}。`);
  }
}

/** A parsed file that remembers where its fields stand. */
interface Source {
  readonly file: string;
  readonly data: unknown;
  /** 1-based line of a field, or of the nearest field around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads the dictionaries of several folders on top of one another: phrases, fields and expressions add up,
 * a profile replaces an earlier one of the same id.
 *
 * @param folders each with `lexicons/`, `expressions/`, `profiles/`, all optional; later ones win
 * @throws DictionaryError naming file, line, field and what was expected
 */
export async function loadDictionaries(folders: readonly string[]): Promise<Dictionaries> {
  const categories: Record<string, { title: string; phrases: Phrase[] }> = {};
  const fields = new Map<string, Field>();
  const expressions: Expression[] = [];
  const profiles = new Map<string, Profile>();
  for (const folder of folders) {
    for (const source of await sources(join(folder, 'lexicons'))) {
      const file = check(lexiconFile, source);
      for (const [id, { title, phrases }] of Object.entries(file.categories)) {
        const category = categories[id] ?? { title, phrases: [] };
        categories[id] = category;
        phrases.forEach((entry, i) => {
          const phrase = typeof entry === 'string' ? { phrase: entry, weight: 1 } : { phrase: entry.phrase, weight: entry.weight ?? 1 };
          checkPattern(source, ['categories', id, 'phrases', i], phrase.phrase);
          category.phrases.push(phrase);
        });
      }
      file.fields.forEach((field, i) => {
        field.terms.forEach((term, j) => {
          checkPattern(source, ['fields', i, 'terms', j], term);
        });
        const known = fields.get(field.id);
        fields.set(field.id, known ? { ...known, terms: [...known.terms, ...field.terms], related: [...known.related, ...field.related] } : field);
      });
    }
    for (const source of await sources(join(folder, 'expressions'))) {
      check(expressionFile, source).expressions.forEach((expression, i) => {
        checkPattern(source, ['expressions', i, 'phrase'], expression.phrase);
        expressions.push(expression);
      });
    }
    const here = new Map<string, string>();
    for (const source of await sources(join(folder, 'profiles'))) {
      const profile = check(profileFile, source);
      const twin = here.get(profile.id);
      if (twin) throw new DictionaryError(source.file, source.lineOf(['id']), 'id', `“${profile.id}”已在 ${twin} 中用过，请换一个`);
      here.set(profile.id, source.file);
      checkOrdinals(source, profile);
      profiles.set(profile.id, profile);
    }
  }
  checkRelations([...fields.values()]);
  return { categories, fields: [...fields.values()], expressions, profiles: [...profiles.values()].sort(byYear) };
}

/** All YAML files of a folder by name; none when the folder does not exist. */
async function sources(folder: string): Promise<readonly Source[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw new DuizhaoError('dictionary', `词典文件夹 ${folder} 读不了，请检查权限。`);
  });
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(files.map((name) => parse(join(folder, name))));
}

async function parse(file: string): Promise<Source> {
  const text = await readFile(file, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    const expected =
      error.code === 'TAB_AS_INDENT' ? '缩进只能用空格，不能用制表符' : error.code === 'DUPLICATE_KEY' ? '同一层里字段重复' : '不是正确的 YAML，请检查缩进、冒号和引号';
    throw new DictionaryError(file, line, '', expected);
  }
  return {
    file,
    data: document.toJS() as unknown,
    lineOf: (path) => {
      let node: Node | null = document.contents;
      let offset = node?.range?.[0] ?? 0;
      for (const key of path) {
        if (isMap(node)) {
          const pair = node.items.find((item) => String(item.key) === String(key));
          if (!pair) break;
          offset = (pair.key as Node | null)?.range?.[0] ?? offset;
          node = pair.value as Node | null;
        } else if (isSeq(node) && typeof key === 'number') {
          node = (node.items[key] as Node | undefined) ?? null;
          offset = node?.range?.[0] ?? offset;
        } else break;
      }
      return lines.linePos(offset).line;
    },
  };
}

function check<Schema extends z.ZodType>(schema: Schema, source: Source): z.infer<Schema> {
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  throw new DictionaryError(source.file, source.lineOf([...path, ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]), path.join('.'), expectation(schema, issue));
}

function expectation(schema: z.ZodType, issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      const guess = nearest(key, knownKeys(schema, issue.path));
      return `不认识字段“${key}”${guess ? `，是不是“${guess}”` : ''}`;
    }
    case 'invalid_value':
      return `应为${issue.values.map((value) => `“${String(value)}”`).join('、')}之一`;
    case 'invalid_type':
      return `应为${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? '不能为空' : `不能小于${String(issue.minimum)}`;
    case 'too_big':
      return `不能大于${String(issue.maximum)}`;
    case 'invalid_format':
      return '写法不对（编号只用小写字母、数字和短横；日期写作 2021-11）';
    default:
      return '内容不符合格式，见 dictionaries/README.md';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（加引号可避免被当成数字）',
  number: '数字',
  int: '整数',
  array: '列表（每行以“- ”开头）',
  object: '一组“字段: 内容”',
  record: '一组“字段: 内容”',
  boolean: 'true 或 false',
};

/** Names that may stand where an unknown one was found: those of the schema at that path. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let current: unknown = schema;
  for (const key of path) current = step(current, key);
  const shape = unwrapped(current);
  return shape && typeof shape === 'object' && 'shape' in shape ? Object.keys(shape.shape as object) : [];
}

function step(schema: unknown, key: PropertyKey): unknown {
  const inner = unwrapped(schema);
  if (!inner || typeof inner !== 'object') return undefined;
  if ('shape' in inner) return (inner.shape as Record<PropertyKey, unknown>)[key];
  if ('element' in inner) return inner.element;
  if ('valueType' in inner) return inner.valueType;
  return undefined;
}

function unwrapped(schema: unknown): unknown {
  let current = schema;
  while (current && typeof current === 'object' && 'unwrap' in current && typeof current.unwrap === 'function' && !('element' in current))
    current = current.unwrap();
  return current;
}

function checkPattern(source: Source, path: readonly PropertyKey[], pattern: string): void {
  try {
    expand(pattern);
  } catch {
    throw new DictionaryError(source.file, source.lineOf(path), path.join('.'), `词条“${pattern}”括号不成对，或“…”前后为空`);
  }
}

function checkOrdinals(source: Source, { dimensions }: Profile): void {
  const seen = new Set<number>();
  dimensions.forEach(({ ordinal }, i) => {
    if (seen.has(ordinal))
      throw new DictionaryError(source.file, source.lineOf(['dimensions', i, 'ordinal']), `dimensions.${i}.ordinal`, `序号${ordinal}重复，每个维度的序号应各不相同`);
    seen.add(ordinal);
  });
}

function checkRelations(fields: readonly Field[]): void {
  const ids = fields.map(({ id }) => id);
  for (const { id, related } of fields)
    for (const other of related)
      if (!ids.includes(other)) {
        const guess = nearest(other, ids);
        throw new DictionaryError('lexicons', 1, `fields.${id}.related`, `没有名为“${other}”的领域${guess ? `，是不是“${guess}”` : ''}`);
      }
}

const byYear = (a: Profile, b: Profile): number => (a.year ?? 9999) - (b.year ?? 9999) || a.id.localeCompare(b.id);
