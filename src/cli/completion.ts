import type { Command, Option } from 'commander';

/** Shells for which a script can be printed. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What may be typed behind the program's name, taken from its own definition. */
interface Typed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
}

/** A script by which a shell completes commands, options and their values; files otherwise. */
export function completion(root: Command, shell: Shell): string {
  const commands = root.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: command.options.filter(({ hidden }) => !hidden),
  }));
  if (shell === 'fish') return fish(commands);
  const script = bash(commands);
  return shell === 'bash'
    ? script
    : `#compdef duizhao\nautoload -U +X bashcompinit && bashcompinit\n${script}`;
}

function bash(commands: readonly Typed[]): string {
  const cases = commands.map(({ name, options }) => {
    const values = options.flatMap(({ long, argChoices }) =>
      long && argChoices ? [`      ${long}) words="${argChoices.join(' ')}" ;;`] : [],
    );
    return [
      `    ${name})`,
      ...(values.length > 0 ? ['      case "$before" in', ...values, '      esac'] : []),
      `      [ -z "$words" ] && case "$word" in -*) words="${longs(options).join(' ')}" ;; esac ;;`,
    ].join('\n');
  });
  return `_duizhao() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _duizhao duizhao
`;
}

function fish(commands: readonly Typed[]): string {
  const lines = commands.flatMap(({ name, description, options }) => [
    `complete -c duizhao -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
    ...options.flatMap(({ long, description: what, argChoices, required }) =>
      long
        ? [
            [
              `complete -c duizhao -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}`,
              ...(argChoices ? [`-x -a ${quoted(argChoices.join(' '))}`] : required ? ['-r'] : []),
              `-d ${quoted(what)}`,
            ].join(' '),
          ]
        : [],
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

const longs = (options: readonly Option[]): readonly string[] =>
  options.flatMap(({ long }) => (long ? [long] : []));

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
