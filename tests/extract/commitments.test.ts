import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitments } from '../../src/extract/commitments.js';
import { figured, whole } from './figured.js';

/** `kind words = value` of each commitment; the words are cut by its span. */
function found(text: string, year: number | null = null): readonly string[] {
  return commitments(figured(text), whole(text), { year }).map(
    ({ start, end, kind, value }) => `${kind} ${text.slice(start, end)} = ${value}`,
  );
}

describe('commitments', () => {
  it.each([
    ['6月底前完成清理。', ['deadline 6月底前 = --06-30']],
    ['2026年2月底前完成清理。', ['deadline 2026年2月底前 = 2026-02-28']],
    ['9月15日前交出笔记。', ['deadline 9月15日前 = --09-15']],
    ['年底前见到效果。', ['deadline 年底前 = --12-31']],
    ['上半年改造完毕。', ['deadline 上半年 = --06-30']],
    ['5月20日开馆日前布置完毕。', ['deadline 5月20日开馆日前 = --05-20']],
    ['来件24小时内答复。', ['deadline 24小时内 = PT24H']],
    ['来件5个工作日内答复。', ['deadline 5个工作日内 = P5D']],
    ['议题提前3天送达。', ['deadline 提前3天 = -P3D']],
    ['春节前走访完毕。', ['deadline 春节前 = null']],
    ['这一条立行立改。', ['deadline 立行立改 = P0D']],
    ['完成时限：立行立改。', ['deadline 立行立改 = P0D']],
    ['完成时间：2026年3月31日。', ['deadline 2026年3月31日 = 2026-03-31']],
    ['来件5个工作日办结。', ['deadline 5个工作日办结 = P5D']],
    ['窗口3月1日起延时下班。', ['deadline 3月1日起 = --03-01/..']],
    ['从2026年1月起双人复核。', ['deadline 2026年1月起 = 2026-01/..']],
    ['2026年4月至6月集中整治。', ['deadline 2026年4月至6月 = 2026-04/2026-06']],
    ['今年把选集第一卷读完。', ['deadline 今年把选集第一卷读完 = --12-31']],
    ['用3个月时间全部更换。', ['deadline 3个月时间 = P3M']],
    ['年度内轮训到位。', ['deadline 年度内 = P1Y']],
    ['4月底前把已经取消的收费项目清掉。', ['deadline 4月底前 = --04-30']],
    ['六月末完成整改。', ['deadline 六月末 = --06-30']],
    ['一季度内完成整改。', ['deadline 一季度内 = --03-31']],
    ['明年3月完成整改。', ['deadline 明年3月 = --03-31']],
    ['3月底之前完成整改。', ['deadline 3月底之前 = --03-31']],
    ['10月中旬前完成整改。', ['deadline 10月中旬前 = --10-20']],
    ['从即日起停发纸质简报。', ['deadline 从即日起 = P0D/..']],
    ['本月起停发纸质简报。', ['deadline 本月起 = null']],
    ['两周内完成整改。', ['deadline 两周内 = P2W']],
    ['半个月内完成整改。', ['deadline 半个月内 = P15D']],
    ['半月内整改完毕。', ['deadline 半月内 = P15D']],
    ['一个半月内整改完毕。', ['deadline 一个半月内 = P45D']],
    ['三个月之内见效。', ['deadline 三个月之内 = P3M']],
    ['下周三前答复。', ['deadline 下周三前 = null']],
    ['下月初报送。', ['deadline 下月初 = null']],
    ['今年年底前完成。', ['deadline 今年年底前 = --12-31']],
    ['2026年内全部销号。', ['deadline 2026年内 = 2026-12-31']],
    ['发现问题24小时内上报。', ['deadline 24小时内 = PT24H']],
    ['三季度启动。', ['deadline 三季度 = --09-30']],
    ['本届任期内完成。', ['deadline 本届任期内 = null']],
    ['完成时限：2026年6月底前', ['deadline 2026年6月底前 = 2026-06-30']],
  ])('finds the deadline of %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('takes the year of a date from the caller where the text states none', () => {
    expect(found('6月底前完成清理，2027年1月底前复查。', 2026)).toEqual([
      'deadline 6月底前 = 2026-06-30',
      'deadline 2027年1月底前 = 2027-01-31',
    ]);
  });

  it.each([
    ['每周不少于10小时。', ['frequency 每周不少于10小时 = ≥10小时/P1W']],
    ['每季度至少抽查2次。', ['frequency 每季度至少抽查2次 = ≥2次/P3M']],
    ['每半年组织一次演练。', ['frequency 每半年组织一次演练 = 1次/P6M']],
    ['每两周碰头一次。', ['frequency 每两周碰头一次 = 1次/P2W']],
    ['每月12日接访。', ['frequency 每月12日接访 = R/P1M']],
    ['进度实行周调度。', ['frequency 周调度 = R/P1W']],
    ['一个季度打一次回访电话。', ['frequency 一个季度打一次回访电话 = 1次/P3M']],
    ['一年讲2堂党课。', ['frequency 一年讲2堂党课 = 2堂/P1Y']],
    ['年内办成5件实事。', ['frequency 年内办成5件实事 = 5件/P1Y']],
    ['全年不超过40个会。', ['frequency 全年不超过40个会 = ≤40个/P1Y']],
    ['每周一、三、五集中学习。', ['frequency 每周一、三、五集中学习 = R/P1W']],
    ['每周一三五集中学习。', ['frequency 每周一三五集中学习 = R/P1W']],
    ['每月至少一次。', ['frequency 每月至少一次 = ≥1次/P1M']],
    ['一年四次。', ['frequency 一年四次 = 4次/P1Y']],
    ['一年不少于四次。', ['frequency 一年不少于四次 = ≥4次/P1Y']],
    ['一个月一次。', ['frequency 一个月一次 = 1次/P1M']],
    ['每周学习不少于3个半小时。', ['frequency 每周学习不少于3个半小时 = ≥3.5小时/P1W']],
    ['逢五逢十接访。', ['frequency 逢五逢十接访 = null']],
    ['每逢周五下午集中学习。', ['frequency 每逢周五下午集中学习 = R/P1W']],
    ['每月25日前报送进度。', ['frequency 每月25日前报送进度 = R/P1M']],
    ['每天18:00前报送。', ['frequency 每天18:00前报送 = R/P1D']],
    ['每两个月开一次会。', ['frequency 每两个月开一次会 = 1次/P2M']],
    ['每双周开一次会。', ['frequency 每双周开一次会 = 1次/P2W']],
    ['半年一评、年底总评。', ['frequency 半年一评、年底总评 = 1次/P6M']],
    ['一季一通报。', ['frequency 一季一通报 = 1次/P3M']],
    ['逐月公布进度。', ['frequency 逐月公布进度 = R/P1M']],
    ['两个月碰一次头。', ['frequency 两个月碰一次头 = 1次/P2M']],
    ['半年听一次汇报。', ['frequency 半年听一次汇报 = 1次/P6M']],
    ['每名党员每年联系2户群众。', ['frequency 每年联系2户群众 = 2户/P1Y']],
  ])('finds the frequency of %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('keeps a count that stands with its period, and cuts where each side counts something of its own', () => {
    expect(found('年内至少讲党课2次、5次主题班会，给新员工上课1次。')).toEqual([
      'frequency 年内至少讲党课2次 = ≥2次/P1Y',
      'quantity 5次主题班会 = 5次',
      'quantity 给新员工上课1次 = 1次',
    ]);
  });

  it.each([
    ['读书笔记不少于3篇。', ['quantity 读书笔记不少于3篇 = ≥3篇']],
    ['走访困难职工20户。', ['quantity 走访困难职工20户 = 20户']],
    ['漏损率降到18%以下。', ['quantity 漏损率降到18%以下 = ≤18%']],
    ['工作群留8个以内。', ['quantity 工作群留8个以内 = ≤8个']],
    ['对欠费户逐户走访一遍。', ['quantity 对欠费户逐户走访一遍 = 1遍']],
    ['会议比去年减少三分之一。', ['quantity 会议比去年减少三分之一 = -1/3']],
    ['通读原著3本以上。', ['quantity 通读原著3本以上 = ≥3本']],
    ['满意度不低于98%。', ['quantity 满意度不低于98% = ≥98%']],
    ['群众满意度提升到90%以上。', ['quantity 群众满意度提升到90%以上 = ≥90%']],
    ['按期答复率100%。', ['quantity 按期答复率100% = 100%']],
    ['信访量同比下降20%。', ['quantity 信访量同比下降20% = -20%']],
    ['文件比上年减少20%以上。', ['quantity 文件比上年减少20%以上 = ≤-20%']],
    ['争取资金800万元。', ['quantity 争取资金800万元 = 8000000元']],
    ['打井3眼。', ['quantity 打井3眼 = 3眼']],
    ['会议时长控制在1小时以内。', ['quantity 会议时长控制在1小时以内 = ≤1小时']],
    ['办理时间由5天缩短到2天。', ['quantity 办理时间由5天缩短到2天 = ≤2天']],
    ['证明材料由9项减到4项。', ['quantity 证明材料由9项减到4项 = ≤4项']],
    ['做到100%上门。', ['quantity 做到100%上门 = 100%']],
    ['每名干部包联3户。', ['quantity 每名干部包联3户 = 3户']],
    ['联系企业5家、解决难题10个。', ['quantity 联系企业5家 = 5家', 'quantity 解决难题10个 = 10个']],
  ])('finds the quantity of %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['由办公室主任牵头。', ['person 由办公室主任牵头 = 办公室主任']],
    ['由组织委员当场记录。', ['person 由组织委员当场记录 = 组织委员']],
    ['店长负总责。', []],
    ['局党组书记负总责。', ['person 局党组书记负总责 = 局党组书记']],
    ['分管副科长具体负责。', ['person 分管副科长具体负责 = 分管副科长']],
    ['牵头领导为副院长孙磊。', ['person 牵头领导为副院长孙磊 = 副院长孙磊']],
    ['分管副站长为责任人。', ['person 分管副站长为责任人 = 分管副站长']],
    ['考勤表交支部书记签字。', ['person 交支部书记签字 = 支部书记']],
    ['整改结果报县纪委备案。', ['person 报县纪委备案 = 县纪委']],
    ['会同交警部门检查。', []],
    ['缺席两次的，由组织委员约谈。', []],
    ['牵头单位：局办公室。', ['person 牵头单位：局办公室 = 局办公室']],
    ['逾期的由督查室通报。', []],
    ['对分管工作高度负责。', []],
    [
      '牵头领导：李明，责任科室：人事科',
      ['person 牵头领导：李明 = 李明', 'person 责任科室：人事科 = 人事科'],
    ],
    [
      '【牵头领导：王强；责任股室：办公室】',
      ['person 牵头领导：王强 = 王强', 'person 责任股室：办公室 = 办公室'],
    ],
    ['党支部书记是第一责任人。', ['person 党支部书记是第一责任人 = 党支部书记']],
    ['分管副局长包案。', ['person 分管副局长包案 = 分管副局长']],
    ['班子成员包片负责。', ['person 班子成员包片 = 班子成员']],
    ['由包片领导与社区书记共同上门。', ['person 由包片领导与社区书记共同上门 = 包片领导']],
    ['纪检委员负责监督。', ['person 纪检委员负责 = 纪检委员']],
    ['同一问题出现第三次的，由分管领导带队到现场办。', []],
    ['同一市场主体由四个部门合并上门。', []],
    ['超出的部分由陪餐的人按人头付。', []],
    ['由12315指挥中心移交执法大队。', ['person 由12315指挥中心移交执法大队 = 12315指挥中心']],
  ])('finds who answers for %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['形成调研报告1篇。', ['deliverable 形成调研报告1篇 = 调研报告×1']],
    ['建立维修台账。', ['deliverable 建立维修台账 = 维修台账']],
    ['制定差旅费管理办法。', ['deliverable 制定差旅费管理办法 = 差旅费管理办法']],
    ['制定出台《食堂采购办法》。', ['deliverable 制定出台《食堂采购办法》 = 《食堂采购办法》']],
    ['建立健全工作制度。', []],
    ['制定出台了机关学习考勤办法。', ['deliverable 制定出台了机关学习考勤办法 = 机关学习考勤办法']],
    ['写出1万字读书笔记。', ['deliverable 写出1万字读书笔记 = 读书笔记']],
    ['设置党员先锋岗。', ['deliverable 设置党员先锋岗 = 党员先锋岗']],
    ['制作明白卡。', ['deliverable 制作明白卡 = 明白卡']],
    ['完成一份调研报告。', ['deliverable 完成一份调研报告 = 调研报告×1']],
    ['签订廉政承诺书。', ['deliverable 签订廉政承诺书 = 廉政承诺书']],
    ['编制权力运行流程图。', ['deliverable 编制权力运行流程图 = 权力运行流程图']],
    ['开通举报电话12380。', ['deliverable 开通举报电话12380 = 举报电话']],
    ['制定整改方案。', ['deliverable 制定整改方案 = 整改方案']],
    ['建立一户一档。', ['deliverable 建立一户一档 = 一户一档']],
  ])('finds the thing of %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('reads what brackets hold behind a measure', () => {
    expect(found('修订值班规定（责任人：李明；完成时限：2026年6月底）。')).toEqual([
      'deliverable 修订值班规定 = 值班规定',
      'person 责任人：李明 = 李明',
      'deadline 2026年6月底 = 2026-06-30',
    ]);
  });

  it('gives each kind in one sentence its own words', () => {
    expect(found('由财务科长牵头，6月底前拿出采购清单，每季度核对一次。')).toEqual([
      'person 由财务科长牵头 = 财务科长',
      'deadline 6月底前 = --06-30',
      'deliverable 拿出采购清单 = 采购清单',
      'frequency 每季度核对一次 = 1次/P3M',
    ]);
  });

  it.each([
    '不断提高政治站位，长期坚持，健全完善长效机制。',
    '增强“四个意识”，落实“三会一课”，履行“一岗双责”，做到“两个维护”。',
    '立行立改，以钉钉子精神抓好落实。',
    '由浅入深、由表及里，逐年提高服务水平。',
    '10万元以上的采购一律上会。',
    '石桥边的7户危房逐户排查。',
    '超标的费用已于5月上交。',
    '2026年1月14日',
    '年底不再留机动指标。',
    '抽出2小时时间翻看材料。',
    '群众有急事的时候要尽快到场，近期见效。',
    '同一店铺30日内被投诉5次以上的，转为线索。',
    '长期坚持。',
    '完成时限：长期坚持。',
    '过去每周都开例会，会多效果差。',
    '每个月的例会没有开足。',
    '辖区12个村、3.4万人。',
    '落实专人负责。',
    '责任到人。',
    '由粗放型向精细型转变。',
    '各科室抓好落实。',
    '办公室要加强管理。',
    '建立健全学习制度。',
    '列入台账管理。',
    '按《整改方案》落实。',
    '针对12345热线反映的38件事逐件回访。',
    '对剩余的15件诉求逐件销号。',
    '1000元以上的开支两人签字。',
    '按照《条例》第12条的要求执行。',
    '第一时间到场。',
    '定期开展检查。',
    '实行局长负责制。',
    '全年不足4次的在述职评议中不得评为“好”。',
    '“没改”超过两成的退回重来。',
  ])('finds none in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('gives ordered spans inside the stretch, without overlap, for any text', () => {
    const words = fc.constantFrom(
      '每月',
      '由',
      '主任',
      '负责',
      '6月底前',
      '3次',
      '建立',
      '台账',
      '，',
      '、',
      '。',
      '不少于',
      '5篇',
      '“',
      '年内',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.nat(20), (pieces, from) => {
        const text = pieces.join('');
        const span = { start: Math.min(from, text.length), end: text.length };
        let last = span.start;
        for (const { start, end } of commitments(figured(text), span, { year: null })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(span.end);
      }),
    );
  });
});
