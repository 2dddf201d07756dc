import type { CommitmentKind, EvidenceKind, Grade, Kind, PartRole, Severity } from '../analysis.js';

/** Chinese names of what reports speak of. */
export const KINDS: Readonly<Record<Kind, string>> = {
  individual: '个人',
  team: '领导班子',
  branch: '党支部',
};

export const ROLES: Readonly<Record<PartRole, string>> = {
  title: '标题',
  opening: '开头',
  rectification: '上年度整改情况',
  matters: '个人有关事项',
  problems: '查摆的问题',
  case: '反面典型案例剖析',
  causes: '原因剖析',
  measures: '整改措施',
  closing: '结束语',
};

export const GRADES: Readonly<Record<Grade, string>> = { concrete: '具体', partial: '部分', vague: '空泛' };

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
};

export const EVIDENCE: Readonly<Record<EvidenceKind, string>> = {
  time: '时间',
  place: '地点',
  figure: '数字',
  document: '文件',
  meeting: '会议',
  project: '项目',
  act: '本人行为',
  person: '人员',
  situation: '情境',
};

export const COMMITMENTS: Readonly<Record<CommitmentKind, string>> = {
  deadline: '时限',
  frequency: '频次',
  quantity: '数量',
  person: '责任人',
  deliverable: '成果',
};

/** What the document does not say and a clerk has to fill in. */
export const BLANK = '〔待填〕';
