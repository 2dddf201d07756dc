/**
 * Five megabytes of one thing — a character, a marker, a quotation mark — through the built `duizhao check`, each in
 * under five seconds; run `npm run build` before. Texts of more lines than any document has are refused.
 *
 *     npx tsx bench/extremes.ts              prints every time, the slowest first
 *     npx tsx bench/extremes.ts 比如 '“'     only these
 *
 * Exits with 1 when one takes longer.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const BYTES = 5_000_000;
const SECONDS = 5;

/** Of each kind of character that the program tells from others. */
const CHARACTERS = [
  ...' !"#$%&\'()*+,-./059:;<=>?@AZ[\\]^_`az{|}~\t\n\r\f\v\0\u0085\u00a0\u00b7\u00d7\u00e9',
  ...'—–‘’“”…①⑳⒈⑴ⅠⅣ√※□■●○◆▲→％℃\u2028\u2029\u200b\u200d\ufeff\ufffd\ue000',
  ...'　、。〇〈〉《》「」『』【】〔〕〖〗〝〞！（），．：；？［］｛｝～￥０９ＡＺ',
  ...'一二十百千万零两壹第年月日号是要如比例次项个人和及与的了我省市县村某等再有所在学習體ㄅあア한',
  ...'😀𠀀\ud800\udc00',
];

/** Markers, cue words, and what opens without closing. */
const PIECES = [
  '一、|（一）|(一)|1.|1、|1．|（1）|①②|一是|一要|第一，|首先，|其一，|1.1|１．|⒈|-1-|- ',
  '一、\n|（一）\n|1.\n|1.学习不深入。\n|一是学习不深入；|一是学习不深入；\n|第|第1页\n|— 3 —\n|第 ',
  '比如|比如，|比如，我|例如：|再如|比如。|比如\n|究其原因|是因为|为此，|今后|下一步，',
  '“”|“一”|“一|一”|""|"一|‘’|《》|《一|（）|（一|【】|[一]|「」|{}|<>|<a>|<!-- |<!-- duizhao-忽略 |-->|“，|“。|”。',
  '1|12|1,|1.5|100%|2024年|3月|2024年3月5日|2024-01-01|12项|十二|10万元|4个|第3次|每周1次|上午9:30|１２',
  '。\n|；|，一|！？|、|：|……|——|__|****|**一**|`a`|# |#\n|> |\\|a\\|b|a\tb\n|\t\n| \n|　　\n|\r\n|\n\n|\r\r',
  '学习|学习。|学习不深入。|整改措施|二、存在的主要问题\n|整改措施：\n|对照检查材料\n|全心全意为人民服务|四个意识',
  'ab |http://a.b/c |a@b.cd |\\u|&nbsp;|&|xx年|XX同志|张某某|____|【待补】|同志|2024年度|民主生活会|甲乙丙丁。',
].flatMap((line) => line.split(/(?<!\\)\|/).map((piece) => piece.replaceAll('\\|', '|')));

const asked = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'duizhao-extremes-'));
const results: {
  readonly piece: string;
  readonly seconds: number;
  readonly note: string;
  readonly fault: boolean;
}[] = [];
try {
  for (const piece of asked.length > 0 ? asked : [...CHARACTERS, ...PIECES]) {
    const file = join(folder, 'extreme.txt');
    writeFileSync(file, piece.repeat(Math.ceil(BYTES / Buffer.byteLength(piece))));
    const began = performance.now();
    const { status, signal, stderr } = spawnSync(process.execPath, [CLI, 'check', file, '--quiet'], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      timeout: 60_000,
    });
    const seconds = (performance.now() - began) / 1000;
    const refused = status === 2 && stderr.startsWith('错误：') && !stderr.includes('内部');
    const fault = status !== 0 && status !== 1 && !refused;
    const note = refused ? 'refused' : fault ? `${signal ?? ''}${stderr.slice(0, 200)}` : '';
    results.push({ piece, seconds, note, fault });
    if (asked.length === 0 && process.stderr.isTTY) process.stderr.write(`\r${results.length} `);
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const { piece, seconds, note } of results.sort((a, b) => b.seconds - a.seconds))
  console.log(`${seconds.toFixed(2).padStart(6)} s  ${JSON.stringify(piece)}  ${note}`);
if (results.some(({ seconds, fault }) => seconds > SECONDS || fault)) process.exitCode = 1;
