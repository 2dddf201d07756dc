import { setFlagsFromString } from 'node:v8';

/**
 * Imported before all else. Most runs are over in half a second, and V8 as in Node 20 spends a third of that on
 * optimising functions which are hardly called again: let it wait seven times as long (default 135,168 bytes of
 * bytecode run). Over many documents nothing is lost. Later versions have a quicker compiler between, and no such flag.
 */
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
