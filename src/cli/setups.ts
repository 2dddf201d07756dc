import { dirname, normalize, resolve } from 'node:path';
import type { AnalyzeOptions } from '../analyze.js';
import { type Analyzers, type Job, openAnalyzers } from '../batch/job.js';
import type { RuleSettings } from '../check/run.js';
import type { Kind, Profile } from '../dictionaries/schema.js';
import type { Failed } from '../report/outcome.js';
import { type Config, openConfigs } from './config.js';
import { checkProfileId } from './profile-id.js';
import type { CommonOptions } from './program.js';

/** What one document is worked on with: its configuration and the command line together. */
export type Setup = Pick<Job, 'dictionaries' | 'analyze' | 'rules'>;

export interface Setups {
  readonly of: (document: string) => Promise<Setup>;
  /** Leaves out files that the configuration passes over, unless they are named themselves. */
  readonly withoutExcluded: (
    documents: readonly (string | Failed)[],
    named: readonly string[],
  ) => Promise<readonly (string | Failed)[]>;
  readonly configs: () => Promise<readonly Config[]>;
  readonly analyzers: Analyzers;
}

/**
 * Prepares documents under one or several configurations; analysers with the same dictionaries are shared.
 *
 * @param rulesOf settings of the rules under a configuration; null where no rules are run
 * @throws DuizhaoError (from the functions) `config`, `unknown-profile`, `dictionary`
 */
export function openSetups(options: CommonOptions, rulesOf: (config: Config) => RuleSettings | null): Setups {
  const configs = openConfigs(options.config);
  const analyzers = openAnalyzers();
  const setups = new Map<Config, Promise<Setup>>();
  const prepare = async (config: Config): Promise<Setup> => {
    const { dictionaries } = config;
    const { profiles } = await analyzers(dictionaries);
    return { dictionaries, analyze: analyzeOptions(options, config, profiles), rules: rulesOf(config) };
  };
  return {
    of: async (document) => {
      const config = await configs.of(document);
      const setup = setups.get(config) ?? prepare(config);
      setups.set(config, setup);
      return setup;
    },
    withoutExcluded: async (documents, named) => {
      const own = await Promise.all(
        documents.map((file) => (typeof file === 'string' ? configs.of(file) : null)),
      );
      const excluded = new Set<string>();
      for (const config of new Set(own)) for (const file of await excludedBy(config)) excluded.add(file);
      if (excluded.size === 0) return documents;
      const wanted = new Set(named.map(normalize));
      return documents.filter(
        (file) => typeof file !== 'string' || wanted.has(normalize(file)) || !excluded.has(resolve(file)),
      );
    },
    configs: configs.read,
    analyzers,
  };
}

async function excludedBy(config: Config | null): Promise<readonly string[]> {
  if (!config?.file || config.exclude.length === 0) return [];
  const { glob } = await import('tinyglobby');
  const cwd = dirname(resolve(config.file));
  return (await glob([...config.exclude], { cwd, absolute: true, dot: true })).map((file) => resolve(file));
}

function analyzeOptions(
  options: CommonOptions,
  config: Config,
  profiles: readonly Profile[],
): AnalyzeOptions {
  const profile = options.profile ?? config.profile;
  if (profile !== undefined) {
    const where = options.profile === undefined && config.file !== null ? `配置文件 ${config.file}：` : '';
    checkProfileId(profile, profiles, where);
  }
  return {
    profile,
    kind: (options.kind as Kind | undefined) ?? config.kind,
    map: (options.map as AnalyzeOptions['map']) ?? config.map,
  };
}
