/** What the launchers (`start.ts`, `start-worker.ts`) run: the whole command line in one file, see `load-bundle.ts`. */
export { main } from './main.js';
export { work } from './worker.js';
