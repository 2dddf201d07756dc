import { describe, expect, it } from 'vitest';
import { builtinDictionaries } from '../../src/dictionaries/builtin.js';
import { renderProfile, renderProfiles } from '../../src/report/profiles.js';

const { profiles } = builtinDictionaries();
const [first] = profiles;

describe('renderProfiles', () => {
  const lines = renderProfiles(profiles).split('\n');

  it('gives every profile a line, and says how to see one', () => {
    for (const { id, name } of profiles)
      expect(
        lines.filter((line) => line.startsWith(`${id} `) && line.includes(name)),
        id,
      ).toHaveLength(1);
    expect(lines.at(-2)).toContain('duizhao profiles');
  });

  it('marks what is not confirmed', () => {
    expect(lines.find((line) => line.startsWith('2014 '))).toContain('待核实');
    expect(lines.find((line) => line.startsWith('2024 '))).not.toContain('待核实');
  });
});

describe('renderProfile', () => {
  const shown = (id: string): string => {
    const profile = profiles.find((entry) => entry.id === id) ?? first;
    if (!profile) throw new Error('no profiles');
    return renderProfile(profile);
  };

  it('gives the dimensions in order, with themes and doubts', () => {
    expect(shown('2025')).toContain('  1. 带头强化政治忠诚、提高政治能力（主题：政治忠诚与纪律）\n');
    expect(shown('2025')).toMatch(/ {2}5\. 带头坚决扛起管党治党责任（.*待核实）\n/);
  });

  it('gives the parts of each kind and the source', () => {
    expect(shown('2024')).toContain(
      '个人材料的组成：个人有关事项、查摆的问题、原因剖析、反面典型案例剖析、整改措施\n',
    );
    expect(shown('2024')).toMatch(/来源：.+\n$/);
  });

  it('has no dimensions to give for the general profile', () => {
    expect(shown('general')).not.toContain('主题：');
    expect(shown('general')).toContain('说明：');
  });

  it('is Chinese throughout', () => {
    for (const profile of profiles)
      expect(renderProfile(profile).replace(`（${profile.id}）`, ''), profile.id).not.toMatch(/[A-Za-z]{3}/);
  });
});
