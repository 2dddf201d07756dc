import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinDictionaries } from '../../src/dictionaries/builtin.js';
import { loadDictionaries } from '../../src/dictionaries/load.js';
import { packageRoot } from '../../src/dictionaries/package-root.js';

const { profiles, categories } = builtinDictionaries();

describe('builtinDictionaries', () => {
  it('is what stands in the YAML files now', async () => {
    const loaded = await loadDictionaries([join(packageRoot(), 'dictionaries')]);
    expect(builtinDictionaries()).toEqual(JSON.parse(JSON.stringify(loaded)));
  });

  it('knows every profile that has a file', () => {
    const files = readdirSync(join(packageRoot(), 'dictionaries', 'profiles'));
    expect(profiles.map(({ id }) => `${id}.yaml`).sort()).toEqual(files.sort());
  });

  it('knows the words for the kinds of document', () => {
    expect(Object.keys(categories)).toEqual(
      expect.arrayContaining(['kind-individual', 'kind-team', 'kind-branch']),
    );
  });
});

describe('the profiles of the package', () => {
  it('are these', () => {
    expect(profiles.map(({ id }) => id)).toEqual([
      '2013',
      '2014',
      '2015',
      '2016',
      '2017',
      '2018',
      '2019',
      'branch-2019',
      '2020',
      'branch-2020',
      '2021',
      'branch-2021',
      'member-2021',
      '2022',
      'branch-2022',
      '2023',
      '2023-b',
      '2024',
      'member-2024',
      '2025',
      'general',
    ]);
  });

  it.each(profiles.map((profile) => [profile.id, profile] as const))('%s is fit for use', (_, profile) => {
    expect(profile.dimensions.map(({ ordinal }) => ordinal)).toEqual(profile.dimensions.map((_, i) => i + 1));
    for (const kind of profile.kinds) {
      const parts = profile.parts[kind] ?? [];
      expect(parts).toEqual([...new Set(parts)]);
      expect(parts).toContain('problems');
    }
    for (const { name, aliases, terms } of profile.dimensions) {
      expect(terms.length, name).toBeGreaterThanOrEqual(15);
      expect(terms.length, name).toBeLessThanOrEqual(60);
      expect(new Set(terms).size, name).toBe(terms.length);
      expect(new Set(aliases).size, name).toBe(aliases.length);
      expect(aliases, name).not.toContain(name);
    }
  });

  it.each([
    ['2013', 'confirmed', 'cccc'],
    ['2014', 'unconfirmed', 'uuu'],
    ['2020', 'unconfirmed', 'cuuuu'],
    ['2021', 'confirmed', 'ccccc'],
    ['2022', 'confirmed', 'uuuuuu'],
    ['2024', 'confirmed', 'cccc'],
    ['2025', 'confirmed', 'ccuuu'],
  ])('%s says how far its wording was seen', (id, confidence, dimensions) => {
    const profile = profiles.find((candidate) => candidate.id === id);
    expect(profile?.confidence).toBe(confidence);
    expect(profile?.dimensions.map((dimension) => dimension.confidence.charAt(0)).join('')).toBe(dimensions);
    expect(profile?.source).not.toBe('');
  });

  it('have the official wording where that was seen', () => {
    const names = (id: string): readonly string[] =>
      profiles.find((profile) => profile.id === id)?.dimensions.map(({ name }) => name) ?? [];
    expect(names('2024')).toEqual([
      '带头严守政治纪律和政治规矩，维护党的团结统一',
      '带头增强党性、严守纪律、砥砺作风',
      '带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新',
      '带头履行全面从严治党政治责任',
    ]);
    expect(names('2021')).toHaveLength(5);
    expect(names('member-2024')).toEqual([
      '政治信仰',
      '党员意识',
      '理论学习',
      '能力本领',
      '作用发挥',
      '纪律作风',
    ]);
  });
});
