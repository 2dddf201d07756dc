/** Answers like the real worker, and dies or is late where the task says so. */
process.once('message', (order) => {
  process.on('message', (task) => {
    if (task.includes('abort')) process.kill(process.pid, 'SIGKILL');
    if (task.includes('exit')) process.exit(0);
    const answer = () => {
      if (process.connected) process.send({ task, order, by: process.pid }, undefined, undefined, () => {});
    };
    // The later of two may be the first to be ready.
    if (task.includes('slow')) setTimeout(answer, 60);
    else answer();
  });
});
process.on('disconnect', () => process.exit());
