import type { Rule } from './rule.js';

/** All rules, in the order in which reports list them. */
export const rules: readonly Rule[] = [];
