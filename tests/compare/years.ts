import { type Analyzer, type Comparison, createAnalyzer } from '../../src/index.js';

/** Two small documents of one writer, made up for the tests. */
export const BEFORE = `2023年度民主生活会个人对照检查材料
青川县水务局党组成员、副局长

一、存在的问题
（一）理论学习方面
1.原著读得少。书架上的选集翻过的不到一半，遇到会议要发言，就从网上找现成的段落拼起来，讲完自己也记不住。
2.调研走形式。全年到水库12次，其中9次由管理站提前安排路线，看的都是修好的堤段，群众反映的渗漏点一个也没有走到。
（二）担当作为方面
3.清淤工程拖期。东支渠清淤原定6月完工，因为怕与村里谈补偿，三次推迟协调会，拖到11月才开工。
4.公务用车管得松。国庆期间司机两次用公车接送亲戚，我知道以后只是口头提醒。
二、原因剖析
1.学习上自我要求放松，把忙当成不学的理由。
三、整改措施
1.每月精读原著。每月读完一个专题，6月底前写出体会2篇。
2.改进调研办法。调研不打招呼，每季度走完一个灌区，把渗漏点列成台账。
3.管好公务用车。由办公室每周核对车辆行驶记录，节假日一律封存。
以上是我的对照检查，请同志们批评指正。
`;

export const AFTER = `2024年度民主生活会个人对照检查材料
青川县水务局党组成员、副局长

一、上年度查摆问题整改情况
2023年度民主生活会我查摆了5个问题，完成3个，2个正在推进。东支渠清淤拖期的问题，4月与三个村签了补偿协议，汛前已经完工销号；每月精读原著的措施坚持了下来，体会写了2篇，已经兑现；调研不打招呼、渗漏点台账的措施还在推进。
二、存在的问题
（一）带头严守政治纪律方面
1.原著学习仍然不够。书架上的选集翻过的不到一半，遇到会议要发言，就从网上找现成的段落拼起来，讲完自己也记不住。
2.下去调研还是走形式。今年到水库10次，有7次事先通知了管理站，西库的渗漏点是村民打来电话才知道的。
（二）带头敢于担责方面
3.供水应急预案没有演练。8月主管爆裂停水31小时，预案里的联系人有4个已经调离，临时找不到抢修队。
三、整改措施
1.把原著读进去。每周三晚上自学2小时，12月底前读完两卷。
以上是我的对照检查，请同志们批评指正。
`;

let analyzer: Promise<Analyzer> | undefined;

export const sharedAnalyzer = (): Promise<Analyzer> => {
  analyzer ??= createAnalyzer();
  return analyzer;
};

/** Compares texts, named 1.txt, 2.txt … in the order given. */
export async function compareTexts(...texts: readonly string[]): Promise<Comparison> {
  const { fromText, analyze, compare } = await sharedAnalyzer();
  return compare(texts.map((text, i) => analyze(fromText(text, { file: `${i + 1}.txt` }))));
}
