import { explainError } from './errors.js';
import { argv, exitCode, stderr } from './process.js';
import { program } from './program.js';

/**
 * Runs the command line. Exit codes: 0 nothing at or above the failing level, 1 findings at or above it, 2 the command
 * could not do its work.
 */
export async function main(): Promise<void> {
  try {
    await program().parseAsync(argv);
  } catch (error) {
    stderr(explainError(error, argv.includes('--debug')));
    exitCode(2);
  }
}
