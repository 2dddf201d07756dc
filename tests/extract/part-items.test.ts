import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.js';

const analyzer = await createAnalyzer();

function titlesOf(text: string, of: 'causes' | 'measures'): readonly string[] {
  const analysis = analyzer.analyze(analyzer.fromText(`一、存在的问题\n1.学习不深入。\n${text}`));
  return analysis[of].map(({ title: { span } }) => analysis.document.text.slice(span.start, span.end));
}

describe('causes', () => {
  it('are one a paragraph, whatever its sentences', () => {
    const text =
      '二、原因分析\n理想信念不牢。入党二十年，热情不如当年。总开关没有拧紧。\n宗旨意识淡了。坐惯了办公室。';
    expect(titlesOf(text, 'causes')).toEqual(['理想信念不牢', '宗旨意识淡了']);
  });

  it('are one more behind 另外', () => {
    const text =
      '二、原因分析\n怕伤和气，怕丢面子。党性原则让位给了选票。另外，党性修养不够，理想信念弱化，没有做到常修常炼。';
    expect(titlesOf(text, 'causes')).toEqual(['怕伤和气，怕丢面子', '党性修养不够，理想信念弱化']);
  });

  it('end at the colon that parts the lead from its explanation', () => {
    const text =
      '二、原因分析\n（一）机关是冷衙门，人手紧、经费少：全科在编5人，要管三处库房，车辆又收走一台。\n（二）总以为自己年纪到了，该歇一歇：遇到难事推给年轻人。';
    expect(titlesOf(text, 'causes')).toEqual([
      '机关是冷衙门，人手紧、经费少',
      '总以为自己年纪到了，该歇一歇',
    ]);
  });
});

describe('measures', () => {
  it('are one a sentence where a label leads one paragraph', () => {
    expect(titlesOf('二、整改措施：每月召开一次会。弘扬优良家风，净化朋友圈、社交圈。', 'measures')).toEqual([
      '每月召开一次会',
      '弘扬优良家风，净化朋友圈、社交圈',
    ]);
  });

  it('are one a paragraph where there are several', () => {
    const text =
      '二、整改措施\n学习上先补欠账。3月底前读完原著；每月写1篇笔记。\n工作上改掉怕麻烦的毛病。凡经我手的，先到现场。';
    expect(titlesOf(text, 'measures')).toEqual(['学习上先补欠账', '工作上改掉怕麻烦的毛病']);
  });

  it('take in 首先…其次…此外…最后 of one paragraph', () => {
    const text =
      '二、整改措施\n首先，把欠账补起来，每月读一本书。其次，把口径吃准，做一本手册。此外，每月下一次村，到卫生室坐半天。最后，守住纪律。';
    expect(titlesOf(text, 'measures')).toHaveLength(4);
  });

  it('name what they deal with and who does it', () => {
    const text =
      '二、整改措施\n1.欠的764辆车，我带着运管处一家一家去谈，3月底前谈完。\n2.加大招商引资力度，创新招商方式，优化营商环境。';
    expect(titlesOf(text, 'measures')).toEqual(['欠的764辆车，我带着运管处一家一家去谈', '加大招商引资力度']);
  });
});

describe('a row of a table of measures', () => {
  it('is one measure, settled by the cells that say who and by when', () => {
    const { measures, document } = analyzer.analyze(
      analyzer.fromText(
        '一、存在的问题\n1.审批慢。\n二、整改任务台账\n序号\t问题\t整改措施\t责任人\t完成时限\n1\t审批慢\t审批下放到乡镇\t张某\t2021.4.30\n2\t管得松\t进一步加强管理\t班子成员\t长期坚持',
      ),
    );
    const said = measures.map(({ title, commitments }) => [
      document.text.slice(title.span.start, title.span.end),
      ...commitments.map(({ kind, span }) => `${kind} ${document.text.slice(span.start, span.end)}`),
    ]);
    expect(said).toEqual([['审批下放到乡镇', 'person 张某', 'deadline 2021.4.30'], ['进一步加强管理']]);
  });
});
