import { CommanderError } from 'commander';
import { DuizhaoError } from '../document/error.js';

/**
 * What a person is told when a command could not do its work: what is wrong and what to do, in Chinese; the stack
 * only with `--debug`.
 */
export function explainError(error: unknown, debug: boolean): string {
  if (error instanceof DuizhaoError) return `错误：${error.message}${debug ? traceOf(error) : ''}`;
  // Commander has told what is wrong already.
  if (error instanceof CommanderError) return debug ? traceOf(error) : '';
  return `错误：${explainFault(error, debug)}`;
}

/** A fault of the program itself. */
export function explainFault(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  return `程序内部出错（${message}）。${debug ? traceOf(error) : '加 --debug 可看到详细位置，请报告给开发者。'}`;
}

const traceOf = (error: unknown): string => (error instanceof Error ? `\n${error.stack ?? ''}` : '');
