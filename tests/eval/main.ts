import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runPair } from './compared.js';
import { leaveOneOut } from './content-mapping.js';
import { type CorpusDocument, loadCorpus } from './gold.js';
import { loadPairs } from './pair-gold.js';
import { printErrors, printResults } from './print.js';
import { printPairErrors } from './print-pairs.js';
import { withFigures } from './readme.js';
import { falls, figuresOf, recordedFile, TOLERANCE } from './recorded.js';
import { gather, originOf, type Results, type ScoredDocument, type ScoredPair } from './results.js';
import { scoreDocument } from './score.js';
import type { KnownRules } from './score-findings.js';
import { scorePair } from './score-pair.js';
import { scorePairFindings } from './score-pair-findings.js';
import { contentClassifier, knownRules, run } from './system.js';
import { table } from './table.js';

const HELP = `npm run eval -- [options]      quality on the annotated corpus

  --only NAME   only documents whose name contains NAME
  --errors      list every miss and false hit with its text (held documents only with --held)
  --held        with --errors: held documents too; whoever reads them has spent them as a test
  --json        figures as JSON
  --record      write the figures to tests/eval/recorded.json and into both READMEs
  --check       exit code 1 when a figure falls below the recorded one by more than ${TOLERANCE}`;

const here = dirname(fileURLToPath(import.meta.url));
const CORPUS = join(here, '../../corpus');
const RECORDED = join(here, 'recorded.json');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      errors: { type: 'boolean', default: false },
      held: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { only } = values;
  if (only !== undefined && (values.record || values.check))
    throw new Error('--record and --check look at the whole corpus; leave out --only');
  const corpus = (await loadCorpus(CORPUS)).filter(({ name }) => only === undefined || name.includes(only));
  if (corpus.length === 0) throw new Error(`no document of the corpus is called ${only ?? 'anything'}`);

  const results = await evaluate(corpus, only === undefined);
  console.log(values.json ? asJson(results, values.errors, values.held) : printResults(results));
  if (values.errors && !values.json)
    console.log(
      `\n## Errors\n\n${printErrors(results.documents, values.held)}\n\n${printPairErrors(results.pairs, values.held)}`,
    );
  const code = values.check ? await check(results) : 0;
  if (values.record) await record(results);
  return code;
}

/** @throws Error when the system fails on a document: figures without it would flatter */
async function evaluate(corpus: readonly CorpusDocument[], whole: boolean): Promise<Results> {
  const rules = knownRules();
  const documents: ScoredDocument[] = [];
  for (const document of corpus)
    documents.push({
      name: document.name,
      origin: originOf(document),
      score: scoreDocument(document.gold, await run(document.path), rules),
    });
  const classifier = whole ? await contentClassifier() : null;
  return gather(
    documents,
    classifier === null ? null : leaveOneOut(corpus, classifier),
    whole ? await evaluatePairs(rules) : [],
  );
}

async function evaluatePairs(rules: KnownRules): Promise<readonly ScoredPair[]> {
  const scored: ScoredPair[] = [];
  for (const pair of await loadPairs(CORPUS)) {
    const compared = scorePair(pair, await runPair(pair.before.path, pair.after.path));
    const checked = scorePairFindings(pair, await run(pair.after.path, pair.before.path), rules);
    scored.push({
      name: pair.name,
      split: pair.gold.split,
      tallies: compared.tallies,
      rules: checked.rules,
      errors: [
        ...compared.errors,
        ...checked.errors.map(({ measure, fault, text }) => `${fault} ${measure}: ${text}`),
      ],
    });
  }
  return scored;
}

function asJson(results: Results, errors: boolean, held: boolean): string {
  const documents = results.documents.map(({ name, origin, score: { errors: all, ...score } }) => ({
    name,
    origin,
    ...score,
    ...(errors && (held || origin !== 'held') ? { errors: all } : {}),
  }));
  const pairs = results.pairs.map(({ errors: all, ...score }) => ({
    ...score,
    ...(errors && (held || score.split === 'dev') ? { errors: all } : {}),
  }));
  return JSON.stringify({ version: 1, figures: figuresOf(results), ...results, documents, pairs }, null, 2);
}

async function record(results: Results): Promise<void> {
  await writeFile(RECORDED, `${JSON.stringify(figuresOf(results), null, 2)}\n`);
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const page = join(here, '../..', name);
    await writeFile(page, withFigures(await readFile(page, 'utf8'), results));
  }
}

async function check(results: Results): Promise<number> {
  const recorded = recordedFile.parse(JSON.parse(await readFile(RECORDED, 'utf8')));
  const fallen = falls(recorded, figuresOf(results));
  if (fallen.length === 0) {
    console.error('No figure has fallen below the recorded one.');
    return 0;
  }
  console.error(
    table(
      ['fallen', 'group', 'recorded', 'now'],
      fallen.map(({ group, name, recorded: before, now }) => [
        name,
        group,
        before.toFixed(3),
        now?.toFixed(3) ?? 'not measured',
      ]),
    ),
  );
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
