import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinDictionaries } from '../../src/dictionaries/builtin.js';
import { findCopies } from '../../src/pairing/copies.js';
import { pairProblems } from '../../src/pairing/pair-problems.js';
import { pairingTools } from '../../src/pairing/tools.js';
import { sharedAnalyzer } from '../compare/years.js';

const { fromText, analyze, read } = await sharedAnalyzer();
const tools = pairingTools(builtinDictionaries());

const corpus = async (name: string) =>
  analyze(await read(join(import.meta.dirname, `../../corpus/${name}.txt`)));
const document = (year: number, problems: readonly string[]) =>
  analyze(
    fromText(
      `${year}年度对照检查材料\n一、存在的问题\n${problems.map((text, i) => `${i + 1}.${text}`).join('\n')}\n`,
    ),
  );
const paired = (before: readonly string[], after: readonly string[]) => {
  const [earlier, later] = [document(2023, before), document(2024, after)];
  return pairProblems(earlier, later, findCopies(earlier, later), tools).map((pair) => [
    pair.before.title.text,
    pair.after.title.text,
  ]);
};

it('problems of unrelated writers are not paired', async () => {
  const [before, after] = [
    await corpus('2018-city-transport-deputy'),
    await corpus('2024-county-water-deputy'),
  ];
  expect(pairProblems(before, after, findCopies(before, after), tools)).toEqual([]);
});

describe('problems are paired', () => {
  it('by rare words, whatever their titles', () => {
    const before = ['协调推进不力。沙坪渡口改造拖了8个月，船工安置没有谈成。', '学习不够。读书少。'];
    const after = ['担当精神有欠缺。沙坪渡口至今没有动工，船工上访4次。', '作风不实。检查走过场。'];
    expect(paired(before, after)).toEqual([['协调推进不力', '担当精神有欠缺']]);
  });

  it('by what was promised against them, where the confession has other words', () => {
    const promising = (year: number, problem: string, measure: string) =>
      analyze(
        fromText(
          `${year}年度对照检查材料\n一、存在的问题\n1.${problem}\n2.学习不够。读书少。\n二、整改措施\n1.${measure}\n2.多读书。每月读书1本。\n`,
        ),
      );
    const earlier = promising(
      2023,
      '碰硬的事绕着走。承包费拖着没有人催。',
      '催收承包费。由我任清欠专班组长，与承包户签还款协议。',
    );
    const later = promising(
      2024,
      '下不了硬手。两户大户的承包费一分钱没有交。',
      '硬起手腕催收承包费。清欠专班向两户递交还款协议和起诉状。',
    );
    expect(
      pairProblems(earlier, later, findCopies(earlier, later), tools).map(({ before, after, words }) => [
        before.title.text,
        after.title.text,
        words,
      ]),
    ).toContainEqual(['碰硬的事绕着走', '下不了硬手', expect.arrayContaining(['专班', '还款'])]);
  });

  it('not by words that anybody writes', () => {
    const before = ['协调推进不力。对基层工作了解不多，研究问题少，发展的办法不多。', '学习不够。读书少。'];
    const after = ['服务群众不主动。深入基层了解情况少，对工作中的问题研究不够。', '用车管得松。'];
    expect(paired(before, after)).toEqual([]);
  });
});
