/**
 * Takes the pictures of the HTML report for the README: `npm run build:screenshots`. Needs Chromium on this machine;
 * another name or place of it goes into the environment variable CHROMIUM.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAnalyzer } from '../src/analyzer.js';
import { renderHtml } from '../src/report/html.js';
import { rules } from '../src/rules/index.js';

const SAMPLE = 'corpus/2021-district-deputy-secretary.txt';

/** What each picture shows: the rest is hidden, the page cut off at the height. */
const PICTURES = [
  { file: 'docs/report.png', height: 1240, css: '' },
  {
    file: 'docs/report-text.png',
    height: 760,
    css: 'header,.jumps,section:not(#text),h2{display:none}section{margin:0;border:0;padding:0}main{padding-top:0;margin-top:-590px}',
  },
] as const;
const WIDTH = 1200;

/** A README is not to be slow to load. */
const LARGEST = 300_000;

const CANDIDATES = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'];

function findChromium(): string {
  for (const name of CANDIDATES) {
    if (!name) continue;
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return name;
    } catch {
      // The next name.
    }
  }
  console.error('The screenshots need Chromium, and none was found. Install it or set CHROMIUM to its path.');
  process.exit(2);
}

const chromium = findChromium();
const analyzer = await createAnalyzer();
const page = renderHtml([analyzer.check(await analyzer.read(SAMPLE))], rules);
const folder = await mkdtemp(join(tmpdir(), 'duizhao-'));
try {
  for (const { file, height, css } of PICTURES) {
    const source = join(folder, 'report.html');
    await writeFile(source, page.replace('</style>', `body{overflow:hidden}${css}</style>`));
    execFileSync(
      chromium,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--hide-scrollbars',
        '--blink-settings=preferredColorScheme=1',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--screenshot=${resolve(file)}`,
        `--window-size=${WIDTH},${height}`,
        pathToFileURL(source).href,
      ],
      { stdio: 'ignore' },
    );
    const { size } = await stat(file);
    if (size > LARGEST) throw new Error(`${file} has ${size} bytes, more than ${LARGEST}`);
    console.log(`${file}: ${Math.round(size / 1000)} kB`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
