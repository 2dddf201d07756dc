import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The tests build beside a data file that must stay; `npm run build` cleans.
  clean: false,
  dts: { entry: 'src/index.ts' },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});
