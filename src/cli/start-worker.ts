import { loadBundle } from './load-bundle.js';

loadBundle().work();
