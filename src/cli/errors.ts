import { CommanderError } from 'commander';
import { DuizhaoError } from '../document/error.js';

/**
 * What a person is told when a command could not do its work: what is wrong and what to do, in Chinese; the stack
 * only with `--debug`.
 */
export function explainError(error: unknown, debug: boolean): string {
  const trace = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  if (error instanceof DuizhaoError) return `错误：${error.message}${trace}`;
  // Commander has told what is wrong already.
  if (error instanceof CommanderError) return trace;
  const message = error instanceof Error ? error.message : String(error);
  return `错误：程序内部出错（${message}）。加 --debug 可看到详细位置，请把它报告给开发者。${trace}`;
}
