/** The edge to the process: what the commands may do to it. */

export const { argv } = process;

/** Raises the exit code; a graver one is kept. */
export function exitCode(code: 0 | 1 | 2): void {
  if (code > Number(process.exitCode ?? 0)) process.exitCode = code;
}

export const stderr = (text: string): void => {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
};

/** A reader that closes the pipe early (`| head`) is no fault; a full disk is. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    stderr(`错误：结果写不出去（${error.code ?? error.message}）。`);
    exitCode(2);
  }
  process.exit();
});
process.stderr.on('error', () => {});

/** Columns of the terminal, or a width fit for a file. */
export const terminalWidth = (): number => Math.min(process.stdout.columns ?? 100, 120);

export const isTerminal = (): boolean => process.stdout.isTTY === true;

/** Whether the environment asks for or against colour (NO_COLOR, FORCE_COLOR), else whether a person looks on. */
export function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return isTerminal() && TERM !== 'dumb';
}
