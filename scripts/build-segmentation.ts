/**
 * Writes `dictionaries/jieba/words.txt` and the small files that nodejieba wants beside it.
 *
 *     npm run build:segmentation
 *
 * The whole dictionary of jieba takes over a second to load. Most of it is names of persons, places and rare
 * words; a review document is written with some ten thousand words, and with those that our own dictionaries
 * name. Format of `words.txt`: `word frequency tag`, sorted by code unit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lexiconWords } from './lexicon-words.js';

interface Entry {
  readonly freq: number;
  readonly tag: string;
}

const FOLDER = new URL('../dictionaries/jieba/', import.meta.url);
/** General words kept, the most frequent first. */
const SIZE = 60_000;
/** Names of persons are kept only when they are common. */
const NAMES: ReadonlySet<string> = new Set(['nr', 'nrt', 'nrfg']);
const NAME_FREQUENCY = 300;
/**
 * Frequencies are multiplied by this and filled up with a number of the word's own: two ways to cut that come
 * out equal are cut differently by different engines, and so hardly ever occur.
 */
const SCALE = 100;

const require = createRequire(import.meta.url);
const source = join(dirname(require.resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict');
const full = readDictionary(readFileSync(join(source, 'jieba.dict.utf8'), 'utf8'));
const total = [...full.values()].reduce((sum, { freq }) => sum + freq, 0);

const kept = new Map<string, Entry>(general());
const own = ownWords();
for (const [word, tag] of own) kept.set(word, { freq: Math.max(kept.get(word)?.freq ?? 0, full.get(word)?.freq ?? 0), tag });
// Short words first: a long word is weighed against the words it is made of.
for (const [word, tag] of [...own].sort(([a], [b]) => a.length - b.length))
  kept.set(word, { freq: Math.max(kept.get(word)?.freq ?? 0, together(word)), tag });

const lines = [...kept].map(([word, { freq, tag }]) => `${word} ${freq * SCALE + fingerprint(word)} ${tag}`);
write('words.txt', lines.sort());
console.log(`${kept.size} words, ${own.size} of them of our own dictionaries`);

/** Single characters, and the most frequent words that are not rare names. */
function general(): readonly (readonly [string, Entry])[] {
  const all = [...full].filter(([word]) => /^[\u3400-\u9fff]+$/.test(word));
  const characters = all.filter(([word]) => word.length === 1);
  const words = all
    .filter(([word, { freq, tag }]) => word.length > 1 && !(NAMES.has(tag) && freq < NAME_FREQUENCY))
    .sort(([a, x], [b, y]) => y.freq - x.freq || (a < b ? -1 : 1));
  return [...characters, ...words.slice(0, SIZE)];
}

/** Words of the lexicons and of `extra.txt` with their tags. */
function ownWords(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { word, role } of lexiconWords(new URL('../', FOLDER)))
    found.set(word, full.get(word)?.tag ?? (role === 'term' ? 'nz' : 'l'));
  for (const line of readFileSync(new URL('extra.txt', FOLDER), 'utf8').split('\n')) {
    const [word, tag] = line.split(' ');
    if (word && tag && !word.startsWith('#')) found.set(word, tag);
  }
  return found;
}

/** Smallest frequency at which a word is not cut, from the best way to cut it. */
function together(word: string): number {
  const best: number[] = [0];
  for (let end = 1; end <= word.length; end++) {
    best[end] = Number.NEGATIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      if (end - start === word.length) continue;
      const freq = kept.get(word.slice(start, end))?.freq ?? (end - start === 1 ? 1 : 0);
      if (freq > 0) best[end] = Math.max(best[end] ?? 0, (best[start] ?? 0) + Math.log(freq / total));
    }
  }
  return Math.ceil(Math.exp(best[word.length] ?? 0) * total) + 1;
}

/** 0 … 99, the same for the same word always. */
function fingerprint(word: string): number {
  let hash = 7;
  for (const char of word) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return hash % SCALE;
}

function readDictionary(text: string): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const line of text.split('\n')) {
    const [word, freq, tag] = line.trim().split(' ');
    if (word && freq && tag) found.set(word, { freq: Number(freq), tag });
  }
  if (found.size < 300_000) throw new Error(`only ${found.size} words in nodejieba's dictionary`);
  return found;
}

function write(name: string, content: readonly string[]): void {
  writeFileSync(new URL(name, FOLDER), content.map((line) => `${line}\n`).join(''));
}
