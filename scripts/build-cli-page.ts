/**
 * Writes `docs/cli.md` from the program's own definition of its commands.
 *
 *     npm run build:docs
 */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { withAllOptions } from '../src/cli/chinese.js';
import { program } from '../src/cli/program.js';

/** The page as it should stand. */
export function cliPage(): string {
  const root = program();
  return [
    '# 命令行手册',
    '',
    '<!-- 由 npm run build:docs 生成，请勿手改。 -->',
    '',
    ...section(root, 'duizhao'),
    ...root.commands.flatMap((command) => ['', `## duizhao ${command.name()}`, '', ...section(command, '')]),
    '',
    '## 退出码',
    '',
    '| 退出码 | 含义 |',
    '| --- | --- |',
    '| 0 | 没有达到 `--fail-on` 级别（默认 error）的发现 |',
    '| 1 | 有达到这个级别的发现，或警告多于 `--max-warnings` |',
    '| 2 | 命令没能完成：文件读不了、选项或配置有误；一批文件中有一个读不了，其余照常检查，退出码也是 2 |',
    '',
  ].join('\n');
}

function section(command: Command, name: string): readonly string[] {
  const help = name === '' ? command : program();
  let text = '';
  help.configureOutput({ writeOut: (piece) => (text += piece), getOutHelpWidth: () => 100 });
  withAllOptions(help).outputHelp();
  return ['```', ...text.trim().split('\n'), '```'];
}

if (process.argv[1]?.endsWith('build-cli-page.ts')) await writeFile('docs/cli.md', cliPage());
