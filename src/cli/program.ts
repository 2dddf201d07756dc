import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import { exitCode } from './process.js';
import { version } from './version.js';

/** Options that `check` and `extract` share, as commander hands them over. */
export interface CommonOptions {
  readonly profile?: string;
  readonly kind?: string;
  readonly map?: string;
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly config?: string;
  readonly encoding?: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly explain?: boolean;
  readonly includeText?: boolean;
  readonly all?: boolean;
}

export interface CheckOptions extends CommonOptions {
  readonly rule: readonly string[];
  readonly failOn: string;
  readonly maxWarnings?: number;
}

/** The command line. A command's own code is loaded when the command runs. */
export function program(): Command {
  const root = new Command('duizhao')
    .description('读懂对照检查材料：查缺项、空话和假事例，提取问题、原因、措施。全程离线。')
    .option('-v, --version', '显示版本和正在使用的分词引擎')
    .option('--debug', '出错时显示详细位置')
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      `
例：
  duizhao check 发言材料.txt              检查一份草稿
  duizhao check 材料/ --format json       检查一个文件夹，输出 JSON
  duizhao extract 发言材料.txt            读出问题、事例、原因、措施
  duizhao extract *.txt --format csv --output 台账.csv`,
    )
    .action(async (options: { readonly version?: boolean }, command: Command) => {
      if (options.version) process.stdout.write(await version());
      else command.help();
    });

  common(root.command('check').argument('<文件...>', FILES), '检查草稿，列出缺项、空话、没有事例等问题')
    .addOption(
      new Option('--format <格式>', '输出格式').choices(['terminal', 'json', 'jsonl']).default('terminal'),
    )
    .option('--rule <规则=级别>', '设置一条规则的级别：off、info、warning、error；可多次使用', collect, [])
    .addOption(
      new Option('--fail-on <级别>', '有此级别及以上的发现时退出码为 1')
        .choices(['info', 'warning', 'error'])
        .default('error'),
    )
    .option('--max-warnings <数>', '提醒多于此数时退出码为 1', wholeNumber)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { runCheck } = await import('./check.js');
      await runCheck(files, options);
    });

  common(root.command('extract').argument('<文件...>', FILES), '读出问题及其事例、原因、措施')
    .addOption(
      new Option('--format <格式>', '输出格式')
        .choices(['terminal', 'json', 'jsonl', 'csv', 'markdown'])
        .default('terminal'),
    )
    .action(async (files: readonly string[], options: CommonOptions) => {
      const { runExtract } = await import('./extract.js');
      await runExtract(files, options);
    });

  root
    .command('segment')
    .description('分词：每行一句，词后标词性')
    .argument('<文件>', FILES)
    .addOption(encoding())
    .action(async (file: string, options: CommonOptions) => {
      const { runSegment } = await import('./segment.js');
      await runSegment(file, options);
    });

  root
    .command('profiles')
    .description('列出各年度的维度；给出编号则显示一个年度的全部内容')
    .argument('[编号]', '如 2024')
    .option('--config <文件>', '配置文件')
    .action(async (id: string | undefined, options: CommonOptions) => {
      const { runProfiles } = await import('./profiles.js');
      await runProfiles(id, options);
    });

  root
    .command('rules')
    .description('列出全部规则；给出编号则显示理由和正反例')
    .argument('[编号]', '如 missing-example')
    .action(async (id: string | undefined) => {
      const { runRules } = await import('./rules.js');
      await runRules(id);
    });

  for (const command of [root, ...root.commands]) inChinese(command);
  return root;
}

const FILES = '文件、文件夹、通配符，或 -（标准输入）';

function common(command: Command, description: string): Command {
  return command
    .description(description)
    .option('--profile <编号>', '按哪一年度的维度（默认自动识别；duizhao profiles 查看）')
    .addOption(
      new Option('--kind <类型>', '个人、班子或支部（默认自动识别）').choices([
        'individual',
        'team',
        'branch',
      ]),
    )
    .addOption(
      new Option('--map <方式>', '问题归入维度的方式：按标题，或只按内容')
        .choices(['auto', 'content'])
        .default('auto'),
    )
    .option('--output <文件>', '写入文件，而不是显示出来')
    .option('--force', '允许 --output 覆盖已有文件')
    .option('--config <文件>', '配置文件（默认从当前文件夹向上找 duizhao.yaml）')
    .addOption(encoding())
    .option('-q, --quiet', '只输出结果，每条一行')
    .option('--color', '总是使用颜色')
    .option('--no-color', '不使用颜色')
    .option('--explain', '列出判断的依据')
    .option('--include-text', 'JSON 中附上全文')
    .option('--all', '不缩略，全部列出');
}

const encoding = (): Option =>
  new Option('--encoding <编码>', '文件编码（默认自动识别）').choices([
    'utf-8',
    'utf-16le',
    'utf-16be',
    'gb18030',
    'big5',
  ]);

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('应为不小于 0 的整数。');
  return Number(value);
}

/** Commander speaks English; its users here do not. */
function inChinese(command: Command): void {
  command
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .configureHelp({ helpWidth: 100, styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(translate(text)) })
    .exitOverride((error: CommanderError) => {
      if (error.exitCode === 0) return;
      exitCode(2);
      throw error;
    });
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
};

const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/m, '错误：没有“$1”这个命令。'],
  [/^error: unknown option '(.*)'/m, '错误：没有“$1”这个选项。'],
  [/^error: missing required argument '(.*)'/m, '错误：缺少参数“$1”。'],
  [/^error: option '(.*)' argument missing/m, '错误：选项“$1”后面缺少内容。'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./m,
    '错误：选项“$1”不能是“$2”，可用 $3。',
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /m, '错误：选项“$1”不能是“$2”，'],
  [/^error: too many arguments.*$/m, '错误：参数太多。'],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '是不是“$1”？'],
  [/^error: /m, '错误：'],
];

const translate = (text: string): string =>
  `${MESSAGES.reduce((said, [pattern, chinese]) => said.replace(pattern, chinese), text).trimEnd()}\n用 duizhao --help 查看用法。\n`;
