import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.js';

const analyzer = await createAnalyzer();

/** The problems of a text below the heading 存在的问题, each quoted by its span. */
function problemsOf(items: string) {
  const { document, problems } = analyzer.analyze(analyzer.fromText(`一、存在的主要问题\n${items}`));
  const at = ({ span }: { span: { start: number; end: number } }): string =>
    document.text.slice(span.start, span.end);
  return problems.map(({ title, examples, causes, measures }) => ({
    title: at(title),
    examples: examples.map(at),
    causes: causes.map(at),
    measures: measures.map(at),
  }));
}

describe('the title of a problem', () => {
  it.each([
    ['a lead sentence', '1.学习抓得不紧。全年只读完一本书。', '学习抓得不紧'],
    ['a lead of two halves', '1.工作推进拖拉，遇到矛盾绕着走。抓落实不够。', '工作推进拖拉，遇到矛盾绕着走'],
    [
      'a shortcoming before a colon',
      '1.十九大报告学得零碎：年底前只读完一部分，12月的抽考错了4道。',
      '十九大报告学得零碎',
    ],
    ['a line of its own', '1.深入基层不够\n全年只去了三次村里。', '深入基层不够'],
    [
      'a field and a shortcoming that admits nothing in so many words',
      '1.政治判断方面：就事论事，看不出背后的分量。3月的事就是这样。',
      '政治判断方面：就事论事，看不出背后的分量',
    ],
    [
      'a lead that runs into the text',
      '1.理论学习抓得不紧，存在以干代学、重业务轻理论的现象，学习的系统性有待增强。',
      '理论学习抓得不紧',
    ],
    [
      'a lead that concedes first',
      '1.虽然全镇上下做了大量工作，也取得了一定成绩，但招引大项目不多，思路不够开阔。',
      '虽然全镇上下做了大量工作，也取得了一定成绩，但招引大项目不多',
    ],
    [
      'a lead glued to the date of what happened',
      '1.批评与自我批评拉不下脸去年6月班子会上提意见，我给镇长提的3条全是“注意休息”，大家一笑了之，散会以后还互相递烟。',
      '批评与自我批评拉不下脸',
    ],
    [
      'not without the word behind 不够',
      '1.用权不够谨慎，程序意识淡薄。4月我没有询价。',
      '用权不够谨慎，程序意识淡薄',
    ],
    [
      'behind the words that lead over to it',
      '先说学习，我对学习的态度是欠诚恳的。9月份的课我逃了5节。',
      '我对学习的态度是欠诚恳的',
    ],
  ])('is %s', (_, text, title) => {
    expect(problemsOf(text).map((problem) => problem.title)).toEqual([title]);
  });
});

describe('numbers inside a paragraph', () => {
  it('stand below the number that opens it', () => {
    const text =
      '三是资源管理有漏洞，没有锁牢。1．采伐限额当成了人情指标。2．征占用林地先占后批。3．木材检查站管理松散。';
    expect(problemsOf(`一是学习不深入。\n二是作风不实。\n${text}`).map(({ title }) => title)).toEqual([
      '学习不深入',
      '作风不实',
      '采伐限额当成了人情指标',
      '征占用林地先占后批',
      '木材检查站管理松散',
    ]);
  });

  it('are no list when they only count off', () => {
    const text = '一是读书浮在面上。自己清楚是三句话：一是买得多，二是翻得少，三是记得更少。\n二是作风不实。';
    expect(problemsOf(text).map(({ title }) => title)).toEqual(['读书浮在面上', '作风不实']);
  });
});

describe('examples without a cue', () => {
  it.each([
    ['a dated one', '5月分配帐篷，我在电话里就把26顶定给了4个村，上磨村少分了5顶。', 1],
    [
      'one that goes on with a pronoun',
      '3月民政办的小李打牌被群众举报，我没有找他谈话。11月他因为参赌被派出所处罚，给了党内警告。',
      1,
    ],
    [
      'one told step by step, without date',
      '有一名家长来反映食堂的事，我听了一半就打断了，让他去找后勤，后来没有再问过。',
      1,
    ],
    ['two in a row', '5月的检查我只去了1个村。9月的例会我请了假，会议纪要也没有看。', 2],
    ['one that counts how often', '与分管的基金监管股谈话3次，每次不到10分钟。', 1],
    ['one that counts in how many', '3条意见里有2条是“希望注意身体”之类的客套话。', 1],
    ['none: figures that count no occurrences', '科室6人，平均年龄不到40岁。', 0],
    ['none: how things stand', '全镇有6个小区，分属4家物业，各管各的。', 0],
    ['none: praise first', '虽然全年办理业务27万笔，获得总行称号，但交办的事没有按期交账。', 0],
    ['none: a habit', '业务一忙就让路，动不动就说没有时间，往往一推了之。', 0],
  ])('%s', (_, body, count) => {
    const [problem] = problemsOf(`1.抓工作不够扎实。${body}`);
    expect(problem?.examples).toHaveLength(count);
    if (count === 1) expect(problem?.examples[0]).toBe(body);
  });
});

describe('causes inside a problem', () => {
  const example = '5月分配帐篷，我在电话里就把26顶定给了4个村，上磨村少分了5顶。';

  it.each([
    '说到底是怕影响关系，把党内的事当成了人情上的事。',
    '当时想的是他们跟了我多年，处理了伤感情，这是拿原则做人情。',
    '那时我把行业的难处看得重，把群众的难处看得轻，是看齐意识出了问题。',
    '一句话，怕得罪人。',
    '两回都是自以为看过一遍就够了，骨子里是不敬业。',
    '这说明群众观念树得不牢。',
  ])('%s', (reflection) => {
    const [problem] = problemsOf(`1.抓工作不够扎实。${example}${reflection}`);
    expect(problem).toMatchObject({ examples: [example], causes: [reflection] });
  });

  it('are the last clause of an example too', () => {
    const [problem] = problemsOf('1.带徒弟留了一手。4月到年底我只教了19课时，说穿了是怕教会了他。');
    expect(problem).toMatchObject({
      examples: ['4月到年底我只教了19课时，说穿了是怕教会了他。'],
      causes: ['说穿了是怕教会了他'],
    });
  });

  it('are not what somebody else complains of', () => {
    const [problem] = problemsOf(
      '1.服务群众不走心。8月有群众打来电话，反映补偿金发放不到户，我批给了业务股，没有再问过。',
    );
    expect(problem?.causes).toEqual([]);
  });
});

describe('a row of a table of problems', () => {
  it('has its measure settled by the cells that say who and by when', () => {
    const { problems, document } = analyzer.analyze(
      analyzer.fromText(
        '问题清单\n序号\t问题\t整改措施\t责任人\t完成时限\n1\t审批慢，6月平均用了23天\t审批下放到乡镇\t张某\t2021.4.30',
      ),
    );
    const [measure] = problems[0]?.measures ?? [];
    expect(
      measure?.commitments.map(({ kind, value, span }) => [
        kind,
        value,
        document.text.slice(span.start, span.end),
      ]),
    ).toEqual([
      ['person', '张某', '张某'],
      ['deadline', '2021-04-30', '2021.4.30'],
    ]);
  });
});

describe('a measure in brackets behind a problem', () => {
  it('ends before the bracket that closes', () => {
    const [problem] = problemsOf(
      '（一）改革办法不多。全年4篇信息没有一篇被采用。（整改措施：每季度报送2篇。）',
    );
    expect(problem?.measures).toEqual(['每季度报送2篇。']);
  });
});
