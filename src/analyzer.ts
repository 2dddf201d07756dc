import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis, Finding } from './analysis.js';
import { type AnalyzeOptions, analyze as analyzeWith, type Engine } from './analyze.js';
import { boilerplateShare } from './check/boilerplate-share.js';
import { type RuleSettings, runRules } from './check/run.js';
import type { Suppressed } from './check/suppress.js';
import { compareYears } from './compare/compare.js';
import type { Comparison } from './compare/comparison.js';
import type { CompareTools } from './compare/step.js';
import { builtinDictionaries } from './dictionaries/builtin.js';
import { packageRoot } from './dictionaries/package-root.js';
import type { Dictionaries, Profile } from './dictionaries/schema.js';
import type { Document, Encoding } from './document/document.js';
import type { Revisions } from './document/formats/extracted.js';
import { fromText, readFile, readStdin } from './document/read.js';
import { makeTables, type Tables } from './document/tables.js';
import { builtinLexicon } from './language/builtin-lexicon.js';
import { Lexicon } from './language/lexicon.js';
import { phraseTable } from './language/phrase-table.js';
import { createSegmenter, type Segmenter } from './language/segmenter.js';
import { pairingTools, phrasesOf } from './pairing/tools.js';
import { contentMapper } from './profiles/content.js';
import { prepareProfiles } from './profiles/headings.js';
import { readMappingModel } from './profiles/mapping-model.js';
import { rules } from './rules/index.js';

export interface AnalyzerOptions {
  /** Folders with dictionaries of the user's own; later ones win. See `docs/profiles.md`. */
  readonly dictionaries?: readonly string[];
  /** Segmentation engine; `auto` takes nodejieba where it runs. */
  readonly segmenter?: 'auto' | 'nodejieba' | 'node-rs-jieba';
}

export interface ReadFileOptions {
  /** Told from the bytes when absent; of use for text only. */
  readonly encoding?: Encoding | undefined;
  /** Which side of Word's tracked changes is read; `accepted` when absent. */
  readonly revisions?: Revisions | undefined;
}

export interface CheckResult {
  readonly analysis: Analysis;
  /** In order of the text. */
  readonly findings: readonly Finding[];
  /** Findings left out by a comment in the text, by the configuration or by a baseline. */
  readonly suppressed: readonly Suppressed[];
  /** Ids of the rules that were not run, for want of earlier documents. */
  readonly notRun: readonly string[];
}

export interface CheckOptions {
  readonly rules?: RuleSettings;
  /** Earlier documents of the same writer, for the rules that look for what was copied and what returns. */
  readonly previous?: readonly Analysis[];
}

/** Everything that is loaded once and used for many documents. */
export interface Analyzer {
  readonly profiles: readonly Profile[];
  readonly segmenter: Segmenter;
  /** Reads a file; `-` is standard input. Throws DuizhaoError with a Chinese message. */
  read(path: string, options?: ReadFileOptions): Promise<Document>;
  /** Takes a string as a document. */
  fromText(
    text: string,
    options?: { readonly file?: string; readonly format?: 'text' | 'markdown' },
  ): Document;
  /** Throws DuizhaoError `unknown-profile`. */
  analyze(document: Document, options?: AnalyzeOptions): Analysis;
  /**
   * Lays the analyses of several years side by side, sorted by year. Throws DuizhaoError `bad-option` when there are
   * fewer than two or two are the same text.
   */
  compare(analyses: readonly Analysis[]): Comparison;
  /** Analyses a document and runs the rules. */
  check(document: Document, options?: AnalyzeOptions & CheckOptions): CheckResult;
}

/**
 * Loads dictionaries once and gives what analyses documents with them.
 *
 * @throws DictionaryError when a file in one of the user's folders is not as it should be
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  const folders = options.dictionaries ?? [];
  const dictionaries = await loadAll(folders);
  const tables = readTables(dictionaries);
  const segmenter = createSegmenter({ engine: options.segmenter ?? 'auto' });
  const profiles = prepareProfiles(dictionaries.profiles);
  const engine: Engine = {
    dictionaries,
    lexicon: folders.length === 0 ? builtinLexicon() : new Lexicon(phraseTable(dictionaries)),
    profiles,
    mapper: contentMapper(readMappingModel),
    segmenter,
    stopWords: phrasesOf(dictionaries, 'link-stop'),
  };
  const compareTools: CompareTools = {
    ...pairingTools(dictionaries),
    lexicon: engine.lexicon,
  };
  return {
    profiles: dictionaries.profiles,
    segmenter,
    read: (path, { encoding, revisions } = {}) => {
      const readOptions = { tables, ...(encoding ? { encoding } : {}), ...(revisions ? { revisions } : {}) };
      return path === '-' ? readStdin(readOptions) : readFile(path, readOptions);
    },
    fromText: (text, given = {}) => fromText(text, { ...given, tables }),
    analyze: (document, analyzeOptions) => analyzeWith(document, engine, analyzeOptions),
    compare: (analyses) =>
      compareYears(analyses, compareTools, (analysis) => boilerplateShare(analysis, engine)),
    check: (document, checkOptions = {}) => {
      const analysis = analyzeWith(document, engine, checkOptions);
      const { rules: settings = {}, previous = [] } = checkOptions;
      const { notices, ...results } = runRules(analysis, rules, settings, { ...engine, previous });
      return { analysis: { ...analysis, notices: [...analysis.notices, ...notices] }, ...results };
    },
  };
}

/** The user's folders need YAML and its checks, which take time to load; the package's own are compiled. */
async function loadAll(folders: readonly string[]): Promise<Dictionaries> {
  if (folders.length === 0) return builtinDictionaries();
  const { loadDictionaries } = await import('./dictionaries/load.js');
  return loadDictionaries([join(packageRoot(), 'dictionaries'), ...folders]);
}

function readTables({ categories }: Dictionaries): Tables {
  const file = (name: string): string =>
    readFileSync(join(packageRoot(), 'dictionaries', 'characters', name), 'utf8');
  return makeTables({ traditional: file('traditional.txt'), variants: file('variants.txt'), categories });
}

let shared: Promise<Analyzer> | undefined;
const sharedAnalyzer = (): Promise<Analyzer> => {
  shared ??= createAnalyzer();
  return shared;
};

/** Reads a file with the package's own dictionaries; `-` is standard input. Throws DuizhaoError. */
export const read = async (path: string, options?: ReadFileOptions): Promise<Document> =>
  (await sharedAnalyzer()).read(path, options);

/** Analyses a document with the package's own dictionaries. */
export const analyze = async (document: Document, options?: AnalyzeOptions): Promise<Analysis> =>
  (await sharedAnalyzer()).analyze(document, options);

/** Analyses a document and runs the rules, with the package's own dictionaries. */
export const check = async (
  document: Document,
  options?: AnalyzeOptions & Pick<CheckOptions, 'previous'>,
): Promise<CheckResult> => (await sharedAnalyzer()).check(document, options);

/** Lays the analyses of several years side by side, with the package's own dictionaries. */
export const compare = async (analyses: readonly Analysis[]): Promise<Comparison> =>
  (await sharedAnalyzer()).compare(analyses);
