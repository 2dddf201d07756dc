import { describe, expect, it } from 'vitest';
import { rectifications } from '../../src/extract/rectification.js';
import { figured } from './figured.js';

/** Accounts of a text whose lines are the stretches. */
function accounts(text: string) {
  const spans: { start: number; end: number }[] = [];
  for (const line of text.split('\n')) {
    const start = (spans.at(-1)?.end ?? -1) + 1;
    spans.push({ start, end: start + line.length });
  }
  return rectifications(figured(text), spans);
}

/** `occasion: aspects/found/done/ongoing` of each account, – where nothing is stated. */
const figures = (text: string): readonly string[] =>
  accounts(text).map(
    ({ occasion, aspects, found, done, ongoing }) =>
      `${text.slice(occasion.start, occasion.end)}: ${[aspects, found, done, ongoing].map((figure) => figure ?? '–').join('/')}`,
  );

describe('rectifications', () => {
  it.each([
    ['上年查摆5项，完成4项；第3项延至6月。', '上年: –/5/4/–'],
    [
      '去年专题民主生活会上，我查摆了8个方面的问题，同志们提出批评意见3条。目前8个问题已整改到位6个，另有2个需要长期坚持。',
      '去年专题民主生活会: 8/8/6/2',
    ],
    ['上年度民主生活会同志们提出批评意见5条，改了4条，还有1条没改。', '上年度民主生活会: –/5/4/1'],
    ['2019年度我共查摆问题7项，制定措施12条，已完成6项，未完成1项。', '2019年度: –/7/6/1'],
    [
      '去年组织生活会上查摆了七个方面二十项问题，十四项已整改到位，其余六项正在推进。',
      '去年组织生活会: 7/20/14/6',
    ],
    [
      '2023年度民主生活会12项整改任务中8项已完成，3项取得阶段性成效，1项需长期坚持。',
      '2023年度民主生活会: –/12/8/4',
    ],
    ['上年度民主生活会查摆出问题12个，已全部整改到位。', '上年度民主生活会: –/12/12/–'],
    ['上年度民主生活会查摆的9个问题，均已完成整改。', '上年度民主生活会: –/9/9/–'],
    ['上年度民主生活会查摆的9个问题基本完成，尚有2项正在推进。', '上年度民主生活会: –/9/–/2'],
    ['针对市委巡察反馈的35个问题，已完成整改34个，剩余1个正在协调。', '市委巡察: –/35/34/1'],
    ['去年支部组织生活会给我提了6条意见，改了5条，还有1条没改。', '去年支部组织生活会: –/6/5/1'],
    ['去年民主生活会上查摆的8个问题：6个改了，2个没改好。', '去年民主生活会: –/8/6/2'],
    [
      '2024年3月的专项检查提出问题15项，已办结9项，正在办理5项，另有1项移送纪委。',
      '2024年3月的专项检查: –/15/9/5',
    ],
    ['县委巡察反馈问题8个，整改完成6个，还剩1个，有1个已转交住建局。', '县委巡察: –/8/6/1'],
    ['去年的组织生活会上我给自己挑了5个毛病，3个改了，还有2个没改好。', '去年的组织生活会: –/5/3/2'],
    ['年度群众满意度测评反馈的7个问题，已整改6个，还有1个正在推进。', '年度群众满意度测评: –/7/6/1'],
    ['上年度组织生活会查摆的10个问题中，有9个已整改到位。', '上年度组织生活会: –/10/9/–'],
    [
      '上年度民主生活会，班子对照“五个带头”查摆出问题17个，制定措施30条，完成15个，还有2个正在推进。',
      '上年度民主生活会: 5/17/15/2',
    ],
    ['市委第五巡察组反馈问题26个，整改完成24个，另外2个正按时限推进。', '市委第五巡察组: –/26/24/2'],
    ['上年度民主生活会查摆的9个问题，已销号8个，剩余的1个预计6月底完成。', '上年度民主生活会: –/9/8/1'],
    ['上年度组织生活会查摆的9个问题，已销号8个，剩下的1个完成时限延到9月。', '上年度组织生活会: –/9/8/1'],
    ['上年度民主生活会查摆问题23个，已完成20个，阶段性完成2个，持续推进1个。', '上年度民主生活会: –/23/20/3'],
    ['主题教育检视问题14个、整改措施30条，问题已整改12个，措施落实28条。', '主题教育: –/14/12/–'],
    [
      '2023年度民主生活会查摆的11个问题，除1个受资金制约外，其余10个均已整改到位。',
      '2023年度民主生活会: –/11/10/1',
    ],
    [
      '2024年度民主生活会查摆问题13个，完成整改9个，基本完成2个，持续推进2个。',
      '2024年度民主生活会: –/13/9/4',
    ],
    ['上年度民主生活会查摆问题12个，已完成8个，2个基本完成，剩余2个正在推进。', '上年度民主生活会: –/12/8/4'],
    ['上年度民主生活会查摆问题12个，已基本完成10个，剩余2个正在推进。', '上年度民主生活会: –/12/10/2'],
    ['上年度民主生活会8项整改任务已完成6项，2项达到序时进度。', '上年度民主生活会: –/8/6/2'],
    ['上年度组织生活会查摆的7个问题，已完成5个，2个进行中。', '上年度组织生活会: –/7/5/2'],
    ['上次民主生活会列出的6条问题，5条见了成效，1条因编制没有推动。', '上次民主生活会: –/6/5/1'],
    [
      '去年民主生活会查摆的7个问题逐条过了一遍。食堂的问题换了供应商，已整改到位；车辆的问题措施也全部落实。',
      '去年民主生活会: –/7/–/–',
    ],
  ])('reads the figures of %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });

  it('counts a part only once', () => {
    expect(
      figures(
        '此次专项检查反馈问题28项，已完成21项，其中立行立改12项；尚未完成的7项中，5项正在推进，2项需要长期坚持。',
      ),
    ).toEqual(['此次专项检查: –/28/21/7']);
  });

  it('tells two accounts of one sentence apart', () => {
    const text = '上年度民主生活会查摆9项问题，完成7项，剩余2项；市委巡视反馈问题20项，已整改20项。';
    expect(figures(text)).toEqual(['上年度民主生活会: –/9/7/2', '市委巡视: –/20/20/–']);
    expect(accounts(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '上年度民主生活会查摆9项问题，完成7项，剩余2项',
      '市委巡视反馈问题20项，已整改20项。',
    ]);
  });

  it('finds an account hidden in an opening, and nothing else there', () => {
    const text =
      '会前征求意见58条，谈心谈话44人次，查摆问题12个。上年度民主生活会查摆的11项问题已整改9项，其余2项转入今年。现报告如下。';
    expect(figures(text)).toEqual(['上年度民主生活会: –/11/9/2']);
    expect(accounts(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '上年度民主生活会查摆的11项问题已整改9项，其余2项转入今年。',
    ]);
  });

  it('takes the occasion from the heading above, and goes on over lines', () => {
    const text =
      '一、上年度民主生活会整改情况\n查摆问题15条。\n截至11月底，完成13条，另2条正在推进。\n新订制度3项。';
    expect(figures(text)).toEqual(['上年度民主生活会: –/15/13/2']);
  });

  it.each([
    '会前征求意见58条，归并为31条，查摆问题12个，制定措施24条。',
    '根据开好民主生活会的通知，认真查摆问题，深挖根源，制定整改措施。',
    '我把这一年的情况向大家作个检查，收到意见11条，改了5条。',
    '去年承诺的每周学习坚持了下来，这一条已经兑现。',
    '按照主题教育部署，班子把检视问题、整改落实贯通起来。',
  ])('finds none in %s', (text) => {
    expect(accounts(text)).toEqual([]);
  });

  it.each([
    ['上年度民主生活会查摆问题155项，完成153项，完成率98.71%，剩余2项。', true, []],
    ['上年度民主生活会查摆问题12项，完成8项，剩余3项。', false, ['sum 完成8项，剩余3项 11']],
    ['上年度民主生活会查摆问题12项，完成10项，完成率86%。', false, ['rate 完成10项，完成率86% 83']],
    [
      '上年度民主生活会查摆问题9项，完成9项；列出的40条措施落实30条，落实率95%。',
      false,
      ['rate 列出的40条措施落实30条，落实率95% 75'],
    ],
    ['上年度民主生活会查摆问题9项，完成8项。', true, []],
  ])('checks the sums of %s', (text, consistent, expected) => {
    const [account] = accounts(text);
    expect(account?.consistent).toBe(consistent);
    expect(
      account?.faults.map(
        ({ kind, start, end, expected: value }) => `${kind} ${text.slice(start, end)} ${Math.round(value)}`,
      ),
    ).toEqual(expected);
  });

  it('tells the states', () => {
    const states = (text: string) => accounts(text)[0]?.states;
    expect(states('上年度民主生活会查摆的问题均已整改完成。')).toEqual(['done']);
    expect(states('上年度民主生活会查摆5项，完成3项，1项取得阶段性成效，1项需长期坚持。')).toEqual([
      'done',
      'partial',
      'lasting',
    ]);
    expect(states('上年度民主生活会查摆5项，尚未完成1项。')).toEqual(['open']);
  });
});
