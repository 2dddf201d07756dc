/** A process that does the jobs it is sent, one at a time; see `pool.ts`. */
import './start.js';
import { portable } from '../report/outcome.js';
import { type Job, openAnalyzers, perform } from './job.js';

const analyzers = openAnalyzers();

process.on('message', async (job: Job) => {
  const outcome = portable(await perform(job, analyzers));
  // The parent may have gone meanwhile: then nobody waits for the answer.
  if (process.connected) process.send?.(outcome, undefined, undefined, () => {});
});
// Whoever interrupts the program ends it through the parent, which waits for what is under way.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
