/** Answers like the real worker, and dies or is late where the name of the file says so. */
process.on('message', ({ file }) => {
  if (file.includes('abort')) process.kill(process.pid, 'SIGKILL');
  if (file.includes('exit')) process.exit(0);
  const answer = () => {
    if (process.connected)
      process.send(
        { file, error: { code: 'done', message: String(process.pid) } },
        undefined,
        undefined,
        () => {},
      );
  };
  // The later of two may be the first to be ready.
  if (file.includes('slow')) setTimeout(answer, 60);
  else answer();
});
process.on('disconnect', () => process.exit());
