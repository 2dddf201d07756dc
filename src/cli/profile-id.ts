import { nearest } from '../dictionaries/nearest.js';
import type { Profile } from '../dictionaries/schema.js';
import { DuizhaoError } from '../document/error.js';

/**
 * The profile of an id.
 *
 * @param where the id was given, for the message; empty for the command line
 * @throws DuizhaoError `unknown-profile`, with the nearest known id
 */
export function checkProfileId(id: string, profiles: readonly Profile[], where = ''): Profile {
  const profile = profiles.find((entry) => entry.id === id);
  if (profile) return profile;
  const known = profiles.map((entry) => entry.id);
  const guess = nearest(id, known);
  throw new DuizhaoError(
    'unknown-profile',
    `${where}没有编号为“${id}”的年度维度。${guess ? `是不是“${guess}”？` : ''}可用的有 ${known.join('、')}；用 duizhao profiles 查看。`,
  );
}
