import { defineConfig } from 'tsdown';

const common = {
  platform: 'node',
  target: 'node20',
  // The tests build beside data files that must stay; `npm run build` cleans.
  clean: false,
} as const;

export default defineConfig([
  {
    ...common,
    entry: {
      index: 'src/index.ts',
      cli: 'src/cli/start.ts',
      worker: 'src/cli/start-worker.ts',
      'pdf-worker': 'src/document/formats/pdf/worker.ts',
    },
    format: 'esm',
    dts: { entry: 'src/index.ts' },
    outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  },
  // The command line in one file, packages included, so that its compiled code can be stored; see load-bundle.ts.
  {
    ...common,
    entry: { bundle: 'src/cli/bundle.ts' },
    format: 'cjs',
    outputOptions: { codeSplitting: false },
    dts: false,
    noExternal: /^/,
    external: ['nodejieba', '@node-rs/jieba'],
    outExtensions: () => ({ js: '.cjs' }),
  },
]);
