import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { DuizhaoError } from '../document/error.js';
import { parsePattern } from '../language/pattern.js';
import { DictionaryError } from './error.js';
import { mistakeOf } from './expectation.js';
import { nearest } from './nearest.js';
import {
  type Dictionaries,
  type Expression,
  expressionFile,
  type Field,
  lexiconFile,
  type Profile,
  profileFile,
} from './schema.js';
import { readYaml, type YamlFile } from './yaml-file.js';

export { DictionaryError } from './error.js';

/**
 * Reads the dictionaries of several folders on top of one another: phrases, fields and expressions add up,
 * a profile replaces an earlier one of the same id.
 *
 * @param folders each with at least one of `lexicons/`, `expressions/`, `profiles/`; later ones win
 * @throws DictionaryError naming file, line, field and what was expected
 * @throws DuizhaoError `dictionary` when a folder is not there, cannot be read, or has none of the three
 */
export async function loadDictionaries(folders: readonly string[]): Promise<Dictionaries> {
  const stock: Stock = {
    categories: {},
    fields: new Map(),
    relations: [],
    expressions: [],
    profiles: new Map(),
  };
  for (const folder of folders) {
    await checkFolder(folder);
    for (const file of await yamlFiles(folder, 'lexicons')) addLexicon(stock, file);
    for (const file of await yamlFiles(folder, 'expressions')) addExpressions(stock, file);
    addProfiles(stock, await yamlFiles(folder, 'profiles'));
  }
  checkRelations(stock);
  const { categories, fields, expressions, profiles } = stock;
  return {
    categories,
    fields: [...fields.values()],
    expressions,
    profiles: [...profiles.values()].sort(byYear),
  };
}

/** What has been read so far. */
interface Stock {
  readonly categories: Record<string, { title: string; phrases: string[] }>;
  readonly fields: Map<string, Field>;
  /** Names of neighbouring fields, to be checked when all fields are known. */
  readonly relations: {
    readonly file: YamlFile;
    readonly path: readonly PropertyKey[];
    readonly name: string;
  }[];
  readonly expressions: Expression[];
  readonly profiles: Map<string, Profile>;
}

const SUBFOLDERS = ['lexicons', 'expressions', 'profiles'];

/** A folder that holds nothing for us is a slip of the pen in the configuration, not an empty dictionary. */
async function checkFolder(folder: string): Promise<void> {
  const entries = await list(folder);
  if (entries === null)
    throw new DuizhaoError('dictionary', `没有词典文件夹 ${folder}，请检查配置里的路径。`);
  if (!SUBFOLDERS.some((name) => entries.includes(name)))
    throw new DuizhaoError(
      'dictionary',
      `词典文件夹 ${folder} 里没有 ${SUBFOLDERS.join('、')} 中的任何一个子文件夹；年度维度文件应放在 profiles 子文件夹里。`,
    );
}

/** All YAML files of a subfolder by name; none when it does not exist. */
async function yamlFiles(folder: string, sub: string): Promise<readonly YamlFile[]> {
  const names = (await list(join(folder, sub))) ?? [];
  return Promise.all(
    names.filter((name) => /\.ya?ml$/i.test(name)).map((name) => readYaml(join(folder, sub, name))),
  );
}

/** Names in a folder, sorted; null when it does not exist. */
async function list(folder: string): Promise<readonly string[] | null> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return null;
    const why = code === 'ENOTDIR' ? '不是文件夹' : '读不了，请检查权限';
    throw new DuizhaoError('dictionary', `词典文件夹 ${folder} ${why}。`, { cause: error });
  }
}

function addLexicon({ categories, fields, relations }: Stock, file: YamlFile): void {
  const lexicon = check(lexiconFile, file);
  for (const [id, { title, phrases }] of Object.entries(lexicon.categories)) {
    const category = categories[id] ?? { title, phrases: [] };
    categories[id] = category;
    phrases.forEach((entry, i) => {
      const phrase = typeof entry === 'string' ? entry : entry.phrase;
      checkPattern(file, ['categories', id, 'phrases', i], phrase);
      category.phrases.push(phrase);
    });
  }
  lexicon.fields.forEach((field, i) => {
    field.terms.forEach((term, j) => {
      checkPattern(file, ['fields', i, 'terms', j], term);
    });
    field.related.forEach((name, j) => {
      relations.push({ file, path: ['fields', i, 'related', j], name });
    });
    const known = fields.get(field.id);
    fields.set(
      field.id,
      known
        ? { ...known, terms: [...known.terms, ...field.terms], related: [...known.related, ...field.related] }
        : field,
    );
  });
}

function addExpressions({ expressions }: Stock, file: YamlFile): void {
  check(expressionFile, file).expressions.forEach((expression, i) => {
    checkPattern(file, ['expressions', i, 'phrase'], expression.phrase);
    (expression.unless ?? []).forEach((pattern, j) => {
      checkPattern(file, ['expressions', i, 'unless', j], pattern);
    });
    expressions.push(expression);
  });
}

/** @param files of one folder: two of them may not have one id, but may replace an earlier folder's */
function addProfiles({ profiles }: Stock, files: readonly YamlFile[]): void {
  const here = new Map<string, string>();
  for (const file of files) {
    const profile = check(profileFile, file);
    const twin = here.get(profile.id);
    if (twin)
      throw new DictionaryError(
        file.file,
        file.lineOf(['id']),
        'id',
        `编号“${profile.id}”已在 ${twin} 中用过，请换一个`,
      );
    here.set(profile.id, file.file);
    checkDistinct(file, profile, 'ordinal', '序号');
    checkDistinct(file, profile, 'name', '名称');
    checkDistinct(file, profile, 'short', '简称');
    profiles.set(profile.id, profile);
  }
}

function check<Schema extends z.ZodType>(schema: Schema, file: YamlFile): z.infer<Schema> {
  const result = schema.safeParse(file.data);
  if (result.success) return result.data;
  const { path, expected } = mistakeOf(schema, file.data, result.error.issues);
  throw new DictionaryError(file.file, file.lineOf(path), path.join('.'), expected);
}

function checkPattern(file: YamlFile, path: readonly PropertyKey[], pattern: string): void {
  try {
    parsePattern(pattern);
  } catch {
    throw new DictionaryError(
      file.file,
      file.lineOf(path),
      path.join('.'),
      `词条“${pattern}”括号不成对，或“…”前后为空`,
    );
  }
}

function checkDistinct(
  file: YamlFile,
  { dimensions }: Profile,
  field: 'ordinal' | 'name' | 'short',
  title: string,
): void {
  const seen = new Set<number | string>();
  dimensions.forEach((dimension, i) => {
    const value = dimension[field];
    if (seen.has(value))
      throw new DictionaryError(
        file.file,
        file.lineOf(['dimensions', i, field]),
        `dimensions.${i}.${field}`,
        `${title}“${value}”重复，各维度的${title}应各不相同`,
      );
    seen.add(value);
  });
}

function checkRelations({ fields, relations }: Stock): void {
  for (const { file, path, name } of relations) {
    if (fields.has(name)) continue;
    const guess = nearest(name, [...fields.keys()]);
    throw new DictionaryError(
      file.file,
      file.lineOf(path),
      path.join('.'),
      `没有名为“${name}”的领域${guess ? `，是不是“${guess}”` : ''}`,
    );
  }
}

/** Profiles of no year come last. */
const byYear = (a: Profile, b: Profile): number =>
  (a.year ?? 9999) - (b.year ?? 9999) || a.id.localeCompare(b.id, 'en');
