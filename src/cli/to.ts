import { DuizhaoError } from '../document/error.js';
import type { Format, Formats, Written } from './formats.js';
import { terminalWidth, wantsColor } from './process.js';
import type { CommonOptions } from './program.js';

/** Where a result goes, and how it is written. */
export interface Target<F extends Written = Format> {
  readonly name: string;
  readonly format: F;
  /** Absent: standard output. */
  readonly output: string | undefined;
}

/**
 * What is written where: `--format` names the format, else the ending of `--to` tells it.
 *
 * @throws DuizhaoError `bad-option`
 */
export function targetOf<F extends Written>(options: CommonOptions, formats: Formats<F>): Target<F> {
  const { to, output, format: asked, inPlace } = options;
  if (inPlace) return intoInputs(options, formats);
  if (to !== undefined && output !== undefined)
    throw new DuizhaoError('bad-option', '--to 和 --output 都是写入文件，只能用一个。');
  const name = asked ?? (to === undefined ? Object.keys(formats)[0] : byEnding(to, formats)) ?? '';
  const format = formats[name];
  if (!format) throw new DuizhaoError('bad-option', unknown(to ?? name, formats));
  const file = to ?? output;
  if (format.binary && file === undefined)
    throw new DuizhaoError(
      'bad-option',
      `${name} 不能显示在屏幕上，请用 --to 写入文件，如 --to 结果${format.endings[0] ?? ''}。`,
    );
  return { name, format, output: file };
}

function intoInputs<F extends Written>(
  { to, output, format: name }: CommonOptions,
  { docx }: Formats<F>,
): Target<F> {
  if (!docx || to !== undefined || output !== undefined || name !== undefined)
    throw new DuizhaoError(
      'bad-option',
      '--in-place 把批注写进原文件，不能和 --to、--output、--format 一起用。',
    );
  return { name: 'docx', format: docx, output: undefined };
}

/** How a report for people looks: colour as asked for, never in a file unasked. */
export const shownOn = (
  { color }: CommonOptions,
  output: string | undefined,
): { readonly paint: boolean; readonly width: number } => ({
  paint: color ?? (output === undefined && wantsColor()),
  width: terminalWidth(),
});

/** The longest ending wins: `.sarif.json` is no `.json`. */
function byEnding(file: string, formats: Formats<Written>): string | undefined {
  const name = file.toLowerCase();
  const length = ({ endings }: Written): number =>
    Math.max(0, ...endings.filter((ending) => name.endsWith(ending)).map((ending) => ending.length));
  const [best] = Object.entries(formats).sort(([, a], [, b]) => length(b) - length(a));
  return best && length(best[1]) > 0 ? best[0] : undefined;
}

function unknown(file: string, formats: Formats<Written>): string {
  const endings = Object.values(formats).flatMap(({ endings: [ending] }) => ending ?? []);
  return `--to ${file}：不知道该写成什么格式。文件名的结尾可以是 ${endings.join('、')}；用别的文件名时，请加 --format 指定格式。`;
}
