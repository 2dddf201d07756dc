import { createAnalyzer } from '../analyzer.js';
import { renderProfile, renderProfiles } from '../report/profiles.js';
import { openConfigs } from './config.js';
import { checkProfileId } from './profile-id.js';
import type { CommonOptions } from './program.js';

/** `duizhao profiles [ID]` */
export async function runProfiles(id: string | undefined, options: CommonOptions): Promise<void> {
  const { dictionaries } = await openConfigs(options.config).here();
  const { profiles } = await createAnalyzer({ dictionaries });
  process.stdout.write(
    id === undefined ? renderProfiles(profiles) : renderProfile(checkProfileId(id, profiles)),
  );
}
