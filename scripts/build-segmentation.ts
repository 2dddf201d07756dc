/**
 * Writes `words.txt` and the small files beside it in `dictionaries/jieba/`; see the README there.
 *
 *     npm run build:segmentation
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { type LexiconWord, lexiconWords } from './lexicon-words.js';

interface Entry {
  readonly frequency: number;
  readonly tag: string;
}

const FOLDER = new URL('../dictionaries/jieba/', import.meta.url);
const DICTIONARIES = new URL('../dictionaries/', import.meta.url);

/** Frequencies in jieba's dictionary from which a word counts as common. */
const COMMON = 30;
const COMMON_NAME = 200;
/** Idioms and set phrases: written often in reports, seldom in the novels that jieba counted. */
const COMMON_SAYING = 15;
/** Leaves room below each frequency for a number of the word's own, against ties. */
const SCALE = 1000;
/** How much likelier than its parts a new word is made. */
const MARGIN = 2;
const LONGEST = 8;

const commonCharacters = charactersOfGb2312();
const source = readSource(createRequire(import.meta.url)('nodejieba').DEFAULT_DICT);
const kept = new Map<string, Entry>();
for (const [word, entry] of source) if (isGeneral(word, entry)) kept.set(word, scaled(word, entry));
const general = kept.size;

/** Word → tag, undefined where jieba or the word's parts decide. */
const wanted = new Map<string, string | undefined>();
for (const found of lexiconWords(DICTIONARIES)) if (isWord(found)) wanted.set(found.word, undefined);
for (const line of readLines(new URL('extra.txt', FOLDER))) {
  const [word = '', tag] = line.split(' ');
  if (tag === '-') wanted.delete(word);
  else wanted.set(word, tag);
}
addWanted();

// @node-rs/jieba gives an unknown character the frequency 1, nodejieba the lowest in the dictionary.
const UNKNOWN = '鿿';
kept.set(UNKNOWN, { frequency: 1, tag: 'x' });

write(
  'words.txt',
  [...kept].map(([word, { frequency, tag }]) => `${word} ${frequency} ${tag}`).sort(byUnits),
);
write('weights.txt', [`${UNKNOWN} 1 x`, `的 ${total() - 1} uj`]);
write('idf.utf8', ['的 1.0']);
write('stop_words.utf8', ['的']);
write('hmm.utf8', [...Array<string>(5).fill('-1 -1 -1 -1'), ...Array<string>(4).fill('的:-1')]);
console.log(`${kept.size} words: ${general} general, ${kept.size - general} from lexicons and extra.txt`);

function isGeneral(word: string, { frequency, tag }: Entry): boolean {
  if (!/^[\u3400-\u9fff]+$/.test(word)) return false;
  if (word.length === 1) return frequency >= COMMON || commonCharacters.has(word);
  if (tag.startsWith('nr')) return frequency >= COMMON_NAME;
  if (tag === 'i' || tag === 'l') return frequency >= COMMON_SAYING;
  return frequency >= COMMON;
}

/** Whether what a lexicon names is a word, and not only a turn of speech that had better stay apart. */
function isWord({ word, role, plain }: LexiconWord): boolean {
  if (role === 'term' || source.has(word)) return true;
  return (
    plain &&
    word.length >= 3 &&
    word.length <= 4 &&
    !/^[的了在对就仅有把从向各某自怎]|[的了在中上下]$/.test(word)
  );
}

/** Adds the wanted words, short ones first, each as heavy as it takes to be kept together. */
function addWanted(): void {
  for (let length = 1; length <= LONGEST; length++) {
    const words = [...wanted].filter(([word]) => word.length === length);
    for (const [word, tag] of words) {
      const known = source.get(word);
      if (known) kept.set(word, scaled(word, tag ? { ...known, tag } : known));
    }
    const sum = total();
    const jieba = engine();
    for (const [word, tag] of words) {
      const parts = jieba.cut(word, false);
      if (parts.length === 1) continue;
      const share = parts.reduce((product, part) => (product * (kept.get(part)?.frequency ?? 1)) / sum, 1);
      const frequency = Math.max(
        Math.ceil(share * sum * MARGIN) + fingerprint(word),
        kept.get(word)?.frequency ?? 0,
      );
      kept.set(word, { frequency, tag: tag ?? kept.get(word)?.tag ?? tagOf(parts) });
    }
  }
}

function total(): number {
  let sum = 0;
  for (const { frequency } of kept.values()) sum += frequency;
  return sum;
}

/** A word ends in what it is: 学习 + 笔记 is a noun; the rest are set phrases. */
function tagOf(parts: readonly string[]): string {
  return /^(n|vn|j)/.test(kept.get(parts.at(-1) ?? '')?.tag ?? '') ? 'n' : 'l';
}

function engine(): Jieba {
  const text = [...kept].map(([word, { frequency, tag }]) => `${word} ${frequency} ${tag}\n`).join('');
  return Jieba.withDict(Buffer.from(text));
}

function scaled(word: string, { frequency, tag }: Entry): Entry {
  return { frequency: frequency * SCALE + fingerprint(word), tag };
}

/** FNV-1a below `SCALE`: the same for the same word always. */
function fingerprint(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193) >>> 0;
  return value % SCALE;
}

function readSource(path: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word, frequency, tag] = line.split(' ');
    if (word && frequency && tag) entries.set(word, { frequency: Number(frequency), tag });
  }
  if (entries.size < 300_000) throw new Error(`only ${entries.size} words in ${path}`);
  return entries;
}

function readLines(file: URL): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(new URL(name, FOLDER), lines.map((line) => `${line}\n`).join(''));
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** The 6,763 characters of the mainland's first standard: what simplified text is written with. */
function charactersOfGb2312(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb18030');
  const all = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) all.add(decoder.decode(Uint8Array.of(row, cell)));
  }
  return all;
}
