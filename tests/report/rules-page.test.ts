import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/dictionaries/package-root.js';
import { renderRulesPage } from '../../src/report/rules-page.js';
import { rules } from '../../src/rules/index.js';

describe('docs/rules.md', () => {
  it('is what the rules say now; run npm run build:docs', () => {
    const page = readFileSync(join(packageRoot(), 'docs', 'rules.md'), 'utf8').replaceAll('\r\n', '\n');
    expect(page).toBe(renderRulesPage(rules));
  });

  it('has a section for every rule with what would be flagged and what not', () => {
    const page = renderRulesPage(rules);
    for (const { id, title } of rules) expect(page).toContain(`## ${id}\n\n**${title}。**`);
    expect(page.match(/❌/g)?.length).toBeGreaterThanOrEqual(3 * rules.length);
    expect(page.match(/✅/g)?.length).toBeGreaterThanOrEqual(3 * rules.length);
  });
});
