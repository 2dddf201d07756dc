/** Answers like the real worker, one task after the other, and dies or is late where the task says so. */
process.once('message', (order) => {
  let done = Promise.resolve();
  const next = async (task) => {
    await done;
    if (task.includes('abort')) process.kill(process.pid, 'SIGKILL');
    if (task.includes('exit')) process.exit(0);
    // The later of two workers may be the first to be ready.
    if (task.includes('slow')) await new Promise((ready) => setTimeout(ready, 60));
    if (process.connected) process.send({ task, order, by: process.pid }, undefined, undefined, () => {});
  };
  process.on('message', (task) => {
    done = next(task);
  });
});
process.on('disconnect', () => process.exit());
