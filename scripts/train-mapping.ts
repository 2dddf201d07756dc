/**
 * Trains mapping by content on `dictionaries/mapping/topics.yaml` and the corpus, and writes
 * `dictionaries/mapping/model.json`. Needs the compiled dictionaries: `npx tsx scripts/build-data.ts`.
 *
 *     npx tsx scripts/train-mapping.ts
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { FEATURES } from '../src/profiles/likeness.js';
import { loadCorpus } from '../tests/eval/gold.js';
import { openClassroom } from './mapping-lessons.js';
import { mappingTrainer } from './mapping-training.js';

const classroom = openClassroom();
const lessons = classroom.lessons(await loadCorpus(join(packageRoot(), 'corpus')));
const model = mappingTrainer(classroom.ground)(lessons);
const file = join(packageRoot(), 'dictionaries', 'mapping', 'model.json');
await writeFile(file, `${JSON.stringify(model)}\n`);
console.log(`${lessons.length} problems, ${model.topics.length} topics, ${model.features.length} words`);
for (const [i, name] of FEATURES.entries()) console.log(`${name}: ${model.weights[i]}`);
console.log(`not clear under ${model.threshold}`);
