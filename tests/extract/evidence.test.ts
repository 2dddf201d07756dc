import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidence, grade, isSpecific } from '../../src/extract/evidence.js';
import { figured, whole } from './figured.js';

/** Definite evidence as `kind words`; the words are cut by its span. */
function definite(text: string): readonly string[] {
  return evidence(figured(text), whole(text))
    .filter((found) => found.definite)
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

function graded(text: string): string {
  const source = figured(text);
  return grade(source, whole(text), evidence(source, whole(text)));
}

describe('evidence', () => {
  it.each([
    ['3月12日没有到场', ['time 3月12日']],
    ['去年下半年没有到场', ['time 去年下半年']],
    ['国庆节前没有到场', ['time 国庆节前']],
    ['在青石镇听了汇报', ['place 青石镇']],
    ['在某村听了汇报', ['place 某村']],
    ['到区委党校讲课', ['place 区委党校']],
    ['查了4个点', ['figure 4个']],
    ['有43眼机井没有登记', ['figure 43']],
    ['《食堂采购办法》没有学', ['document 《食堂采购办法》']],
    ['参加了市里的集中培训', ['meeting 参加了市里的集中培训']],
    ['上次民主生活会没有发言', ['meeting 上次民主生活会']],
    ['农村厕所改造三年行动前期重视不足', ['project 农村厕所改造三年行动']],
    ['这次疫情防控抓得松', ['project 这次疫情防控']],
    ['让财务科长代签', ['person 财务科长']],
    ['后来我到村里逐个检查', ['act 到村里逐个检查']],
  ])('names what is definite in %s', (text, expected) => {
    expect(definite(text)).toEqual(expected);
  });

  it.each([
    '对“四个意识”“两个维护”的理解停留在表面',
    '总书记强调“三个务必，一刻不能放松，要抓10年20年”',
    '落实“三会一课”“一岗双责”不严',
    '有的同志、个别部门、各村、相关单位重视不够',
    '以会议落实会议，重点项目推进不快',
    '近年来、平时有时抓得不紧',
    '习近平总书记重要讲话精神学得不深',
    '一些问题一次也没有研究',
  ])('finds nothing definite in %s', (text) => {
    expect(definite(text)).toEqual([]);
  });
});

describe('grade', () => {
  it.each([
    '比如，5月的消防检查，我只看了4个点中的1个。',
    '比如，《食堂采购办法》印发后，我没有组织大家学。',
    '比如，在青石镇柳树村调研时，我听了汇报就走了。',
    '比如，在讨论店面选址上，有时还会打断别人发言。',
    '再如，我让财务科长代签了验收单。',
  ])('%s is concrete', (text) => {
    expect(graded(text)).toBe('concrete');
  });

  it.each([
    '比如，前段时间处理一起投诉，只听了情况介绍。',
    '再如，自己包联的车间一直没有起色。',
    '有一次停水，两边互相推诿，支部没有拿出意见。',
    '比如，在征收拆迁过程中，有的群众思想不通。',
  ])('%s is partial', (text) => {
    expect(graded(text)).toBe('partial');
  });

  it.each([
    '如，关键环节、敏感时段应对措施不力。',
    '比如，有时工作抓得不紧。',
    '比如，个别干部作风漂浮，推诿扯皮。',
    '比如，到基层调研次数较少，与群众交流不多。',
    '再如，遇到矛盾绕着走，不敢碰硬，工作推进缓慢。',
    '比如，总书记强调“绿水青山就是金山银山”，自己理解不深。',
  ])('%s is vague', (text) => {
    expect(graded(text)).toBe('vague');
  });

  it('judges the text, not its length or its cue', () => {
    expect(graded('比如，例如，再如，')).toBe('vague');
    expect(graded(`比如，${'工作标准不高，创新意识不强，'.repeat(20)}`)).toBe('vague');
  });
});

describe('isSpecific', () => {
  it('needs something definite; an office alone is not enough', () => {
    const specific = (text: string): boolean => isSpecific(evidence(figured(text), whole(text)));
    expect(specific('3月接手后，7周没去过现场。')).toBe(true);
    expect(specific('县委宣传部的通知来了就转出去。')).toBe(false);
    expect(specific('工作抓得不紧。')).toBe(false);
  });
});

it('evidence lies in order inside its stretch, without overlap, for any text', () => {
  const words = fc.constantFrom(
    '去年',
    '3月',
    '我',
    '到',
    '柳树村',
    '《',
    '》',
    '“',
    '”',
    '说',
    '总书记强调',
    '5次',
    '会议',
    '，',
    '。',
    '局长',
    '这次',
    '疫情',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), fc.nat(20), (pieces, from) => {
      const text = pieces.join('');
      const span = { start: Math.min(from, text.length), end: text.length };
      let last = span.start;
      for (const { start, end } of evidence(figured(text), span)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(span.end);
    }),
  );
});
