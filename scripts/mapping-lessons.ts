import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { builtinDictionaries } from '../src/dictionaries/builtin.js';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { type Profile, themes } from '../src/dictionaries/schema.js';
import { makeTables } from '../src/document/tables.js';
import { createSegmenter } from '../src/language/segmenter.js';
import { phrasesOf } from '../src/pairing/tools.js';
import type { MappedText } from '../src/profiles/likeness.js';
import { contentExamples } from '../tests/eval/content-mapping.js';
import type { CorpusDocument } from '../tests/eval/gold.js';
import type { Ground, Lesson } from './mapping-training.js';

/** Turns the corpus into what mapping by content learns from. */
export interface Classroom {
  readonly ground: Ground;
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Title and body as the program reads them: simplified characters. */
  read(text: { readonly title: string; readonly body: string }): MappedText;
  lessons(corpus: readonly CorpusDocument[]): readonly Lesson[];
}

/** @throws Error when `topics.yaml` does not fit its schema, or the dictionaries have not been built */
export function openClassroom(): Classroom {
  const root = join(packageRoot(), 'dictionaries');
  const file = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
  const dictionaries = builtinDictionaries();
  const { profiles: all, categories } = dictionaries;
  const profiles = new Map(all.map((profile) => [profile.id, profile]));
  const { simplifiedUnits } = makeTables({
    traditional: file('characters', 'traditional.txt'),
    variants: file('characters', 'variants.txt'),
    categories,
  });
  const segmenter = createSegmenter();
  const words = (text: string): readonly string[] => segmenter.words(text);
  const simplify = (text: string): string => {
    let unified = '';
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      unified += String.fromCharCode(simplifiedUnits[unit] ?? unit);
    }
    return unified;
  };
  const read: Classroom['read'] = ({ title, body }) => ({
    title: simplify(title),
    body: simplify(body),
  });
  return {
    ground: {
      topics: topicsFile.parse(parse(file('mapping', 'topics.yaml'))).topics,
      stopWords: phrasesOf(dictionaries, 'link-stop'),
      words,
    },
    profiles,
    read,
    lessons: (corpus) =>
      corpus.flatMap((document) =>
        contentExamples(document).flatMap(({ text, dimension: id }) => {
          const profile = profiles.get(text.profile);
          const dimension = profile?.dimensions.findIndex(({ ordinal }) => id === `${profile.id}/${ordinal}`);
          if (!profile || dimension === undefined || dimension < 0) return [];
          const unseen = document.gold.split === 'held';
          return [{ document: document.name, text: read(text), profile, dimension, unseen }];
        }),
      ),
  };
}

const topicsFile = z.strictObject({
  source: z.string(),
  topics: z.array(
    z.strictObject({
      name: z.string().min(1),
      theme: z.enum(themes),
      words: z.array(z.string().min(2)).min(1),
    }),
  ),
});
