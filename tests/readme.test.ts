import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ReadFileOptions, Revisions } from '../src/index.js';

describe.each(['README.md', 'README.zh-CN.md'])('the example of %s', (file) => {
  it('runs against the built package', () => {
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8')) ?? [];
    expect(example).toContain("from 'duizhao'");
    const code = `${example}\nconsole.log('problems:', problems.length);`;
    const out = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
    expect(out).toContain('problems: 17');
  });
});

it('the public API is what it is', async () => {
  expect(Object.keys(await import('../src/index.js')).sort()).toEqual([
    'DuizhaoError',
    'analyze',
    'check',
    'compare',
    'createAnalyzer',
    'read',
  ]);
});

it('the types that options refer to are exported', () => {
  expectTypeOf<ReadFileOptions['revisions']>().toEqualTypeOf<Revisions | undefined>();
});
