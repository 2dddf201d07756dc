import { fulfil, type Task } from '../batch/deliver.js';
import { openAnalyzers } from '../batch/job.js';
import { type Order, openDesk } from './formats.js';

/** Is sent a report as it is asked for, then documents, and answers with what becomes of each, one after the other. */
export function work(): void {
  const analyzers = openAnalyzers();
  process.once('message', (order: Order) => {
    const desk = openDesk(order);
    let done: Promise<void> = Promise.resolve();
    const next = async (task: Task): Promise<void> => {
      await done;
      const delivery = await fulfil(task, analyzers, await desk);
      // The parent may have gone meanwhile: then nobody waits for the answer.
      if (process.connected) process.send?.(delivery, undefined, undefined, () => {});
    };
    process.on('message', (task: Task) => {
      done = next(task);
    });
  });
  // Whoever interrupts the program ends it through the parent, which waits for what is under way.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
}
