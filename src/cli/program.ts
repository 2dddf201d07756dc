import { existsSync } from 'node:fs';
import { type AddHelpTextContext, Argument, Command, InvalidArgumentError, Option } from 'commander';
import { nearest } from '../dictionaries/nearest.js';
import { DuizhaoError } from '../document/error.js';
import { FURTHER, inChinese } from './chinese.js';
import { COMPARE_FORMATS } from './compare-formats.js';
import type { Shell } from './completion.js';
import { explainError } from './errors.js';
import { CHECK_FORMATS, EXTRACT_FORMATS, type Formats, type Written } from './formats.js';
import { exitCode } from './process.js';
import { version } from './version.js';

/** Options of commands that write a result, as commander hands them over. */
export interface OutputOptions {
  readonly output?: string | undefined;
  readonly force?: boolean;
}

/** Options that `check` and `extract` share. */
export interface CommonOptions extends OutputOptions {
  /** A file whose ending tells the format. */
  readonly to?: string;
  readonly profile?: string;
  readonly kind?: string;
  readonly map?: string;
  readonly format?: string;
  readonly config?: string;
  readonly encoding?: string;
  /** Which side of tracked changes is read. */
  readonly revisions?: string;
  /** Writes comments into the documents themselves. */
  readonly inPlace?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly explain?: boolean;
  readonly includeText?: boolean;
  readonly all?: boolean;
  readonly redact?: boolean;
  readonly jobs?: number;
  readonly debug?: boolean;
}

export interface CheckOptions extends CommonOptions {
  readonly rule: readonly string[];
  readonly failOn: string;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly reason?: string;
  readonly watch?: boolean;
  readonly failFast?: boolean;
  readonly previous: readonly string[];
}

/** The command line. A command's own code is loaded when the command runs. */
export function program(): Command {
  const root = new Command('duizhao')
    .description('读懂对照检查材料：查缺项、空话和假事例，提取问题、原因、措施。全程离线。')
    .option('-v, --version', '显示版本和正在使用的分词引擎')
    .helpCommand(`${HELP} [命令]`, '显示一个命令的帮助')
    .addHelpText('before', refuseUnknown)
    .addHelpText(
      'after',
      examples(
        'duizhao check 发言材料.txt',
        'duizhao extract *.txt --to 台账.xlsx      把多份材料汇成整改台账',
      ),
    )
    .action(async (options: { readonly version?: boolean }, command: Command) => {
      const [unknown] = command.args;
      if (unknown !== undefined) throw noCommand(unknown, command);
      if (options.version) process.stdout.write(await version());
      else {
        command.outputHelp({ error: true });
        exitCode(2);
      }
    });

  further(
    everyday(root.command('check'), '检查草稿，列出缺项、空话、没有事例等问题', CHECK_FORMATS)
      .option('--rule <规则=级别>', '规则的级别：off、info、warning、error；可多次使用', collect, [])
      .addOption(
        new Option('--fail-on <级别>', '达到此级别则退出码为 1')
          .choices(['info', 'warning', 'error'])
          .default('error'),
      )
      .option('--previous <文件>', '同一人或单位的往年材料，查照搬和年年提；可多次使用', collect, []),
  )
    .option('--max-warnings <数>', '警告多于此数时退出码为 1', wholeNumber)
    .option('--baseline <文件>', '只提示基线里没有的发现')
    .option('--write-baseline <文件>', '把现有的发现都记入基线，要同时给出 --reason')
    .option('--reason <理由>', '记入基线的理由')
    .option('--fail-fast', '遇到第一份有问题或读不了的就停')
    .option('--in-place', '把批注写进原来的 .docx 文件')
    .option('--watch', '文件一变就重新检查')
    .addHelpText(
      'after',
      examples(
        'duizhao check 发言材料.docx --to 批注.docx    另存一份，写上批注',
        'duizhao check 今年.txt --previous 去年.txt    查有没有照搬',
        'duizhao check 材料/ --format json             检查一个文件夹',
      ),
    )
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { runCheck } = await import('./check.js');
      const run = (): Promise<void> => runCheck(files, options);
      if (!options.watch) return run();
      const { runWatching } = await import('./watch.js');
      const outputs = [options.output, options.to, options.writeBaseline].filter(
        (path) => path !== undefined,
      );
      return runWatching(files, outputs, run, (error) => explainError(error, options.debug ?? false));
    });

  further(everyday(root.command('extract'), '读出问题及其事例、原因、措施', EXTRACT_FORMATS))
    .addHelpText(
      'after',
      examples(
        'duizhao extract 发言材料.txt',
        'duizhao extract *.txt --to 台账.xlsx     把多份材料汇成整改台账',
        'duizhao extract 发言材料.txt --explain   看看依据什么判断',
      ),
    )
    .action(async (files: readonly string[], options: CommonOptions) => {
      const { runExtract } = await import('./extract.js');
      await runExtract(files, options);
    });

  output(
    root
      .command('compare')
      .description('逐年对照：上一年的问题和承诺后来怎样，哪些是照搬的')
      .argument('<文件...>', '两份以上不同年度的材料，按年度自动排序')
      .option('--to <文件>', '写入文件，格式看文件名的结尾')
      .addOption(format(COMPARE_FORMATS))
      .option('-q, --quiet', '只输出小结')
      .option('--all', '不缩略，全部列出')
      .option('--redact', REDACT)
      .optionsGroup(FURTHER)
      .addOption(kindOption())
      .addOption(mapOption()),
  )
    .option('--config <文件>', CONFIG)
    .addOption(encoding())
    .option('--color', '总是使用颜色')
    .option('--no-color', '不使用颜色')
    .option('--explain', 'JSON 中附上联系的依据')
    .option('--include-text', 'JSON 中附上全文')
    .addHelpText(
      'after',
      examples(
        'duizhao compare 2023.txt 2024.txt',
        'duizhao compare 历年材料/*.docx --to 对照.html   写成网页',
      ),
    )
    .action(async (files: readonly string[], options: CommonOptions) => {
      const { runCompare } = await import('./compare.js');
      await runCompare(files, options);
    });

  output(root.command('segment'))
    .description('分词：每行一句，词后标词性')
    .argument('<文件>', '文件，或 -（标准输入）')
    .option('--config <文件>', CONFIG)
    .addOption(encoding())
    .addHelpText(
      'after',
      examples('duizhao segment 发言材料.txt', 'echo 理论学习不够深入。 | duizhao segment -'),
    )
    .action(async (file: string, options: CommonOptions) => {
      const { runSegment } = await import('./segment.js');
      await runSegment(file, options);
    });

  root
    .command('init')
    .description('在当前文件夹写一份带说明的配置文件 duizhao.yaml')
    .addHelpText('after', examples('duizhao init'))
    .action(async () => {
      const { runInit } = await import('./init.js');
      await runInit();
    });

  root
    .command('profiles')
    .description('列出各年度的维度；给出编号则显示一个年度的全部内容')
    .argument('[编号]', '如 2024')
    .option('--config <文件>', CONFIG)
    .addHelpText('after', examples('duizhao profiles', 'duizhao profiles 2024'))
    .action(async (id: string | undefined, options: CommonOptions) => {
      const { runProfiles } = await import('./profiles.js');
      await runProfiles(id, options);
    });

  root
    .command('rules')
    .description('列出全部规则；给出编号则显示理由和正反例')
    .argument('[编号]', '如 missing-example')
    .addHelpText('after', examples('duizhao rules', 'duizhao rules missing-example'))
    .action(async (id: string | undefined) => {
      const { runRules } = await import('./rules.js');
      await runRules(id);
    });

  root
    .command('doctor')
    .description('查看运行环境是否齐备，并试查一遍例文')
    .option('--config <文件>', CONFIG)
    .addHelpText('after', examples('duizhao doctor', 'duizhao doctor --config duizhao.yaml'))
    .action(async (options: CommonOptions) => {
      const { runDoctor } = await import('./doctor.js');
      await runDoctor(options);
    });

  root
    .command('completion')
    .description('输出命令行补全脚本')
    .addArgument(new Argument('<shell>', '终端所用的 shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      examples(
        'duizhao completion bash >> ~/.bashrc',
        'duizhao completion zsh >> ~/.zshrc',
        'duizhao completion fish > ~/.config/fish/completions/duizhao.fish',
      ),
    )
    .action(async (shell: Shell) => {
      const { completion } = await import('./completion.js');
      process.stdout.write(completion(root, shell));
    });

  // What is no command is told of by the program's own action. Set last: commands inherit settings.
  root.allowExcessArguments(true).allowUnknownOption(true);
  for (const command of [root, ...root.commands])
    inChinese(command.addOption(new Option('--debug', '程序出错时显示详细位置').hideHelp(command === root)));
  return root;
}

const examples = (...lines: readonly string[]): string =>
  ['', '例：', ...lines.map((line) => `  ${line}`)].join('\n');

const CONFIG = '配置文件（默认从材料所在文件夹向上找 duizhao.yaml）';
const REDACT = '遮住材料里的字句，便于把报告交给他人';

/** Options of `check` and `extract` that `--help` shows. */
const everyday = (command: Command, description: string, formats: Formats<Written>): Command =>
  command
    .description(description)
    .argument('<文件...>', '文件、文件夹、通配符，或 -（标准输入）')
    .option('--to <文件>', '写入文件，格式看文件名的结尾')
    .addOption(format(formats))
    .option('--profile <编号>', '按哪一年度的维度（默认自动识别；duizhao profiles 查看）')
    .option('-q, --quiet', '只输出结果，每条一行')
    .option('--explain', '列出判断的依据');

/** The others that they share. */
const further = (command: Command): Command =>
  output(command.optionsGroup(FURTHER).addOption(kindOption()).addOption(mapOption()))
    .option('--config <文件>', CONFIG)
    .addOption(encoding())
    .addOption(
      new Option('--revisions <版本>', 'Word 修订：accepted 按接受修订后读，original 读修订前').choices([
        'accepted',
        'original',
      ]),
    )
    .option('--color', '总是使用颜色')
    .option('--no-color', '不使用颜色')
    .option('--include-text', 'JSON 中附上全文')
    .option('--all', '不缩略，全部列出')
    .option('--redact', REDACT)
    .option('--jobs <数>', '同时用几个进程（默认按文件多少决定）', positiveNumber);

const kindOption = (): Option =>
  new Option('--kind <类型>', '个人、班子或支部材料，默认自动识别').choices(['individual', 'team', 'branch']);

const mapOption = (): Option =>
  new Option('--map <方式>', '问题归入维度的方式：auto 先看标题，content 只看内容').choices([
    'auto',
    'content',
  ]);

const output = (command: Command): Command =>
  command.option('--output <文件>', '写入文件，而不是显示出来').option('--force', '允许覆盖已有文件');

const format = (formats: Formats<Written>): Option =>
  new Option('--format <格式>', '格式').choices(Object.keys(formats));

const encoding = (): Option =>
  new Option('--encoding <编码>', '编码，默认自动识别').choices([
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

function positiveNumber(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('应为 1 到 99 的整数。');
  return Number(value);
}

/** Commander answers `help` for a command that is none with the help of the program, as an error. */
function refuseUnknown({ error, command }: AddHelpTextContext): string {
  const [help, name] = command.args;
  if (error && help === HELP && name !== undefined && name !== HELP) throw noCommand(name, command);
  return '';
}

const HELP = 'help';

/** Neither a command nor an option of the program itself: says what was probably meant. */
function noCommand(name: string, command: Command): DuizhaoError {
  const option = name.startsWith('-');
  const known = option
    ? command.options.map(({ long }) => long ?? '').filter((long) => long !== '')
    : [...command.commands.map((entry) => entry.name()), HELP];
  const guess = nearest(name, known);
  const advice =
    !option && existsSync(name)
      ? `要检查这个文件，用 duizhao check ${name}。`
      : `${guess === undefined ? '' : `是不是“${guess}”？`}用 duizhao --help 查看用法。`;
  return new DuizhaoError('bad-option', `没有“${name}”这个${option ? '选项' : '命令'}。${advice}`);
}
