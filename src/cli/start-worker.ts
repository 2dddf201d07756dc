import { setFlagsFromString } from 'node:v8';
import { loadBundle } from './load-bundle.js';

const { work } = loadBundle();

/**
 * V8 as in Node 20 optimises in a thread of its own, for which no core is left where each has its worker. Functions
 * that are not copied into those which call them are optimised in a third of the time, and run hardly slower:
 * measured with `npm run bench`. Told behind loading, for V8 takes no stored code that was made under other flags.
 */
if (process.versions.node.startsWith('20.')) setFlagsFromString('--max-inlined-bytecode-size-cumulative=0');

work();
