import { type Argument, type Command, type CommanderError, Help, type Option } from 'commander';
import { widthOf, wrap } from '../report/width.js';
import { exitCode } from './process.js';

/** Heading of the options that only `--help-all` shows, lest `--help` outgrow a screen. */
export const FURTHER = '其余选项：';

/** Commander speaks English; its users here do not. Help and messages of one command in Chinese. */
export function inChinese(command: Command): void {
  const manyOptions = command.options.some(isFurther);
  command.optionsGroup('Options:');
  if (manyOptions)
    command
      .option('--help-all', '显示全部选项，内容同 docs/cli.md')
      .on('option:help-all', () => withAllOptions(command).help());
  command
    .helpOption('-h, --help', manyOptions ? '显示常用选项' : '显示帮助')
    .configureHelp({
      displayWidth: widthOf,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      styleTitle: (title) => TITLES[title] ?? title,
      commandUsage: (shown) => named(new Help().commandUsage(shown)),
      subcommandTerm: (shown) => named(new Help().subcommandTerm(shown)),
      visibleOptions: (shown) => allOptions(shown).filter((option) => !isFurther(option)),
      optionDescription,
      argumentDescription,
    })
    .configureOutput({ outputError: (text, write) => write(translate(text)) })
    .exitOverride((error: CommanderError) => {
      if (error.exitCode === 0) return;
      exitCode(2);
      throw error;
    });
}

/** From now on the help of the command shows every option. */
export const withAllOptions = (command: Command): Command =>
  command.configureHelp({ ...command.configureHelp(), visibleOptions: allOptions });

const allOptions = (command: Command): Option[] => new Help().visibleOptions(command);

const isFurther = ({ helpGroupHeading }: Option): boolean => helpGroupHeading === FURTHER;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
};

const named = (usage: string): string => usage.replace('[options]', '[选项]').replace('[command]', '<命令>');

function optionDescription({ description, argChoices, defaultValue }: Option): string {
  const said = [
    ...(argChoices ? [argChoices.join('/')] : []),
    ...(typeof defaultValue === 'string' ? [`默认 ${defaultValue}`] : []),
  ];
  return said.length > 0 ? `${description}（${said.join('；')}）` : description;
}

const argumentDescription = ({ description, argChoices }: Argument): string =>
  argChoices ? `${description}（${argChoices.join('/')}）` : description;

type Message = readonly [pattern: RegExp, chinese: string | ((...found: readonly string[]) => string)];

const MESSAGES: readonly Message[] = [
  [/^error: unknown option '(.*)'/m, '错误：没有“$1”这个选项。'],
  [/^error: missing required argument '(.*)'/m, '错误：缺少参数“$1”。'],
  [/^error: option '(.*)' argument missing/m, '错误：选项“$1”后面缺少内容。'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./m,
    (_, option, given, choices = '') =>
      `错误：选项“${option}”不能是“${given}”，可用的有 ${choices.replaceAll(', ', '、')}。`,
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./m,
    (_, given, argument, choices = '') =>
      `错误：参数“${argument}”不能是“${given}”，可用的有 ${choices.replaceAll(', ', '、')}。`,
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /m, '错误：选项“$1”不能是“$2”，'],
  [/^error: too many arguments.*$/m, '错误：参数太多。'],
  [/\n?\(Did you mean (?:one of )?(.*)\?\)/, '是不是“$1”？'],
  [/^error: /m, '错误：'],
];

const translate = (text: string): string =>
  `${MESSAGES.reduce(apply, text).trimEnd()}\n用 duizhao --help 或 duizhao 命令 --help 查看用法。\n`;

const apply = (said: string, [pattern, chinese]: Message): string =>
  typeof chinese === 'string' ? said.replace(pattern, chinese) : said.replace(pattern, chinese);
