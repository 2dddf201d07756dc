import { defineConfig } from 'tsdown';

export default defineConfig({
  platform: 'node',
  target: 'node20',
  // The tests build beside data files that must stay; `npm run build` cleans.
  clean: false,
  entry: {
    index: 'src/index.ts',
    cli: 'src/cli/main.ts',
    worker: 'src/cli/worker.ts',
    'pdf-worker': 'src/document/formats/pdf/worker.ts',
  },
  format: 'esm',
  dts: { entry: 'src/index.ts' },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});
