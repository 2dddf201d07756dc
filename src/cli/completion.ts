import { type Command, Help, type Option } from 'commander';
import { LEVELS } from '../check/levels.js';
import { builtinDictionaries } from '../dictionaries/builtin.js';
import { rules } from '../rules/index.js';

/** Shells for which a script can be printed. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What may be typed behind the program's name, taken from its own definition. */
interface Typed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly TypedOption[];
  /** Words for its argument; none where it takes files. */
  readonly words: readonly string[];
}

interface TypedOption {
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** Words for its value; none where it takes a file or a number. Those that end with `=` are not whole yet. */
  readonly words: readonly string[];
}

/** A script by which a shell completes commands, options and their values; files otherwise. */
export function completion(root: Command, shell: Shell): string {
  const helper = new Help();
  const commands = helper.visibleCommands(root);
  const ruleIds = rules.map(({ id }) => id);
  const profileIds = builtinDictionaries().profiles.map(({ id }) => id);
  const ofArguments: Readonly<Record<string, readonly string[]>> = {
    completion: SHELLS,
    help: root.commands.map((command) => command.name()),
    profiles: profileIds,
    rules: ruleIds,
  };
  const ofOptions: Readonly<Record<string, readonly string[]>> = {
    '--profile': profileIds,
    '--rule': ruleIds.map((id) => `${id}=`),
  };
  const optionOf = ({ long, description, required, argChoices }: Option): readonly TypedOption[] =>
    long ? [{ long, description, takesValue: required, words: argChoices ?? ofOptions[long] ?? [] }] : [];
  return WRITERS[shell](
    commands.map((command) => ({
      name: command.name(),
      description: command.description(),
      options: helper.visibleOptions(command).flatMap(optionOf),
      words: ofArguments[command.name()] ?? [],
    })),
  );
}

/** Files are left to the shell (`-o default`): it knows how to quote blanks and to read what is quoted already. */
const bash = (commands: readonly Typed[]): string => `_duizhao() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before given="" at=$((COMP_CWORD - 1))
  # To bash a sign = is a word of its own.
  if [ "$word" = "=" ]; then word="" at=$COMP_CWORD; fi
  before="\${COMP_WORDS[at]}"
  if [ "$before" = "=" ]; then
    before="\${COMP_WORDS[at-1]}"
    case "$before" in -*) ;; *) before="\${COMP_WORDS[at-2]}=" ;; esac
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    given="${firstWords(commands)}"
  else
${choose('COMP_WORDS[1]', commands)}
  fi
  COMPREPLY=($(compgen -W "$given" -- "$word"))
  case "$given" in *=) compopt -o nospace 2>/dev/null ;; esac
}
complete -o default -F _duizhao duizhao
`;

const zsh = (commands: readonly Typed[]): string => `_duizhao() {
  local word="\${words[CURRENT]}" before="\${words[CURRENT-1]}" given=""
  if [[ "$word" == --*=* ]]; then
    compset -P '*='
    before="\${word%%=*}" word=""
  elif [[ "$before" == --rule && "$word" == *=* ]]; then
    compset -P '*='
    before="--rule=" word=""
  fi
  if (( CURRENT == 2 )); then
    given="${firstWords(commands)}"
  else
${choose('words[2]', commands)}
  fi
  if [[ -z "$given" ]]; then _files
  elif [[ "$given" == *= ]]; then compadd -S '' -- \${=given}
  else compadd -- \${=given}; fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
compdef _duizhao duizhao
`;

const firstWords = (commands: readonly Typed[]): string =>
  [...commands.map(({ name }) => name), '--help', '--version'].join(' ');

/** Sets `given` by the command, the word before and the one begun; bash and zsh read it alike. */
function choose(command: string, commands: readonly Typed[]): string {
  const cases = commands.flatMap(({ name, options, words }) => [
    `    ${name})`,
    '      case "$word" in',
    `        -*) given="${options.map(({ long }) => long).join(' ')}" ;;`,
    '        *)',
    '          case "$before" in',
    ...given(name, words),
    ...options.flatMap((option) => given(option.long, option.words)),
    ...options.flatMap(({ long }) => (long === '--rule' ? given('--rule=', LEVELS) : [])),
    '          esac ;;',
    '      esac ;;',
  ]);
  return [`    case "\${${command}}" in`, ...cases, '    esac'].join('\n');
}

const given = (before: string, words: readonly string[]): readonly string[] =>
  words.length > 0 ? [`            ${before}) given="${words.join(' ')}" ;;`] : [];

function fish(commands: readonly Typed[]): string {
  const lines = commands.flatMap(({ name, description, options, words }) => {
    const within = `complete -c duizhao -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c duizhao -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
      ...(words.length > 0 ? [`${within} -f -a ${quoted(words.join(' '))}`] : []),
      ...options.map(({ long, description: what, takesValue, words: values }) =>
        [
          `${within} -l ${long.slice(2)}`,
          ...(values.length > 0 ? [`-x -a ${quoted(values.join(' '))}`] : takesValue ? ['-r'] : []),
          `-d ${quoted(what)}`,
        ].join(' '),
      ),
    ];
  });
  return `${lines.join('\n')}\n`;
}

const WRITERS: Readonly<Record<Shell, (commands: readonly Typed[]) => string>> = { bash, zsh, fish };

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
