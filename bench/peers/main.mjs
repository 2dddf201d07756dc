/**
 * Other checkers of text beside duizhao, each doing its own job on the same real document in one process: time as a
 * ratio to duizhao's, and what each finds. They look for other things; the table says what, not who is better.
 *
 *     npm run build && npm install --prefix bench/peers && node bench/peers/main.mjs [FILE]
 *
 * textlint has no rules for Chinese that are kept up; its preset ai-writing is made for Japanese.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TextlintKernelDescriptor } from '@textlint/kernel';
import text from '@textlint/textlint-plugin-text';
import preset from '@textlint-ja/textlint-rule-preset-ai-writing';
import autocorrect from 'autocorrect-node';
import { createLinter } from 'textlint';
import { run as zhlint } from 'zhlint';
import { createAnalyzer } from '../../dist/index.js';

const ROUNDS = 15;
const file =
  process.argv[2] ??
  fileURLToPath(new URL('../../corpus/2021-district-deputy-secretary.txt', import.meta.url));
const document = readFileSync(file, 'utf8');

const analyzer = await createAnalyzer();
const rules = Object.entries(preset.default?.rules ?? preset.rules);
const linter = createLinter({
  descriptor: new TextlintKernelDescriptor({
    filterRules: [],
    plugins: [{ pluginId: 'text', plugin: text.default ?? text }],
    rules: rules.map(([ruleId, rule]) => ({ ruleId, rule, options: true })),
  }),
});

/** Each gives the kinds of what it finds, one for each place. */
const peers = {
  duizhao: () => analyzer.check(analyzer.fromText(document)).findings.map(({ rule }) => rule),
  zhlint: () => zhlint(document, { rules: { preset: 'default' } }).validations.map(({ message }) => message),
  autocorrect: () => autocorrect.lintFor(document, 'a.txt').lines.map(() => '间距和标点'),
  'textlint, ai-writing': async () =>
    (await linter.lintText(document, 'a.txt')).messages.map(({ ruleId }) => ruleId),
};

const times = new Map(Object.keys(peers).map((name) => [name, []]));
const found = new Map();
for (let round = -3; round < ROUNDS; round++)
  for (const [name, run] of Object.entries(peers)) {
    const began = process.cpuUsage();
    found.set(name, await run());
    const { user, system } = process.cpuUsage(began);
    if (round >= 0) times.get(name).push((user + system) / 1000);
  }

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
const ours = median(times.get('duizhao'));
console.log(`${document.length} characters, processor time, median of ${ROUNDS}`);
for (const [name, list] of times) {
  const kinds = new Map();
  for (const kind of found.get(name)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const time = median(list);
  const said = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`);
  console.log(
    `${name.padEnd(22)}${time.toFixed(1).padStart(8)} ms${(time / ours).toFixed(2).padStart(8)}  ${said.join(', ') || 'nothing'}`,
  );
}
