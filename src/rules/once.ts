import type { Analysis } from '../analysis.js';

/** What several rules ask of the same analysis, found out once. */
export function once<T>(find: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, { readonly answer: T }>();
  return (analysis) => {
    const told = known.get(analysis) ?? { answer: find(analysis) };
    known.set(analysis, told);
    return told.answer;
  };
}
