import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cliPage } from '../../scripts/build-cli-page.js';

it('docs/cli.md is what the program says of itself (npm run build:docs)', () => {
  expect(readFileSync('docs/cli.md', 'utf8')).toBe(cliPage());
});
