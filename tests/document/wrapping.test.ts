import { describe, expect, it } from 'vitest';
import { corpusFile, open, readingOf, sample } from './reader.js';
import { cut, paged, typeset, widths } from './wrap.js';

const unwrapped = (text: string): boolean => open(text).notices.some(({ code }) => code === 'unwrapped');
const expected = readingOf(sample);

describe('lines of one width are joined', () => {
  it.each([17, 24, 28, 33, 40, 52])('set by a typesetter, at %i', (width) => {
    expect(readingOf(typeset(sample, width))).toBe(expected);
  });

  it.each([16, 28, 43])('with a margin on the left, at %i', (width) => {
    expect(readingOf(cut(sample, width).replace(/^/gm, '      '))).toBe(expected);
  });

  it.each([20, 30, 40])('with a blank line behind every line, at %i', (width) => {
    expect(readingOf(cut(sample, width).replaceAll('\n', '\n\n'))).toBe(expected);
  });

  it.each([20, 30, 40])('with a blank line between paragraphs, at %i', (width) => {
    const blank = sample.replace(/\n+/g, '\n\n');
    expect(readingOf(cut(blank, width))).toBe(expected);
  });

  it.each([25, 34, 60])('another document, its paragraphs numbered 一是, at %i', (width) => {
    const text = corpusFile('2024-county-water-deputy.txt');
    expect(readingOf(cut(text, width))).toBe(readingOf(text));
  });

  it('few of many short paragraphs, where only these are indented', () => {
    const paragraphs = [
      '领导班子对照检查材料',
      '一、担当负责方面',
      '存在的问题：一是对疑难投诉有推诿现象，装饰城的投诉件从5月一直拖到12月没有人过问。',
      '原因：怕惹麻烦。',
      '措施：实行局领导包案。',
      '二、纠正“四风”方面',
      '存在的问题：一是文件简报偏多，全年制发文件213个，比上年同期增加了18个，基层有意见。',
      '原因：政绩观有偏差。',
      '措施：压减三分之一。',
      '三、廉洁自律方面',
      '存在的问题：一是对执法人员监督不严，有3名协管员收受商户的香烟，没有及时发现和处理。',
      '原因：监督宽松软。',
      '措施：每季度回访一次。',
    ];
    const indented = paragraphs.map((words) => `　　${words}`).join('\n');
    expect(readingOf(cut(indented, 38))).toBe(readingOf(indented));
  });

  it('a single paragraph of four lines', () => {
    const text =
      '平时到镇村、部门、企业调研督导，基本上都是听领导干部讲解介绍，很多现场都是提前准备的，听到的汇报大多也是报喜不报忧，真正静下心来听听老百姓心里话的时候少了。';
    expect(readingOf(cut(text, 22))).toBe(text);
  });

  it('inside words, figures and names', () => {
    const text =
      '全区固定资产投资完成2021345.67万元，同比增长12.5个百分点，引进GreenHouse公司入驻，分管的项目由张建国同志负责，到年底只开工了3个，其余全部拖到了下一年，群众反映强烈，自己没有过问，也没有向区委报告过一次，更没有想过要到现场去看一看问题出在哪里。';
    for (const width of [15, 16, 17, 18, 19, 20, 23]) expect(readingOf(cut(text, width))).toBe(text);
  });

  it('a paragraph whose last line ends exactly at the edge, when the next is numbered', () => {
    const text = `（一）${'学习不够深入，'.repeat(13)}没有做到真学用。\n（二）${'担当不够有力，'.repeat(13)}遇到事绕着走。`;
    const width = 17;
    expect(text.indexOf('\n') % width).toBe(0);
    expect(readingOf(cut(text, width))).toBe(text);
  });

  it('a line that happens to begin like an item goes on', () => {
    const lines = [
      '全县农村公路养护里程的上报数字是按照一、',
      '二、三级分别统计的，交通部门报了两本账，',
      '其中二级公路的养护资金去年一共下达了大约',
      '2.5亿元，实际用到路面上的不到四成，余下的',
      '被挪去还了旧账。学习二十届三中全会精神和',
      '三、四中全会公报时也只是念念文件，没有讨',
      '论过一次。',
    ];
    expect(readingOf(lines.join('\n'))).toBe(lines.join(''));
  });

  it('a heading as long as a full line stays alone when its sisters do', () => {
    expect(readingOf(cut(sample, 18))).toContain('\n一、上年度民主生活会查摆问题整改情况\n上年度巡视');
  });

  it('Latin words keep their space where words were not cut', () => {
    const text =
      '会上学习了关于推进医疗保障基金监管制度体系改革的指导意见，结合Diagnosis Related Groups付费方式改革的要求，查摆出超标准收费问题15项，涉及金额86万元，已经全部退回。自己分管这项工作三年多，只到医院看过2次，底数不清、情况不明，发现问题全靠上级交办，说明责任心不强。';
    const lines = typeset(text.replace('Diagnosis Related', 'Diagnosis\u0001Related'), 20).replaceAll(
      '\u0001',
      '\n',
    );
    expect(readingOf(lines)).toContain('结合Diagnosis Related Groups付费');
  });
});

describe('across pages', () => {
  const feet: readonly (readonly [string, (page: number) => string])[] = [
    ['— 1 —', (page) => `— ${page} —`],
    ['a form feed', (page) => `第 ${page} 页 共 9 页\n\f`],
    ['a bare number between blank lines', (page) => `\n${page}\n`],
    ['3/12', (page) => `\n\n${page}/12\n\n`],
  ];
  it.each(feet)('%s between the halves of a sentence', (_, foot) => {
    const document = open(paged(cut(sample, 30), 22, foot));
    expect(document.reading.text).toBe(expected);
    expect(document.notices.map(({ code }) => code)).toEqual(['page-noise', 'unwrapped']);
  });

  it('in a text that is not wrapped', () => {
    const text =
      '1.落实部署打了折扣。在执行过程中缺乏咬定目标不放松的韧劲和一竿子插到底的狠劲，时间、精力、\n\n— 3 —\n进度摆布不够均衡。\n二、原因\n- 4 -\n（一）学习不深。';
    expect(readingOf(text)).toBe(
      '1.落实部署打了折扣。在执行过程中缺乏咬定目标不放松的韧劲和一竿子插到底的狠劲，时间、精力、进度摆布不够均衡。\n二、原因\n（一）学习不深。',
    );
  });
});

describe('what is not wrapped stays', () => {
  const lines = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;

  it.each([
    '2021-district-deputy-secretary.txt',
    '2024-county-water-deputy.txt',
    '2016-water-company-team.txt',
    '2013-county-deputy-head-traditional.txt',
  ])('%s', (name) => {
    const text = corpusFile(name);
    expect(unwrapped(text)).toBe(false);
    expect(open(text).reading.paragraphs).toHaveLength(lines(text));
  });

  const texts: Readonly<Record<string, string>> = {
    'headings with numbers':
      '一、上年度整改情况\n二、存在的主要问题\n（一）理论学习不够深入\n（二）政治站位不够高远\n（三）为民服务不够主动\n三、问题的原因剖析\n（一）理想信念不够牢固\n（二）宗旨意识有所淡化\n四、今后的整改措施\n（一）强化理论武装，筑牢思想之基\n（二）强化政治建设，筑牢政治之基\n（三）强化宗旨意识，筑牢责任之基\n（四）强化表率作用，筑牢作风之基',
    'headings of one length without numbers':
      '强化理论武装，筑牢思想之基础\n强化政治建设，筑牢政治之基础\n强化宗旨意识，筑牢责任之基础\n强化表率作用，筑牢作风之基础\n强化纪律约束，筑牢廉洁之基础\n强化担当作为，筑牢事业之基础\n强化监督执纪，筑牢制度之基础',
    'a list of slogans, the last with a full stop':
      '坚持人民至上\n坚持自信自立\n坚持守正创新\n坚持问题导向\n坚持系统观念\n坚持胸怀天下。',
    'verse of seven':
      '红军不怕远征难，万水千山只等闲。\n五岭逶迤腾细浪，乌蒙磅礴走泥丸。\n金沙水拍云崖暖，大渡桥横铁索寒。\n更喜岷山千里雪，三军过后尽开颜。',
    'verse without punctuation':
      '红军不怕远征难\n万水千山只等闲\n五岭逶迤腾细浪\n乌蒙磅礴走泥丸\n金沙水拍云崖暖\n大渡桥横铁索寒',
    'a sentence a line':
      '全会公报只听了一遍传达，没有读过原文。\n分管的旧改项目，接手七周没有去过现场。\n该上会的采购没有上会，自己签字就办了。\n信访件批转以后，没有再问过办理的结果。\n支部的三会一课，全年只参加了其中四次。\n联系的两个村子，一年到头只走了一个村。',
    'headings over sentences of the same length':
      '理论学习方面存在的主要问题和不足\n学习不够深入，全会公报没有读原文。\n政治建设方面存在的主要问题和不足\n站位不够高，传达文件只是照着念的。\n服务群众方面存在的主要问题和不足\n下村只看示范点，没有进过困难户家。\n担当作为方面存在的主要问题和不足\n遇到矛盾绕着走，批了字就算办过了。',
    'a form':
      '姓名：张某\n单位：某县水利局\n职务：副局长\n出生年月：1978年5月\n入党时间：2001年7月\n联系点：白茅镇',
    'items of one length':
      '1.对新思想的学习还停留在表面上\n2.对上级的部署有时传达了就算数\n3.对群众的诉求有时推给下面去办\n4.对身边的同志提醒批评得比较少\n5.对自己的要求有时候放得比较松',
    'table rows':
      '序号\t问题\t表现\t措施\n1\t学习不够深入\t没有读原文\t每月读一篇\n2\t调研不够扎实\t只去示范点\t每季度蹲点\n3\t担当不够有力\t矛盾绕着走\t包案到个人',
  };
  it.each(Object.entries(texts))('%s', (_, text) => {
    expect(unwrapped(text)).toBe(false);
    expect(readingOf(text).split('\n')).toHaveLength(lines(text));
  });

  it('a list of slogans between long paragraphs', () => {
    const slogans = '学思想学得更深一些\n强党性强得更实一些\n重实践重得更细一些\n建新功建得更多一些';
    const text = sample.replace('二、2021年度', `${slogans}\n二、2021年度`);
    expect(unwrapped(text)).toBe(false);
  });
});

describe('texts of which only a part is wrapped', () => {
  it('the long lines stay as they are, the wrapped ones are joined', () => {
    const half = sample.indexOf('三、存在问题');
    const text = `${cut(sample.slice(0, half), 30)}${sample.slice(half)}`;
    expect(readingOf(text)).toBe(expected);
  });
});

it('the width may be measured in columns where letters and figures are half as wide', () => {
  expect(
    readingOf(cut(corpusFile('2022-county-hospital-vice-president.txt'), 400, widths.columns)),
  ).toContain('全县启动DRG支付方式改革');
});
