/** Loaded before the program and each of its workers: writes down what the process used, into the file DUIZHAO_USAGE. */
const { appendFileSync, readFileSync } = require('node:fs');
const { basename } = require('node:path');

/** Linux counts the memory of the process that started it into `maxRSS`: its own peak stands elsewhere. */
const peak = () => {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
};

const worker = basename(process.argv[1] ?? '').startsWith('worker');
// The program ends its workers by a signal.
if (worker) process.on('SIGTERM', () => process.exit());

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const usage = {
    worker,
    processor: (user + system) / 1e6,
    peak: peak() / 1024,
  };
  appendFileSync(process.env.DUIZHAO_USAGE, `${JSON.stringify(usage)}\n`);
});
