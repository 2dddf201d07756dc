import { spawnSync } from 'node:child_process';

/** Linux counts the memory of the process that started it into `maxRSS`: its own peak stands elsewhere. */
const REPORT = `
  import { readFileSync } from 'node:fs';
  const own = () => {
    try {
      return /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
    } catch {
      return process.resourceUsage().maxRSS;
    }
  };
  process.on('exit', () => process.stderr.write('\\nPEAK ' + own()));
  await import(process.argv[1]);
`;

/** Peak memory of a whole `duizhao check FILES`, in MB. */
export function peakMemory(cli: string, files: readonly string[]): number {
  const args = ['--input-type=module', '-e', REPORT, cli, 'check', ...files, '--quiet', '--jobs', '1'];
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = /PEAK (\d+)/.exec(stderr)?.[1];
  if (found === undefined) throw new Error(`no figure for memory\n${stderr}`);
  return Number(found) / 1024;
}
