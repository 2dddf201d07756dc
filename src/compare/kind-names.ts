import type { Kind } from '../analysis.js';

/** Whose material it is, in Chinese. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  individual: '个人',
  team: '领导班子',
  branch: '党支部',
};
