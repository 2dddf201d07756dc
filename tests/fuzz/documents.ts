import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { bytesOf, gb18030, marks } from '../document/encode.js';
import { laidOut } from './layouts.js';

/** Pieces from which documents of any layout, and none, are put together. */
const HEADINGS = [
  '2024年度民主生活会个人对照检查材料',
  '一、上年度整改情况',
  '二、存在的主要问题',
  '（一）带头严守政治纪律和政治规矩，维护党的团结统一方面',
  '（二)在理想信念方面，',
  '三、产生问题的原因剖析',
  '四、下一步整改措施',
  '整改措施：',
  '存在问题及原因分析',
  '个人有关事项的说明',
  '反面典型案例剖析',
  '## 查摆的问题',
  '问题\t原因\t措施\t时限',
];
const ITEMS = [
  '1.理论学习不深入。比如，3月的轮训我只听了两天。究其原因，是自己放松了要求。',
  '1、政治学习方面：读原著少，学用脱节。',
  '2．调研不够，有时走马观花。再如，去年下半年只去过4个村中的1个。',
  '一是学得不深；二是用得不实。三是抓得不紧，',
  '第一，担当精神不足。首先，怕担责。',
  '①作风不实②纪律不严',
  '一要加强学习，每周不少于10小时，6月底前完成；二要由办公室牵头形成清单。',
  '学习不够\t忙于事务\t每月学1次\t6月底前',
  '上年度民主生活会在4个方面查摆了12项问题，已完成8项，剩余4项，完成率98.71%。',
  '以踏石留印、抓铁有痕的韧劲推进作风建设，增强“四个意识”、坚定“四个自信”。',
  '以上是我的对照检查，请批评指正。',
  '<!-- duizhao-忽略 boilerplate：引用 -->',
  '— 3 —',
  '第4页 共9页',
  'xx年x月x日 ____ 【待补】',
  '「學習不夠深入」，工作作風不實。',
];
const ODD = [
  '',
  ' ',
  '\t',
  '\u3000\u3000',
  '”',
  '“',
  '（',
  ')',
  '\ufeff',
  '\u200b',
  '😀',
  '\ud800',
  '𠀀',
  '\0',
  '\f',
  '——',
  '……',
  '比如',
  '1.',
  '\r\n',
  '\u2028',
];

const corpus = readdirSync('corpus')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`corpus/${name}`, 'utf8'));

const fragment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ITEMS) },
  { weight: 2, arbitrary: fc.constantFrom(...HEADINGS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

/** Lines of all layouts in any order. */
export const patchwork = fc
  .array(fc.tuple(fragment, fc.constantFrom('\n', '\n\n', '', '\n　　', '\r\n')), { maxLength: 60 })
  .map((pieces) => pieces.map(([piece, gap]) => piece + gap).join(''));

/** A document of the corpus, cut, doubled and disturbed in places. */
export const disturbed = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(400), insert: fragment }),
      { maxLength: 12 },
    ),
    fc.double({ min: 0.05, max: 1, noNaN: true }),
  )
  .map(([text, edits, share]) =>
    edits.reduce(
      (edited, { at, cut, insert }) => {
        const place = Math.floor(at * edited.length);
        return edited.slice(0, place) + insert + edited.slice(place + cut);
      },
      text.slice(0, Math.floor(text.length * share)),
    ),
  );

/** Characters of all scripts, halves of pairs and marks that combine among them, and nothing of a document. */
export const unicode = fc.string({ unit: fc.oneof(fc.constantFrom(...ODD), anyChar()), maxLength: 200 });

function anyChar(): fc.Arbitrary<string> {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  return fc.oneof(unit, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
}

const ENCODERS: readonly ((text: string) => Uint8Array)[] = [
  (text) => bytesOf(text, 'utf-8'),
  (text) => marks('utf-8', bytesOf(text, 'utf-8')),
  (text) => bytesOf(text, 'utf-16le'),
  (text) => marks('utf-16be', bytesOf(text, 'utf-16be')),
  (text) => gb18030(text.replace(/[\ud800-\udfff]/g, '')),
  // Two encodings in one file, as when text was pasted into it.
  (text) => Buffer.concat([gb18030(text.replace(/[\ud800-\udfff]/g, '')), bytesOf(text, 'utf-8')]),
  (text) => bytesOf(`<!DOCTYPE html><title>${text}</title><p>${text.replaceAll('\n', '<p>')}`, 'utf-8'),
];

/** Any bytes, and text in an encoding with some bytes broken, lost or doubled. */
export const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(
      fc.oneof(patchwork, laidOut),
      fc.constantFrom(...ENCODERS),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.option(fc.nat()),
    )
    .map(([text, encode, faults, odd]) => {
      const encoded = Uint8Array.from(encode(text));
      for (const [at, byte] of faults) if (encoded.length > 0) encoded[at % encoded.length] = byte;
      if (odd === null || encoded.length === 0) return encoded;
      // From here on every character of two bytes is torn apart.
      const place = odd % encoded.length;
      return Uint8Array.from([...encoded.subarray(0, place), ...encoded.subarray(place + 1)]);
    }),
);
