import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DictionaryError, loadDictionaries } from '../../src/dictionaries/load.js';
import { DuizhaoError } from '../../src/document/error.js';
import { folderWith } from './folder.js';

const PROFILE = `id: "2099"
year: 2099
name: 2099年度民主生活会
occasion: 年度民主生活会
kinds: [individual, team]
source: 通知原文
confidence: confirmed
dimensions:
  - ordinal: 1
    name: 带头甲
    short: 甲
    theme: 理论学习
  - ordinal: 2
    name: 带头乙
    short: 乙
    theme: 廉洁自律
`;

const LEXICON = `categories:
  greeting:
    title: 问候
    phrases:
      - 您好
      - { phrase: 早上好, source: 常用语 }
fields:
  - id: water
    terms: [水库]
`;

describe('loadDictionaries', () => {
  it('brings phrases to one form', async () => {
    const { categories } = await loadDictionaries([await folderWith({ 'lexicons/a.yaml': LEXICON })]);
    expect(categories).toEqual({
      greeting: {
        title: '问候',
        phrases: ['您好', '早上好'],
      },
    });
  });

  it('adds the phrases, fields and expressions of later folders', async () => {
    const expression = '{ phrase: 律已, kind: miswritten, advice: 律己, source: 字形相近 }';
    const dictionaries = await loadDictionaries([
      await folderWith({ 'lexicons/a.yaml': LEXICON, 'expressions/a.yaml': `expressions: [${expression}]` }),
      await folderWith({
        'lexicons/own.yml':
          'categories: { greeting: { title: 问候语, phrases: [晚上好] } }\n' +
          'fields: [{ id: water, terms: [堤坝], related: [roads] }, { id: roads, terms: [公路] }]',
        'expressions/b.yaml': 'expressions: [{ phrase: 新世代, kind: miswritten, source: 见过 }]',
      }),
    ]);
    expect(dictionaries.categories.greeting?.title).toBe('问候');
    expect(dictionaries.categories.greeting?.phrases).toEqual(['您好', '早上好', '晚上好']);
    expect(dictionaries.fields).toEqual([
      { id: 'water', terms: ['水库', '堤坝'], related: ['roads'] },
      { id: 'roads', terms: ['公路'], related: [] },
    ]);
    expect(dictionaries.expressions.map(({ phrase }) => phrase)).toEqual(['律已', '新世代']);
  });

  it('lets a later folder replace a profile', async () => {
    const { profiles } = await loadDictionaries([
      await folderWith({
        'profiles/2099.yaml': PROFILE,
        'profiles/2098.yaml': PROFILE.replaceAll('2099', '2098'),
      }),
      await folderWith({ 'profiles/ours.yaml': PROFILE.replace('带头甲', '带头丙') }),
    ]);
    expect(profiles.map(({ id, dimensions }) => [id, dimensions[0]?.name])).toEqual([
      ['2098', '带头甲'],
      ['2099', '带头丙'],
    ]);
  });

  it('orders profiles by year, those of no year last', async () => {
    const { profiles } = await loadDictionaries([
      await folderWith({
        'profiles/a.yaml': PROFILE.replace('"2099"', 'none').replace('year: 2099', 'year: null'),
        'profiles/b.yaml': PROFILE,
        'profiles/c.yaml': PROFILE.replace('"2099"', 'old').replace('year: 2099', 'year: 2013'),
      }),
    ]);
    expect(profiles.map(({ id }) => id)).toEqual(['old', '2099', 'none']);
  });

  it('fills in what may be left out', async () => {
    const { profiles } = await loadDictionaries([await folderWith({ 'profiles/a.yaml': PROFILE })]);
    expect(profiles[0]).toMatchObject({
      signals: [],
      parts: {},
      dimensions: [{ aliases: [], terms: [], confidence: 'confirmed' }, {}],
    });
  });

  it('passes over files that are no YAML', async () => {
    const folder = await folderWith({
      'profiles/2099.yaml': PROFILE,
      'profiles/说明.txt': 'x',
      'profiles/~$2099.docx': 'x',
    });
    expect((await loadDictionaries([folder])).profiles).toHaveLength(1);
  });

  it.each([
    ['is missing', 'nowhere', /没有词典文件夹 .*nowhere，请检查配置里的路径。$/],
    ['has no subfolder of ours', 'empty', /里没有 lexicons、expressions、profiles 中的任何一个子文件夹/],
    ['is a file', 'empty/2099.yaml', /不是文件夹。$/],
  ])('refuses a folder that %s', async (_, name, message) => {
    const folder = await folderWith({ 'empty/2099.yaml': PROFILE });
    const error = await failure(join(folder, name));
    expect(error).toMatchObject({ code: 'dictionary', message: expect.stringMatching(message) });
  });

  it('tells of a folder where a file should be', async () => {
    const folder = await folderWith({ 'lexicons/a.yaml/b.txt': '' });
    expect(await failure(folder)).toMatchObject({
      code: 'dictionary',
      message: `词典文件 ${join(folder, 'lexicons/a.yaml')} 有误：应为文件，这里却是文件夹，请移走或改名。`,
    });
  });
});

/** Each: what is wrong, file, its content, then line, field and what was expected. */
const mistakes: readonly (readonly [string, string, string | Uint8Array, number, string, string | RegExp])[] =
  [
    [
      'a number for a word',
      'profiles/x.yaml',
      PROFILE.replace('"2099"', '2099'),
      1,
      'id',
      '应为文字（纯数字要加引号）',
    ],
    [
      'a word for a number',
      'profiles/x.yaml',
      PROFILE.replace('year: 2099', 'year: "2099"'),
      2,
      'year',
      '应为数字，不加引号',
    ],
    [
      'a word for a list',
      'profiles/x.yaml',
      PROFILE.replace('[individual, team]', 'team'),
      5,
      'kinds',
      /^应为列表/,
    ],
    [
      'a missing field',
      'profiles/x.yaml',
      PROFILE.replace(/source: .*\n/, ''),
      1,
      'source',
      '缺少内容，应为文字（纯数字要加引号）',
    ],
    [
      'an empty field',
      'profiles/x.yaml',
      PROFILE.replace(': 通知原文', ':'),
      6,
      'source',
      '缺少内容，应为文字（纯数字要加引号）',
    ],
    [
      'an unknown field',
      'profiles/x.yaml',
      PROFILE.replace('occasion', 'ocasion'),
      4,
      'ocasion',
      '不认识字段“ocasion”，是不是“occasion”',
    ],
    [
      'an unknown field of a dimension',
      'profiles/x.yaml',
      PROFILE.replace('short: 乙', 'shrt: 乙'),
      15,
      'dimensions.1.shrt',
      '不认识字段“shrt”，是不是“short”',
    ],
    [
      'a field too many',
      'profiles/x.yaml',
      PROFILE.replace('    short: 乙', '    short: 乙\n    them: 乙'),
      16,
      'dimensions.1.them',
      '不认识字段“them”，是不是“theme”',
    ],
    [
      'a field like no other',
      'profiles/x.yaml',
      `${PROFILE}编号: 1\n`,
      17,
      '编号',
      /^不认识字段“编号”，这里可用的字段有id、year、name、/,
    ],
    [
      'an unknown kind',
      'profiles/x.yaml',
      PROFILE.replace('team]', 'teams]'),
      5,
      'kinds.1',
      '应为“individual”、“team”、“branch”之一，是不是“team”',
    ],
    [
      'parts for an unknown kind',
      'profiles/x.yaml',
      `${PROFILE}parts: { teams: [opening] }\n`,
      17,
      'parts.teams',
      /^不认识字段“teams”，是不是“team”$/,
    ],
    [
      'an unknown part',
      'profiles/x.yaml',
      `${PROFILE}parts: { team: [openning] }\n`,
      17,
      'parts.team.0',
      /，是不是“opening”$/,
    ],
    [
      'an unknown theme',
      'profiles/x.yaml',
      PROFILE.replace('理论学习', '理论学西'),
      12,
      'dimensions.0.theme',
      /^应为“理论学习”、.*之一，是不是“理论学习”$/,
    ],
    [
      'an impossible year',
      'profiles/x.yaml',
      PROFILE.replace('year: 2099', 'year: 1999'),
      2,
      'year',
      '不能小于2012',
    ],
    [
      'an id that is none',
      'profiles/x.yaml',
      PROFILE.replace('"2099"', '二〇九九'),
      1,
      'id',
      /^编号只用小写字母、数字和短横/,
    ],
    ['no kind', 'profiles/x.yaml', PROFILE.replace('[individual, team]', '[]'), 5, 'kinds', '至少要有一项'],
    [
      'two dimensions of one ordinal',
      'profiles/x.yaml',
      PROFILE.replace('ordinal: 2', 'ordinal: 1'),
      13,
      'dimensions.1.ordinal',
      '序号“1”重复，各维度的序号应各不相同',
    ],
    [
      'two dimensions of one short name',
      'profiles/x.yaml',
      PROFILE.replace('short: 乙', 'short: 甲'),
      15,
      'dimensions.1.short',
      '简称“甲”重复，各维度的简称应各不相同',
    ],
    [
      'a tab',
      'profiles/x.yaml',
      PROFILE.replace('    short: 甲', '\tshort: 甲'),
      11,
      '',
      '这里用了制表符（Tab 键），缩进只能用空格',
    ],
    [
      'a tab inside brackets',
      'profiles/x.yaml',
      PROFILE.replace('[individual, team]', '[\n\tindividual]'),
      6,
      '',
      '这里用了制表符（Tab 键），缩进只能用空格',
    ],
    ['one field twice', 'profiles/x.yaml', PROFILE.replace('occasion:', 'name:'), 4, '', '同一层里字段重复'],
    [
      'a full-width colon',
      'profiles/x.yaml',
      PROFILE.replace('occasion: ', 'occasion：'),
      4,
      '',
      '字段名后的冒号应为半角“:”，后面空一格',
    ],
    [
      'only full-width colons',
      'profiles/x.yaml',
      PROFILE.replaceAll(': ', '：'),
      1,
      '',
      '字段名后的冒号应为半角“:”，后面空一格',
    ],
    ['an open quotation mark', 'profiles/x.yaml', 'id: "2099\nyear: 2099\n', 3, '', /^不是正确的 YAML/],
    ['a second document', 'profiles/x.yaml', `${PROFILE}---\nid: x\n`, 17, '', /^不是正确的 YAML/],
    ['a reference to nothing', 'profiles/x.yaml', 'id: *x\n', 1, '', '“&”“*”引用无法展开，请直接写出内容'],
    ['an empty file', 'profiles/x.yaml', '', 1, '', '缺少内容，应为一组“字段: 内容”'],
    ['a list at the top', 'profiles/x.yaml', '- id: x\n', 1, '', '应为一组“字段: 内容”'],
    [
      'another encoding',
      'profiles/x.yaml',
      Uint8Array.of(0xc4, 0xea, 0xb6, 0xc8),
      1,
      '',
      /^文件应存为 UTF-8 编码/,
    ],
    [
      'an unknown neighbour',
      'lexicons/x.yaml',
      `${LEXICON}    related: [watr]\n`,
      10,
      'fields.0.related.0',
      '没有名为“watr”的领域，是不是“water”',
    ],
    [
      'an open bracket',
      'lexicons/x.yaml',
      LEXICON.replace('您好', '您(好'),
      5,
      'categories.greeting.phrases.0',
      /^词条“您\(好”括号不成对/,
    ],
    [
      'a number for a phrase',
      'lexicons/x.yaml',
      LEXICON.replace('您好', '12'),
      5,
      'categories.greeting.phrases.0',
      '应为文字（纯数字要加引号）',
    ],
    [
      'an unknown field of a phrase',
      'lexicons/x.yaml',
      LEXICON.replace('source', 'sorce'),
      6,
      'categories.greeting.phrases.1.sorce',
      '不认识字段“sorce”，是不是“source”',
    ],
    [
      'a category of a wrong name',
      'lexicons/x.yaml',
      LEXICON.replace('greeting', 'Greeting'),
      2,
      'categories.Greeting',
      /^名称只用小写字母和短横/,
    ],
    [
      'a date that is none',
      'expressions/x.yaml',
      'expressions:\n  - phrase: 甲\n    kind: repealed\n    source: 乙\n    validTo: 2016年\n',
      5,
      'expressions.0.validTo',
      /^日期写作 2021-11/,
    ],
    [
      'an open bracket in an exception',
      'expressions/x.yaml',
      'expressions:\n  - phrase: 甲\n    kind: repealed\n    source: 乙\n    unless: [丙)]\n',
      5,
      'expressions.0.unless.0',
      /^词条“丙\)”/,
    ],
  ];

describe('a bad file is reported with file, line, field and what was expected', () => {
  it.each(mistakes)('%s', async (_, name, content, line, field, expected) => {
    const folder = await folderWith({ [name]: content });
    const error = await failure(folder);
    expect(error).toBeInstanceOf(DictionaryError);
    expect(error).toBeInstanceOf(DuizhaoError);
    expect(error).toMatchObject({ code: 'dictionary', file: join(folder, name), line, field });
    expect(error).toHaveProperty(
      'expected',
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  it('an id used twice in one folder', async () => {
    const folder = await folderWith({ 'profiles/a.yaml': PROFILE, 'profiles/b.yaml': `# again\n${PROFILE}` });
    const error = await failure(folder);
    expect(error).toMatchObject({ file: join(folder, 'profiles/b.yaml'), line: 2, field: 'id' });
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining(`编号“2099”已在 ${join(folder, 'profiles/a.yaml')} 中用过`),
    );
  });

  it('in one Chinese sentence', async () => {
    const folder = await folderWith({ 'profiles/x.yaml': PROFILE.replace('theme: 廉洁自律', 'theme: 廉洁') });
    expect((await failure(folder)).message).toBe(
      `词典文件 ${join(folder, 'profiles/x.yaml')} 第16行“dimensions.1.theme”有误：` +
        '应为“理论学习”、“政治忠诚与纪律”、“为民服务”、“担当落实”、“风险与斗争”、“工作作风”、“廉洁自律”、“管党治党”、“能力本领”之一，是不是“廉洁自律”。',
    );
  });
});

async function failure(folder: string): Promise<Error> {
  const error: unknown = await loadDictionaries([folder]).then(
    () => 'loaded without an error',
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error(String(error));
}
