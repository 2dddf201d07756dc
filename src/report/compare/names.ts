import type { MeasureStatus, Relation } from '../../compare/comparison.js';

/** Relations in the order in which reports list them. */
export const RELATION_ORDER: readonly Relation[] = ['copied', 'persisting', 'resolved', 'dropped', 'new'];

export const RELATIONS: Readonly<Record<Relation, string>> = {
  copied: '照搬',
  persisting: '仍然存在',
  resolved: '报告解决',
  dropped: '没有下文',
  new: '新增',
};

export const STATUSES: Readonly<Record<MeasureStatus['status'], string>> = {
  'reported-done': '报告完成',
  'reported-ongoing': '报告推进中',
  'not-mentioned': '没有提到',
};

export const percent = (share: number): string => `${Math.round(100 * share)}%`;
