import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../src/analyzer.js';
import { loadDictionaries } from '../../src/dictionaries/load.js';
import { themes } from '../../src/dictionaries/schema.js';
import { folderWith } from '../dictionaries/folder.js';

/** The page that tells a clerk how to add a year; these tests do what it says. */
const page = await readFile(new URL('../../docs/profiles.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, content = '']) => ({
  kind,
  content,
}));

function block(kind: string, beginning: string): string {
  const found = blocks.find((entry) => entry.kind === kind && entry.content.startsWith(beginning));
  if (!found) throw new Error(`the page has no ${kind} that begins with ${beginning}`);
  return found.content;
}

const profile = block('yaml', 'id:');
const document = block('text', '2026年度');

async function analyzerOf(yaml: string): Promise<Analyzer> {
  return createAnalyzer({ dictionaries: [await folderWith({ 'profiles/2026.yaml': yaml })] });
}

describe('docs/profiles.md', () => {
  it('gives a file that loads and adds a year to those of the package', async () => {
    const { profiles } = await analyzerOf(profile);
    const ids = profiles.map(({ id }) => id);
    expect(ids).toContain('2025');
    expect(ids).toContain('2026');
    expect(profiles.find(({ id }) => id === '2026')?.dimensions).toHaveLength(3);
  });

  it('gives a document that is recognised with it, and is not without', async () => {
    const analyzer = await analyzerOf(profile);
    const analysis = analyzer.analyze(analyzer.fromText(document));
    expect(analysis.profile.profile.name).toBe('2026年度民主生活会（三个带头）');
    expect(analysis.profile.confidence).toBeGreaterThanOrEqual(0.9);
    expect(analysis.kind).toBe('individual');
    expect(analysis.problems.map(({ dimension, dimensionBy }) => [dimension?.short, dimensionBy])).toEqual([
      ['学以致用', 'heading'],
      ['守正创新', 'heading'],
      ['清廉修身', 'heading'],
    ]);
    const without = await createAnalyzer();
    expect(without.analyze(without.fromText(document)).profile.confidence).toBeLessThan(0.6);
  });

  it('names the config line that the program reads', async () => {
    const { openConfigs } = await import('../../src/cli/config.js');
    const folder = await folderWith({ 'duizhao.yaml': block('yaml', 'dictionaries:') });
    await mkdir(join(folder, '我们的词典'));
    expect((await openConfigs(join(folder, 'duizhao.yaml')).here()).dictionaries).toEqual([
      join(folder, '我们的词典'),
    ]);
  });

  it('replaces a year of the package', async () => {
    const { profiles } = await analyzerOf(profile.replaceAll('2026', '2025'));
    expect(profiles.filter(({ id }) => id === '2025').map(({ dimensions }) => dimensions.length)).toEqual([
      3,
    ]);
  });

  it('lists all themes, kinds of document and parts', () => {
    for (const theme of themes) expect(page).toContain(theme);
    for (const kind of ['individual', 'team', 'branch']) expect(page).toContain(`\`${kind}\``);
    for (const part of [
      'opening',
      'rectification',
      'matters',
      'problems',
      'case',
      'causes',
      'measures',
      'closing',
    ])
      expect(page).toContain(`\`${part}\``);
  });

  const mistakes = [...page.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| (.+) \|$/gm)].map(
    ([, right = '', wrong = '', message = '']): [string, string, string] => [right, wrong, message],
  );

  it('tells of some mistakes', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(5);
  });

  it.each(mistakes)('tells what happens when %s is written %s', async (right, wrong, message) => {
    expect(profile).toContain(right);
    const folder = await folderWith({ 'profiles/2026.yaml': profile.replace(right, wrong) });
    const line = profile.slice(0, profile.indexOf(right)).split('\n').length;
    await expect(loadDictionaries([folder])).rejects.toThrow(
      new RegExp(`2026\\.yaml 第${line}行.*${message}`),
    );
  });
});
