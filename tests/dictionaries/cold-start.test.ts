import { expect, it, vi } from 'vitest';

// Loading these takes longer than reading the compiled dictionaries.
vi.mock('zod', () => {
  throw new Error('zod was loaded');
});
vi.mock('yaml', () => {
  throw new Error('yaml was loaded');
});

it('reading the compiled dictionaries loads neither zod nor yaml', async () => {
  const { builtinDictionaries } = await import('../../src/dictionaries/builtin.js');
  expect(builtinDictionaries().profiles.length).toBeGreaterThan(0);
});

it('loading YAML files does (so this test can fail)', async () => {
  await expect(import('../../src/dictionaries/load.js')).rejects.toThrow();
});
