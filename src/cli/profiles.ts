import { createAnalyzer } from '../analyzer.js';
import { nearest } from '../dictionaries/nearest.js';
import { DuizhaoError } from '../document/error.js';
import { renderProfile, renderProfiles } from '../report/profiles.js';
import { readConfig } from './config.js';
import type { CommonOptions } from './program.js';

/** `duizhao profiles [ID]` */
export async function runProfiles(id: string | undefined, options: CommonOptions): Promise<void> {
  const { dictionaries } = await readConfig(options.config);
  const { profiles } = await createAnalyzer({ dictionaries });
  if (id === undefined) {
    process.stdout.write(renderProfiles(profiles));
    return;
  }
  const profile = profiles.find((entry) => entry.id === id);
  if (!profile) {
    const guess = nearest(
      id,
      profiles.map((entry) => entry.id),
    );
    throw new DuizhaoError(
      'unknown-profile',
      `没有编号为“${id}”的年度维度。${guess ? `是不是“${guess}”？` : ''}用 duizhao profiles 查看全部。`,
    );
  }
  process.stdout.write(renderProfile(profile));
}
