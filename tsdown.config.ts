import { defineConfig } from 'tsdown';

const common = {
  platform: 'node',
  target: 'node20',
  // The tests build beside a data file that must stay; `npm run build` cleans.
  clean: false,
} as const;

export default defineConfig([
  {
    ...common,
    entry: {
      index: 'src/index.ts',
      cli: 'src/cli/main.ts',
      worker: 'src/batch/worker.ts',
      'pdf-worker': 'src/document/formats/pdf/worker.ts',
    },
    format: 'esm',
    dts: { entry: 'src/index.ts' },
    outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  },
  // A file of its own, loaded when a problem is mapped by its content: see src/profiles/bayes.ts.
  {
    ...common,
    entry: { 'bayes-classifier': 'natural/lib/natural/classifiers/bayes_classifier.js' },
    format: 'cjs',
    dts: false,
    deps: { alwaysBundle: [/./] },
    outExtensions: () => ({ js: '.cjs' }),
  },
]);
