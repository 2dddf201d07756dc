import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer } from '../analyzer.js';
import { packageRoot } from '../dictionaries/package-root.js';
import { DuizhaoError } from '../document/error.js';
import { findLibreOffice } from '../document/libreoffice.js';
import { findEngine } from '../language/engine.js';
import { createSegmenter } from '../language/segmenter.js';
import { rules } from '../rules/index.js';
import { exitCode } from './process.js';
import type { CommonOptions } from './program.js';
import { openSetups } from './setups.js';
import { version } from './version.js';

/** What one look found: fine, worth knowing, or in need of repair. */
interface Look {
  readonly state: 'good' | 'note' | 'bad';
  readonly says: string;
}

const good = (says: string): Look => ({ state: 'good', says });
const note = (says: string): Look => ({ state: 'note', says });
const bad = (says: string): Look => ({ state: 'bad', says });

const SIGNS = { good: '✓', note: '·', bad: '✗' } as const;

/** `duizhao doctor`: whether everything the program needs is there, and a document put through. */
export async function runDoctor(options: CommonOptions): Promise<void> {
  const looks = [
    good((await version()).trimEnd()),
    ...engines(),
    await attempt('词典', dictionaries),
    await attempt('配置', () => configuration(options)),
    await office(),
    await attempt('试查', trial),
  ];
  for (const { state, says } of looks) process.stdout.write(`${SIGNS[state]} ${says}\n`);
  const broken = looks.filter(({ state }) => state === 'bad').length;
  process.stdout.write(broken > 0 ? `\n有${broken}处要处理，见上面带 ✗ 的行。\n` : '\n一切正常。\n');
  if (broken > 0) exitCode(2);
}

function engines(): readonly Look[] {
  const chosen = createSegmenter().engine;
  return (['nodejieba', 'node-rs-jieba'] as const).map((name) => {
    const found = findEngine(name);
    if (found)
      return good(`分词引擎 ${name} ${found.version}${name === chosen ? '（正在使用）' : '（备用）'}`);
    return chosen === name
      ? bad(`分词引擎 ${name} 不能用，请重新执行 npm install。`)
      : note(`分词引擎 ${name} 没有装上，不影响使用。`);
  });
}

async function dictionaries(): Promise<Look> {
  const { profiles } = await createAnalyzer();
  const megabytes = statSync(join(packageRoot(), 'dictionaries', 'jieba', 'words.txt')).size / 1024 / 1024;
  return good(
    `词典：${profiles.length}套年度维度、${rules.length}条规则、分词词典${megabytes.toFixed(1)} MB`,
  );
}

/** All that a check would refuse: fields, rules and their options, dictionaries, the profile. */
async function configuration(options: CommonOptions): Promise<Look> {
  const setups = openSetups(options, ({ rules: settings }) => settings);
  await setups.of('-');
  const [config] = await setups.configs();
  if (!config) return note('配置：没有找到 duizhao.yaml，按默认设置（duizhao init 可写一份）');
  const { file, warnings } = config;
  return warnings.length > 0 ? bad(`配置：${warnings.join('')}`) : good(`配置：${file}`);
}

async function office(): Promise<Look> {
  const found = await findLibreOffice();
  return found
    ? good(`LibreOffice：${found}（读 .doc、.wps 时用）`)
    : note('LibreOffice：没有找到。读 .doc、.wps 时自动编号会丢失，其他不受影响');
}

/** The examples of the rules are small documents: each is checked, and its fault must be found. */
async function trial(): Promise<Look> {
  const analyzer = await createAnalyzer();
  const missed = rules.filter(({ id, bad: [example] }) => {
    if (!example) return false;
    const { text, profile, kind } = example;
    const read = (words: string) => analyzer.fromText(words);
    const previous = example.previous === undefined ? [] : [analyzer.analyze(read(example.previous))];
    const { findings } = analyzer.check(read(text), { profile, kind, previous });
    return !findings.some(({ rule }) => rule === id);
  });
  return missed.length === 0
    ? good(`试查：${rules.length}条规则的例文都查对了`)
    : bad(`试查：${missed.map(({ id }) => id).join('、')} 的例文没有查出问题，请重新安装。`);
}

async function attempt(name: string, look: () => Promise<Look>): Promise<Look> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof DuizhaoError) return bad(`${name}：${error.message}`);
    throw error;
  }
}
