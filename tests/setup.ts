import { buildData } from '../scripts/build-data.js';

/** Tests see the dictionaries as they stand, not as they were at the last build. */
export const setup = (): Promise<void> => buildData();
