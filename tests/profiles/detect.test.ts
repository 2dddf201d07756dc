import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analyzer.js';
import type { Kind } from '../../src/dictionaries/schema.js';

const analyzer = await createAnalyzer();

function detected(text: string) {
  const { profile, kind } = analyzer.analyze(analyzer.fromText(text));
  return { ...profile, id: profile.profile.id, kind };
}

/** Title and opening as they are written for each profile, and whose material it is. */
const openings: readonly (readonly [id: string, kind: Kind, text: string])[] = [
  [
    '2013',
    'individual',
    '个人对照检查材料\n按照中央和省委关于开展党的群众路线教育实践活动的要求，我对照为民务实清廉的要求，认真查摆“四风”方面的问题。',
  ],
  [
    '2014',
    'team',
    '县水务局领导班子2014年度民主生活会对照检查材料\n围绕严格党内生活，严守党的纪律，深化作风建设，局领导班子进行了对照检查。',
  ],
  [
    '2015',
    'individual',
    '“三严三实”专题民主生活会个人发言提纲\n按照“三严三实”专题教育的安排，我对照严以修身、严以用权、严以律己，谋事要实、创业要实、做人要实的要求进行了检查。',
  ],
  [
    '2016',
    'team',
    '局领导班子2016年度民主生活会对照检查材料\n根据通知要求，班子围绕“两学一做”学习教育主题，征求了意见建议。',
  ],
  [
    '2017',
    'individual',
    '2017年度民主生活会个人对照检查材料\n这次民主生活会以认真学习领会习近平新时代中国特色社会主义思想、全面贯彻落实党的十九大决策部署为主题，我作了对照检查。',
  ],
  [
    '2018',
    'individual',
    '2018年度民主生活会个人发言提纲\n围绕强化创新理论武装，树牢“四个意识”，勇于担当作为的主题，我从思想政治、精神状态、工作作风三个方面查摆了问题。',
  ],
  [
    '2019',
    'individual',
    '“不忘初心、牢记使命”专题民主生活会个人检视剖析材料\n按照四个对照、四个找一找的要求，我深入检视自己。',
  ],
  [
    '2020',
    'team',
    '党组班子2020年度民主生活会对照检查材料\n围绕认真学习贯彻习近平新时代中国特色社会主义思想、加强政治建设、坚守人民情怀、夺取决胜全面建成小康社会新胜利的主题，班子作了对照检查。',
  ],
  [
    '2021',
    'individual',
    '党史学习教育专题民主生活会个人对照检查材料\n根据区委要求，围绕大力弘扬伟大建党精神，坚持和发展党的百年奋斗历史经验，坚定历史自信，践行时代使命，厚植为民情怀的主题，我作了对照检查。',
  ],
  [
    '2022',
    'individual',
    '2022年度民主生活会个人对照检查材料\n围绕全面贯彻习近平新时代中国特色社会主义思想，深刻领悟“两个确立”的决定性意义，我对照“六个带头”查摆了问题。',
  ],
  [
    '2023',
    'team',
    '主题教育专题民主生活会领导班子对照检查材料\n围绕学思想、强党性、重实践、建新功的总要求，作为第一批主题教育单位，局领导班子于2023年8月作了对照检查。',
  ],
  [
    '2023-b',
    'team',
    '局领导班子2023年度主题教育专题民主生活会对照检查材料\n围绕学思想、强党性、重实践、建新功，从维护党中央权威和集中统一领导，践行宗旨、服务人民，求真务实、狠抓落实等六个方面，班子作了检查。',
  ],
  [
    '2024',
    'individual',
    '2024年度民主生活会个人对照检查材料\n按照通知要求，我围绕“四个带头”，结合党纪学习教育，进行了对照检查。',
  ],
  [
    '2025',
    'team',
    '街道党工委领导班子2025年度民主生活会对照检查材料\n结合深入贯彻中央八项规定精神学习教育，班子围绕“五个带头”进行了对照检查。',
  ],
  [
    'branch-2019',
    'branch',
    '社区党支部班子“不忘初心、牢记使命”专题组织生活会检视剖析材料\n按照上级要求，支委会集中学习3次。2019年以来，党支部查找了差距。',
  ],
  [
    'branch-2020',
    'branch',
    '机关第二党支部班子2020年度组织生活会对照检查材料\n按照要求，党支部班子作了对照检查。',
  ],
  [
    'branch-2021',
    'branch',
    '党支部班子党史学习教育专题组织生活会对照检查材料\n按照要求，支委会围绕2021年度组织生活会作了准备。',
  ],
  [
    'branch-2022',
    'branch',
    '党支部班子2022年度组织生活会对照检查材料\n按照要求，支部班子深入学习党的二十大精神，作了对照检查。',
  ],
  [
    'member-2021',
    'individual',
    '党史学习教育专题组织生活会个人对照检查材料\n作为一名普通党员，我对照党中央和习近平总书记的号召和要求、对照新时代合格党员标准、对照入党誓词、对照革命先辈和先进典型，查找了自己的不足。',
  ],
  [
    'member-2024',
    'individual',
    '2024年度组织生活会个人对照检查材料\n我从政治信仰、党员意识、理论学习、能力本领、作用发挥、纪律作风六个方面查摆了自己的问题。',
  ],
  [
    'general',
    'team',
    '中共某县农业农村局党组关于巡察整改情况的自查报告\n根据通知要求，局党组对巡察反馈意见的整改情况进行了自查。',
  ],
];

describe('a document is recognised by its title and opening', () => {
  it.each(openings)('%s (%s)', (id, kind, text) => {
    expect(detected(`${text}\n一、存在的问题\n（一）有一项工作拖了两个月。\n`)).toMatchObject({
      id,
      kind,
      detected: true,
    });
  });
});

describe('the headings make it certain', () => {
  const problems =
    '1.有一项工作拖了两个月。比如，3月的台账5月才交。\n2.有一次会没有参加。比如，4月的支部会请了假。\n';
  it.each(openings.filter(([id]) => id !== 'general'))('%s (%s)', (id, kind, text) => {
    const dimensions = analyzer.profiles.find((profile) => profile.id === id)?.dimensions ?? [];
    const body = dimensions
      .map(({ name }, i) => `（${'一二三四五六'.charAt(i)}）${name}方面\n${problems}`)
      .join('');
    const found = detected(`${text}\n一、存在的问题\n${body}`);
    expect(found).toMatchObject({ id, kind });
    expect(found.confidence).toBeGreaterThanOrEqual(0.9);
    expect(found.reasons[0]).toBe(`${dimensions.length}个标题对上${dimensions.length}个维度`);
  });

  it('even against the year in the title', () => {
    const dimensions = analyzer.profiles.find(({ id }) => id === '2024')?.dimensions ?? [];
    const body = dimensions
      .map(({ name }, i) => `（${'一二三四'.charAt(i)}）${name}方面\n${problems}`)
      .join('');
    const found = detected(`2025年度民主生活会个人对照检查材料\n我作了对照检查。\n一、存在的问题\n${body}`);
    expect(found.id).toBe('2024');
    expect(found.reasons).toContain('但标题写的是2025年');
  });
});

describe('a title that names a unit alone', () => {
  it.each<[Kind, string]>([
    ['team', '序号\t查摆的问题\t整改措施\n1\t学习不够系统。\t每月学习1次。\n2\t调研少。\t每季度到村2次。\n'],
    [
      'individual',
      '一、存在的问题\n1.学习不够系统。我自己看得少，我没有记笔记，我也没有同人讨论，自己满足于看过。\n',
    ],
  ])('speaks for a team where no person does (%s)', (kind, body) => {
    expect(detected(`清河县水务局2024年度民主生活会对照检查材料\n${body}`)).toMatchObject({
      id: '2024',
      kind,
    });
  });
});

const CORPUS = new URL('../../corpus/', import.meta.url);

describe('the annotated documents are recognised', () => {
  const golds = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.gold.json') && !name.startsWith('PAIR-'))
    .map((name) => JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')))
    .filter(({ split }) => split !== 'held');

  /** Headings of another year are a fault that the writer made: they may cost certainty, not the answer. */
  const isMixed = ({ findings }: { findings: readonly { rule: string }[] }): boolean =>
    findings.some(({ rule }) => rule === 'wrong-year-dimension');

  it.each(golds.map((gold) => [gold.document, gold.profile, gold.kind, isMixed(gold)]))(
    '%s: %s, %s',
    (name, id, kind, mixed) => {
      const found = detected(readFileSync(new URL(name, CORPUS), 'utf8'));
      expect(found).toMatchObject({ id, kind });
      // Where no profile is for the year in the title, those with the same dimensions share the certainty.
      const otherYear = found.reasons.some((reason) => reason.startsWith('但标题写的是'));
      if (id !== 'general' && !otherYear) expect(found.confidence).toBeGreaterThan(mixed ? 0.6 : 0.9);
    },
  );
});

describe('an uncertain answer says so', () => {
  it.each([
    ['nothing', ''],
    ['a text about something else', '今天天气很好，我们去公园散步，看见了很多花。'],
    ['a paragraph of no year', '学习上有时满足于完成规定动作，读原文不多，联系实际不紧。'],
  ])('%s', (_, text) => {
    const found = detected(text);
    expect(found.id).toBe('general');
    expect(found.confidence).toBeLessThan(0.5);
  });

  it('a year without dimensions of its own', () => {
    const found = detected(
      '2031年度民主生活会个人对照检查材料\n我围绕主题作了对照检查。\n一、存在的问题\n1.学习不够。',
    );
    expect(found.id).toBe('general');
    expect(found.confidence).toBeLessThan(0.6);
    expect(found.reasons.join()).toContain('2031年');
  });

  it('names the runner-up, less likely than the answer', () => {
    const found = detected('2021年组织生活会材料\n按照党史学习教育专题组织生活会要求，作了对照检查。');
    expect(found.confidence).toBeLessThan(0.9);
    expect(found.runnerUp?.profile.id).toMatch(/2021$/);
    expect(found.runnerUp?.confidence).toBeLessThanOrEqual(found.confidence);
  });
});

describe('a document that no meeting asks for', () => {
  it.each([
    [
      '2021年度述职述德述廉报告\n2021年，我参加党史学习教育，履行了职责。现述职如下：\n二、存在的问题\n一是训练抓得不严。',
    ],
    [
      '2023年度组织生活会党员个人对照检查材料\n政治学习方面：主动性差，资料翻一翻就放下。\n纪律方面：全年迟到13次。',
    ],
  ])('follows no year for the year in its title alone: %s', (text) => {
    expect(detected(text).id).toBe('general');
  });
});
