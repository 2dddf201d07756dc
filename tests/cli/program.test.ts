import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliPage } from '../../scripts/build-cli-page.js';
import { program } from '../../src/cli/program.js';
import { widthOf } from '../../src/report/width.js';

/** A usual terminal, less the line of the prompt. */
const COLUMNS = 80;
const LINES = 23;

const root = program();

describe.each([root, ...root.commands].map((command) => [command.name(), command] as const))(
  'help of %s',
  (_, command) => {
    let help = '';
    command.configureOutput({ writeOut: (piece) => (help += piece), getOutHelpWidth: () => COLUMNS });
    command.outputHelp();
    const lines = help.trimEnd().split('\n');

    it('fits a screen', () => {
      expect(lines.length).toBeLessThanOrEqual(LINES);
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(COLUMNS);
    });

    it('gives one to three examples', () => {
      const examples = lines.slice(lines.indexOf('例：') + 1);
      expect(lines).toContain('例：');
      expect(examples.length).toBeGreaterThanOrEqual(1);
      expect(examples.length).toBeLessThanOrEqual(3);
      for (const example of examples) expect(example).toContain('duizhao');
    });

    it('of options leaves out only what --help-all shows', () => {
      const left = command.options.filter(
        ({ long, hidden }) => long && !hidden && !help.includes(`${long} `),
      );
      expect(left.length > 0).toBe(help.includes('--help-all'));
    });
  },
);

describe('all options', () => {
  const section = (name: string): string =>
    cliPage()
      .split('\n## ')
      .find((part) => part.startsWith(name)) ?? '';
  const flagsAndWords = root.commands.flatMap((command) =>
    command.options.map(
      ({ flags, description }) => [`duizhao ${command.name()}`, flags, description] as const,
    ),
  );

  it.each(flagsAndWords)('of %s, among them %s, stand in docs/cli.md', (name, flags, description) => {
    const words = section(name).replace(/\s/g, '');
    expect(words).toContain(flags.replace(/\s/g, ''));
    expect(words).toContain(description.replace(/\s/g, ''));
  });

  it('are shown by --help-all without a file', () => {
    const { status, stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--help-all'], {
      encoding: 'utf8',
    });
    expect(stdout).toContain('其余选项：');
    expect(stdout).toContain('--write-baseline <文件>');
    expect(status).toBe(0);
  });
});
