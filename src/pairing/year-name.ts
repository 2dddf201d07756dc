import type { Analysis } from '../analysis.js';

/** 2024年度, or the name of the file where the year is not known. */
export const yearName = ({ profile, document }: Pick<Analysis, 'profile' | 'document'>): string =>
  profile.profile.year === null ? document.file : `${profile.profile.year}年度`;
