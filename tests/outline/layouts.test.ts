import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.js';

/** What a reader would note of a document: parts by line, and titles where they stand. */
interface Layout {
  readonly name: string;
  readonly text: string;
  /** Role and 1-based lines. */
  readonly parts: readonly string[];
  readonly problems: readonly string[];
  readonly causes: readonly string[];
  readonly measures: readonly string[];
  /** Inside the problems, in order. */
  readonly inside?: { readonly causes: readonly string[]; readonly measures: readonly string[] };
}

const analyzer = await createAnalyzer();

/** Every title is read back from the document by its span. */
function layoutOf(text: string): Omit<Layout, 'name' | 'text'> {
  const analysis = analyzer.analyze(analyzer.fromText(text));
  const words = analysis.document.text;
  const at = ({ start, end }: { start: number; end: number }): string => words.slice(start, end);
  const line = (offset: number): number => words.slice(0, offset).split('\n').length;
  const { problems, causes, measures } = analysis;
  return {
    parts: analysis.parts.map(({ role, span }) => `${role} ${line(span.start)}-${line(span.end)}`),
    problems: problems.map(({ title }) => at(title.span)),
    causes: causes.map(({ title }) => at(title.span)),
    measures: measures.map(({ title }) => at(title.span)),
    inside: {
      causes: problems.flatMap((problem) => problem.causes.map(({ span }) => at(span))),
      measures: problems.flatMap((problem) => problem.measures.map(({ span }) => at(span))),
    },
  };
}

const layouts: readonly Layout[] = [
  {
    name: '问题及原因 merged, causes behind each dimension',
    text: `2024年度民主生活会个人对照检查材料
按照县委要求，会前我认真学习，征求意见12条。现将有关情况报告如下。
一、存在的问题及原因
（一）带头严守政治纪律和政治规矩，维护党的团结统一方面
1.政治学习走形式。5月的中心组学习，我签到后就去了工地，发言稿是办公室代写的。
2.请示报告不及时。8月外出招商4天，没有向县委报备。
原因：一是把业务当主业，政治上放松了要求。二是侥幸心理作怪，总以为没人查。
（二）带头增强党性、严守纪律、砥砺作风方面
1.下基层少。全年到村只有9次，其中6次是陪检查组。
原因：群众观念淡了，坐惯了办公室。
二、下步努力方向
1.坚持每周学习。每周一晚上读原著两小时，年底前写出学习笔记2万字。
2.严格请示报告。外出一律提前3天报备。
3.多下基层。每月驻村5天。
以上是我的对照检查，请同志们批评指正。`,
    parts: [
      'title 1-1',
      'opening 2-2',
      'problems 3-6',
      'causes 7-7',
      'problems 8-9',
      'causes 10-10',
      'measures 11-14',
      'closing 15-15',
    ],
    problems: ['政治学习走形式', '请示报告不及时', '下基层少'],
    causes: ['把业务当主业，政治上放松了要求', '侥幸心理作怪，总以为没人查', '群众观念淡了，坐惯了办公室'],
    measures: ['坚持每周学习', '严格请示报告', '多下基层'],
  },
  {
    name: '问题及整改措施 merged, measures behind each problem',
    text: `某镇党委班子2023年度专题民主生活会对照检查材料

根据县委统一部署，镇党委班子认真组织学习研讨，广泛征求意见，现将对照检查情况报告如下：
一、存在问题及整改措施
1、理论学习不够系统。中心组学习全年安排12次，实际只开了8次，3月的一次由分管领导念文件应付了事。
整改措施：每月第一个周五固定为学习日，由组织委员负责考勤，每季度通报一次。
2、抓落实力度不足。人居环境整治7月排名全县倒数第三，河口村垃圾点三次被曝光。
整改措施：建立村级保洁台账，5月底前完成整改，由副镇长牵头每周督查。
3、联系群众不够紧密。部分班子成员下村调研次数偏少，蜻蜓点水。
整改措施：班子成员每人联系2个村，每月走访不少于10户。
二、原因分析
（一）政治站位不高。班子对新思想的学习停留在表面。
（二）担当精神不足。遇到矛盾绕着走。`,
    parts: ['title 1-1', 'opening 3-3', 'problems 4-10', 'causes 11-13'],
    problems: ['理论学习不够系统', '抓落实力度不足', '联系群众不够紧密'],
    causes: ['政治站位不高', '担当精神不足'],
    measures: [],
    inside: {
      causes: [],
      measures: [
        '每月第一个周五固定为学习日，由组织委员负责考勤，每季度通报一次。',
        '建立村级保洁台账，5月底前完成整改，由副镇长牵头每周督查。',
        '班子成员每人联系2个村，每月走访不少于10户。',
      ],
    },
  },
  {
    name: 'no headings, 一是 over several lines',
    text: `个人自查报告
近期，我按照单位党组织安排，对照要求认真进行了自查。
一是学习抓得不紧。上半年中心组学习6次，我请假3次，笔记是补的。
二是工作标准不高。4月的统计报表错了两处数字，被市局退回。
三是服务态度有差距，窗口来了老人，我有时不耐烦。
这些问题的根子在于我放松了自我要求，把老资格当资本。
今后，我要从三个方面改：一要每天学习一小时，记好笔记；二要报表双人复核，错一处自罚；三要热情待人，每季度请群众打分。
恳请组织监督。`,
    parts: ['title 1-1', 'opening 2-2', 'problems 3-5', 'causes 6-6', 'measures 7-7', 'closing 8-8'],
    problems: ['学习抓得不紧', '工作标准不高', '服务态度有差距'],
    causes: ['这些问题的根子在于我放松了自我要求'],
    measures: ['每天学习一小时', '报表双人复核', '热情待人，每季度请群众打分'],
  },
  {
    name: 'a table copied as tab-separated text',
    text: `2023年度组织生活会问题整改清单
序号	存在问题	原因分析	整改措施
1	理论学习不深入，11月的读书班只参加了半天	思想上不重视	每周学习2次，每次1小时
2	联系群众不够，全年只入户5次	宗旨意识淡薄	每月入户3次
3	工作创新不足	满足现状	年内提出合理化建议2条`,
    parts: ['title 1-1', 'problems 2-5'],
    problems: ['理论学习不深入，11月的读书班只参加了半天', '联系群众不够，全年只入户5次', '工作创新不足'],
    causes: [],
    measures: [],
    inside: {
      causes: ['思想上不重视', '宗旨意识淡薄', '满足现状'],
      measures: ['每周学习2次，每次1小时', '每月入户3次', '年内提出合理化建议2条'],
    },
  },
  {
    name: 'several headings inside one paragraph',
    text: `2022年度民主生活会对照检查材料
局党组成员、副局长 某某某
会前，我学习了党的二十大精神，开展谈心谈话8人次。下面作对照检查。
一、主要问题：（一）理论武装方面，一是学习不深入，6月的读书班只听了半天；二是学用脱节，讲党课照着网上的稿子念。（二）担当作为方面，一是遇事推诿，11号地块的征收拖了七个月；二是创新不够，老办法用了十年。
二、问题产生的原因：首先，理想信念松了。入党二十年，热情不如当年。其次，宗旨意识淡了。最后，纪律观念弱了。
三、改进措施：第一，加强学习，每月读一本书。第二，敢于担当，9月底前完成11号地块征收。第三，严守纪律，自觉接受监督。`,
    parts: ['title 1-2', 'opening 3-3', 'problems 4-4', 'causes 5-5', 'measures 6-6'],
    problems: ['学习不深入', '学用脱节', '遇事推诿', '创新不够，老办法用了十年'],
    causes: ['理想信念松了', '宗旨意识淡了', '纪律观念弱了'],
    measures: ['加强学习，每月读一本书', '敢于担当，9月底前完成11号地块征收', '严守纪律，自觉接受监督'],
  },
  {
    name: 'a self-check of an inspection, labels below each problem',
    text: `关于巡察反馈问题的整改自查报告
县委第二巡察组：
根据反馈意见，我局党组逐项开展自查，现将情况报告如下。
一、巡察整改总体情况
2024年3月反馈的5个方面18个问题，已完成整改15个，正在推进3个。
二、自查存在的主要问题
（一）关于落实第一议题制度不到位的问题
问题表现：全年应学12次，实际9次，2次没有记录。
原因剖析：党组对政治学习重视不够，重业务轻政治。
整改措施：修订党组议事规则，6月底前完成，由办公室负责。
（二）关于项目资金监管不严的问题
问题表现：高标准农田项目超付工程款46万元，9月审计时才发现。
原因剖析：制度执行流于形式，好人主义思想作怪。
整改措施：建立资金拨付三级审核制度，每季度核对一次。
三、下一步工作打算
1.压实责任。班子成员每月调度。
2.长效管理。年底前出台制度3项。`,
    parts: ['title 1-1', 'opening 2-3', 'rectification 4-5', 'problems 6-14', 'measures 15-17'],
    problems: ['关于落实第一议题制度不到位的问题', '关于项目资金监管不严的问题'],
    causes: [],
    measures: ['压实责任', '长效管理'],
    inside: {
      causes: ['党组对政治学习重视不够，重业务轻政治。', '制度执行流于形式，好人主义思想作怪。'],
      measures: [
        '修订党组议事规则，6月底前完成，由办公室负责。',
        '建立资金拨付三级审核制度，每季度核对一次。',
      ],
    },
  },
  {
    name: 'no headings and no numbers',
    text: `各位同志，按照支部安排，我把自己这一年的情况作个检查。
学习上不扎实。6月发的党纪学习教育读本我只翻了前两章，心得是从网上拼的。
干工作缩手缩脚。去年9月社区改造要签12户，我只跑了3户就说做不通。说到底是怕挨骂。
对群众不热情。11月有位大爷来办高龄补贴，我让他跑了三趟，最后是同事帮他办的。
之所以这样，是因为宗旨意识淡了，把岗位当饭碗。
再往深里挖，是党性锻炼放松了，入党誓词背得出却没往心里去。
下一步，我每天早到半小时学原文，每月写一篇体会。
12户没签的，我一户一户上门，3月底前谈完。
高龄补贴的事，今后老人来一次办成，办不成我上门去办。
请大家批评。`,
    parts: ['opening 1-1', 'problems 2-4', 'causes 5-6', 'measures 7-9', 'closing 10-10'],
    problems: ['学习上不扎实', '干工作缩手缩脚', '对群众不热情'],
    causes: ['之所以这样，是因为宗旨意识淡了', '再往深里挖，是党性锻炼放松了'],
    measures: ['下一步，我每天早到半小时学原文', '12户没签的，我一户一户上门', '高龄补贴的事'],
    inside: { causes: ['说到底是怕挨骂。'], measures: [] },
  },
  {
    name: 'a statement of own matters and a case beside the problems',
    text: `2025年度民主生活会对照检查材料
（县发展改革局党组书记、局长 某某）
会前，认真学习，征求意见21条。现作对照检查如下。
一、个人有关事项说明
2025年我没有收受礼品礼金，家属没有经商办企业，12月购房1套已报告。
二、存在的突出问题
（一）带头强化政治忠诚、提高政治能力方面
1.学习贯彻不够深入。10月全会后只组织了一次传达，没有结合“十五五”规划研究。
（二）带头固本培元、增强党性方面
1.组织生活不严格。全年以普通党员身份参加支部会只有2次。
三、产生问题的原因分析
1.理想信念有所弱化。
2.党性锻炼不够严格。
四、反面典型案例剖析
我重点剖析了王某某案。王某某身为局长，收受工程老板好处费230万元，搞权钱交易。从中汲取教训，权力必须关进笼子。
五、整改方向和措施
1.强化理论武装。每周学习不少于3小时。
2.严格组织生活。每季度讲一次党课。`,
    parts: [
      'title 1-2',
      'opening 3-3',
      'matters 4-5',
      'problems 6-10',
      'causes 11-13',
      'case 14-15',
      'measures 16-18',
    ],
    problems: ['学习贯彻不够深入', '组织生活不严格'],
    causes: ['理想信念有所弱化', '党性锻炼不够严格'],
    measures: ['强化理论武装', '严格组织生活'],
  },
  {
    name: 'parts of a report on duties in front of the problems',
    text: `2023年度个人述职述廉报告
某局副局长 张某
一年来，我认真履职，现将情况报告如下：
一、履职情况
全年完成招商项目12个，到位资金3.4亿元，牵头的营商环境改革获市里通报表扬。
二、党风廉政建设情况
严格执行八项规定，没有违规收受礼品。
三、存在的问题和不足
一是学习的系统性不强。全年读原著不到3本，党课讲稿是科里代写的。
二是调查研究不深。去企业多是看展厅，8月在园区座谈只听了两家。
三是对干部要求不严，考勤松散，3名科员上班时间炒股被通报。
四、下一步打算
（一）抓学习。每季度读一本原著。
（二）勤下去。每月走访企业4家，年底形成调研报告1篇。
（三）严管理。由办公室每周抽查考勤。`,
    parts: ['title 1-2', 'opening 3-7', 'problems 8-11', 'measures 12-15'],
    problems: ['学习的系统性不强', '调查研究不深', '对干部要求不严，考勤松散'],
    causes: [],
    measures: ['抓学习', '勤下去', '严管理'],
  },
  {
    name: '存在问题：, 原因分析：, 整改措施： below each field',
    text: `某社区党支部班子2022年度组织生活会对照检查材料
会前支委会组织学习2次，征求意见30条，现对照检查如下。
组织生活方面
存在问题：三会一课不规范，5月的党员大会到会只有9人；党费收缴拖拉，二季度晚交40天。
原因分析：支委责任心不强，怕得罪人。
整改措施：每月10日固定党日，由组织委员点名；党费每季度首月收齐。
联系群众方面
存在问题：入户走访少，全年网格走访不足三成；小区停车难的意见提了3次没有回音。
原因分析：坐等群众上门，服务意识淡薄。
整改措施：支委每周入户5家，年内新增车位60个。`,
    parts: [
      'title 1-1',
      'opening 2-2',
      'problems 3-4',
      'causes 5-5',
      'measures 6-6',
      'problems 7-8',
      'causes 9-9',
      'measures 10-10',
    ],
    problems: ['三会一课不规范', '党费收缴拖拉', '入户走访少', '小区停车难的意见提了3次没有回音'],
    causes: ['支委责任心不强，怕得罪人', '坐等群众上门，服务意识淡薄'],
    measures: ['每月10日固定党日，由组织委员点名', '党费每季度首月收齐', '支委每周入户5家'],
  },
  {
    name: '首先 on lines of their own, causes counted off behind commas',
    text: `2024年度组织生活会发言提纲
我是2019年入党的。按照支部通知，我对照检查如下。
存在的问题：
首先，政治理论学习不够。党纪学习教育发的书，我到8月才翻开。
其次，作用发挥不好，1月抗雪那次，我第一个请假走了。
最后，廉洁意识松，中秋收过客户一盒月饼，没有上交。
产生问题的原因，一是思想上懈怠，二是要求上放松，三是对纪律没有敬畏。
今后努力的方向：
1、坚持学习，每周四晚上读书两小时；
2、急难险重冲在前面；
3、月饼折价180元已上交，今后一律拒收。`,
    parts: ['title 1-1', 'opening 2-2', 'problems 3-6', 'causes 7-7', 'measures 8-11'],
    problems: ['政治理论学习不够', '作用发挥不好', '廉洁意识松'],
    causes: ['思想上懈怠', '要求上放松', '对纪律没有敬畏'],
    measures: ['坚持学习，每周四晚上读书两小时', '急难险重冲在前面', '月饼折价180元已上交'],
  },
  {
    name: '主要问题： and 主要原因： inside each dimension',
    text: `区某局领导班子2021年度民主生活会对照检查材料
按照区委部署，班子集中学习4次，征求意见47条，现将对照检查情况报告如下。
一、上年度整改落实情况
2020年度民主生活会查摆问题16项，已完成14项，2项正在推进。
二、查摆出的问题及原因
（一）带头深刻感悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”方面。主要问题：学习上浅尝辄止，党组会第一议题有3次没有记录。贯彻上级部署打折扣，6月省里要求的排查到8月才报。主要原因：把学习当软任务，政治站位不高。
（二）带头践行以人民为中心的发展思想，坚持走群众路线方面。主要问题：群众诉求办理不及时，全年12345工单逾期41件。主要原因：宗旨意识淡化。
三、整改措施
一要深化学习。党组每月学习2次。二要办好工单，逾期一件通报一次。`,
    parts: ['title 1-1', 'opening 2-2', 'rectification 3-4', 'problems 5-7', 'measures 8-9'],
    problems: ['学习上浅尝辄止，党组会第一议题有3次没有记录', '群众诉求办理不及时，全年12345工单逾期41件'],
    causes: [],
    measures: ['深化学习', '办好工单，逾期一件通报一次'],
    inside: { causes: ['把学习当软任务，政治站位不高。', '宗旨意识淡化。'], measures: [] },
  },
];

describe('a document is divided as a reader would divide it', () => {
  it.each(layouts)('$name', ({ name: _, text, inside, ...expected }) => {
    const found = layoutOf(text);
    expect(found).toMatchObject(expected);
    expect(found.inside).toEqual(inside ?? { causes: [], measures: [] });
  });
});
