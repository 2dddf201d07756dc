import fc from 'fast-check';
import { cut, paged, typeset } from '../document/wrap.js';

/** Whole documents of one layout each: the marks, forms of headings, parts and lines that documents come in. */

const HAN = ['一', '二', '三', '四', '五', '六', '七'];
const CIRCLED = ['①', '②', '③', '④', '⑤', '⑥', '⑦'];

type Mark = (index: number) => string;
const han = (index: number): string => HAN[index % HAN.length] ?? '';

const MARKS: readonly Mark[] = [
  (i) => `${han(i)}、`,
  (i) => `（${han(i)}）`,
  (i) => `(${han(i)})`,
  // Mixed pairs, siblings whose mark changes, and a number left out.
  (i) => `（${han(i)})`,
  (i) => (i === 0 ? '1、' : `${i + 1}.`),
  (i) => `${i > 1 ? i + 2 : i + 1}．`,
  (i) => `${i + 1}、`,
  (i) => `（${i + 1}）`,
  (i) => `${i + 1}）`,
  (i) => `${i + 1}).`,
  (i) => CIRCLED[i % CIRCLED.length] ?? '',
  (i) => `第${han(i)}，`,
  (i) => `${han(i)}是`,
  (i) => `${han(i)}要`,
  (i) => (i === 0 ? '首先，' : '其次，'),
  (i) => (i === 0 ? '一方面' : '另一方面'),
  () => '',
];

const PARTS: readonly (readonly string[])[] = [
  ['上年度查摆问题整改情况', '上年度整改情况'],
  ['个人有关事项说明'],
  [
    '存在的主要问题',
    '查摆的主要问题',
    '检视问题',
    '差距和不足',
    '存在问题及原因分析',
    '存在的问题及整改措施',
  ],
  ['反面典型案例剖析'],
  ['原因剖析', '产生问题的根源', '问题成因'],
  ['整改措施', '努力方向', '下一步打算', '改进措施'],
];

const TITLES = [
  '2024年度民主生活会个人对照检查材料',
  '××镇党委班子对照检查材料',
  '组织生活会个人检视材料',
  '',
];

const OPENINGS = [
  '按照要求，我认真学习、谈心谈话，深挖思想根源，认真制定了相应的整改措施。现将存在的问题、原因和努力方向报告如下：',
  '我认真对照党章党规，查摆了以下问题。',
  '',
];

const ACCOUNTS = [
  '上年度民主生活会在4个方面查摆了12项问题，目前8个已整改完成，剩余4个正在推进。',
  '上年度民主生活会查摆3项，完成3项；巡视整改专题民主生活会查摆5项，完成2项，完成率98.71%。',
];

const LEADS = [
  '理论学习不够深入',
  '带头严守政治纪律和政治规矩，维护党的团结统一方面',
  '在坚持以人民为中心的发展思想、推进民生实事、倾听群众呼声、回应群众关切、解决群众急难愁盼问题、深入一线开展调查研究、面对面听取意见、点对点解决难题、件件有着落事事有回音方面',
  '关于担当作为方面，主要是：',
  '作风方面：',
  '忙于事务，没有破题，解难题的办法不多',
];

const BODIES = [
  '坚持三会一课、落实一岗双责，第一时间传达第一议题，学习二十届三中、四中全会精神。',
  '比如，3月的轮训我只听了两天。再如，去年下半年只去过4个村中的1个。',
  '如，在推进旧改中，有一次拖了7周；又如，就拿防汛检查来说，只看了4个点中的1个。',
  '2025.3启动，投入1.5亿元，分一、二、三级，原因之一是怕难，另一是怕错。',
  '究其原因，根源在于党性不强。说到底是怕担责，这反映出宗旨意识有所淡化。',
  '每周不少于10小时，6月底前由办公室牵头形成清单1份；立行立改，年内完成。',
  '一是学得不深；二是用得不实。四是抓得不紧，',
  '以踏石留印、抓铁有痕的韧劲，增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
  'XX单位**镇某县20**年，李某没有到会；*年度x人（内容略）【待补】____',
  '',
];

const NOISE = ['浏览量：1024　发布时间：2024-01-01', '上一篇：无', '【某某网】', '— 3 —', '第3页'];

/** How a heading and what follows it are set. */
const JOINTS = ['\n', '。', '：', '', '\n\n　　'];

/** The whole text written another way. */
const SCRIPTS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('，', ',').replaceAll('：', ':').replaceAll('；', ';').replace(/[“”]/g, '"'),
  (text) => text.replace(/[“”]/g, (quote) => (quote === '“' ? '”' : '“')),
  (text) =>
    text
      .replaceAll('“', '「')
      .replaceAll('”', '」')
      .replace(/[学问题对错从]/g, (char) => TRADITIONAL[char] ?? char),
  (text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '),
];
const TRADITIONAL: Readonly<Record<string, string>> = {
  学: '學',
  问: '問',
  题: '題',
  对: '對',
  错: '錯',
  从: '從',
};

/** How lines are broken. */
const LINES: readonly ((text: string, width: number) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/\n+/g, ''),
  cut,
  typeset,
  (text, width) => paged(cut(text, width), 8, (page) => `— ${page} —`),
];

const item = fc.record({
  lead: fc.constantFrom(...LEADS),
  joint: fc.constantFrom(...JOINTS),
  bodies: fc.array(fc.constantFrom(...BODIES), { maxLength: 3 }),
});

/** A document of one layout. */
export const laidOut = fc
  .record({
    title: fc.constantFrom(...TITLES),
    opening: fc.constantFrom(...OPENINGS),
    account: fc.constantFrom(...ACCOUNTS),
    marks: fc.tuple(fc.constantFrom(...MARKS), fc.constantFrom(...MARKS)),
    parts: fc
      .shuffledSubarray([...PARTS], { minLength: 3 })
      .chain((parts) =>
        fc.tuple(
          ...parts.map((titles) =>
            fc.record({ title: fc.constantFrom(...titles), items: fc.array(item, { maxLength: 4 }) }),
          ),
        ),
      ),
    noise: fc.option(fc.constantFrom(...NOISE), { nil: '' }),
    closing: fc.constantFrom('以上是我的对照检查，请批评指正。', ''),
    script: fc.constantFrom(...SCRIPTS),
    lines: fc.constantFrom(...LINES),
    width: fc.integer({ min: 12, max: 40 }),
  })
  .map(({ title, opening, account, marks: [outer, inner], parts, noise, closing, script, lines, width }) => {
    const blocks = parts.flatMap((part, i) => [
      `${outer(i)}${part.title}`,
      ...(part.title.startsWith('上年度') ? [account] : []),
      ...part.items.map(({ lead, joint, bodies }, k) => `${inner(k)}${lead}${joint}${bodies.join('')}`),
    ]);
    return lines(script([title, noise, opening, ...blocks, closing].join('\n')), width);
  });

/** Rows of a table, as a ledger pasted from a workbook or written in Markdown. */
export const tabled = fc
  .record({
    rows: fc.array(
      fc.array(fc.oneof(fc.constantFrom(...LEADS), fc.constantFrom(...BODIES)), {
        minLength: 1,
        maxLength: 5,
      }),
      { maxLength: 8 },
    ),
    piped: fc.boolean(),
  })
  .map(({ rows, piped }) =>
    [['序号', '查摆问题', '原因', '整改措施', '时限'], ...rows.map((row, i) => [String(i + 1), ...row])]
      .map((cells) => (piped ? `| ${cells.join(' | ')} |` : cells.join('\t')))
      .join('\n'),
  );
