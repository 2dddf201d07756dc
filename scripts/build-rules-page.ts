/** Writes `docs/rules.md` from the rules. Run by `npm run build:docs`; a test fails when the page is stale. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { renderRulesPage } from '../src/report/rules-page.js';
import { rules } from '../src/rules/index.js';

await writeFile(join(packageRoot(), 'docs', 'rules.md'), renderRulesPage(rules));
