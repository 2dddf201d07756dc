import { CommanderError } from 'commander';
import { explainFault } from '../batch/job.js';
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

const traceOf = (error: unknown): string => (error instanceof Error ? `\n${error.stack ?? ''}` : '');
