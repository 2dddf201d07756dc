import type { z } from 'zod';
import { nearest } from './nearest.js';

/** What is wrong in a file, for the message. */
export interface Mistake {
  /** Path of the field; for an unknown field its own. */
  readonly path: readonly PropertyKey[];
  /** Chinese, without a full stop. */
  readonly expected: string;
}

/** Puts what zod found into words for the person who wrote the file. */
export function mistakeOf(schema: z.ZodType, data: unknown, issues: readonly z.core.$ZodIssue[]): Mistake {
  // A misspelt field is also a missing one: its own name says more.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) return { path: [], expected: UNKNOWN };
  // Either a word or a group of fields: the file shows which was meant.
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find(([first]) => first?.code !== 'invalid_type' || first.path.length > 0);
    if (!meant) return { path: issue.path, expected: TEXT };
    const inside = meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
    return mistakeOf(schema, data, inside);
  }
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = knownKeys(schema, issue.path);
    const guess = nearest(key, known);
    const list = known.length > 0 ? `，这里可用的字段有${known.join('、')}` : '';
    return {
      path: [...issue.path, key],
      expected: `不认识字段“${key}”${guess ? `，是不是“${guess}”` : list}`,
    };
  }
  return { path: issue.path, expected: expectation(issue, valueAt(data, issue.path)) };
}

const UNKNOWN = '内容不符合格式，见 dictionaries/README.md';
const TEXT = '应为文字（纯数字要加引号）';

function expectation(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      const guess = typeof value === 'string' ? nearest(value, values) : undefined;
      return `应为${values.map((name) => `“${name}”`).join('、')}之一${guess ? `，是不是“${guess}”` : ''}`;
    }
    case 'invalid_type':
      return value === undefined || value === null
        ? `缺少内容，${TYPES[issue.expected] ?? UNKNOWN}`
        : (TYPES[issue.expected] ?? UNKNOWN);
    case 'too_small':
      if (issue.origin === 'string') return '不能为空';
      if (issue.origin === 'array') return '至少要有一项';
      return issue.inclusive ? `不能小于${issue.minimum}` : `应大于${issue.minimum}`;
    case 'too_big':
      return `不能大于${issue.maximum}`;
    case 'invalid_format':
    case 'invalid_key':
      return FORMATS[String(issue.path.at(-1))] ?? '名称只用小写字母和短横，以字母开头';
    default:
      return UNKNOWN;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: TEXT,
  number: '应为数字，不加引号',
  int: '应为整数',
  array: '应为列表（每行以“- ”开头，或写成 [甲, 乙]）',
  object: '应为一组“字段: 内容”',
  record: '应为一组“字段: 内容”',
};

const FORMATS: Readonly<Record<string, string>> = {
  id: '编号只用小写字母、数字和短横，如 "2026"、"branch-2026"',
  validFrom: '日期写作 2021-11 或 2021-11-11，加引号',
  validTo: '日期写作 2021-11 或 2021-11-11，加引号',
};

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** Names that may stand where an unknown one was found: those of the schema at that path. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let current: unknown = schema;
  for (const key of path) current = step(current, key);
  const shape =
    property(unwrapped(current), 'shape') ??
    property(unwrapped(property(unwrapped(current), 'keyType')), 'enum');
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}

function step(schema: unknown, key: PropertyKey): unknown {
  const inner = unwrapped(schema);
  const shape = property(inner, 'shape');
  if (typeof shape === 'object' && shape !== null) return Reflect.get(shape, key);
  return property(inner, 'element') ?? property(inner, 'valueType');
}

/** The schema inside defaults and unions: of a union the member that has fields. */
function unwrapped(schema: unknown): unknown {
  let current = schema;
  for (;;) {
    const options = property(current, 'options');
    const def = property(current, 'def');
    const inner = property(def, 'innerType');
    if (inner !== undefined) current = inner;
    else if (Array.isArray(options) && property(def, 'type') === 'union')
      return options.find((option: unknown) => property(option, 'shape') !== undefined);
    else return current;
  }
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
