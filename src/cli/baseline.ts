import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { type Baseline, type BaselineEntry, baselineOf, openBaseline } from '../check/baseline.js';
import { DuizhaoError } from '../document/error.js';
import { stderr } from './process.js';
import type { CheckOptions } from './program.js';

/** The baseline of a run: one to be held to, or one to be written. */
export interface BaselineRun {
  readonly baseline: Baseline;
  /** To be called when all documents have been checked. */
  readonly finish: () => Promise<void>;
}

/**
 * @returns null when the command line speaks of no baseline
 * @throws DuizhaoError `bad-option`, `baseline`
 */
export async function openBaselineRun(options: CheckOptions): Promise<BaselineRun | null> {
  const { baseline, writeBaseline, reason } = options;
  if (writeBaseline !== undefined) {
    if (baseline !== undefined)
      throw new DuizhaoError('bad-option', '--baseline 和 --write-baseline 只能用一个。');
    if (reason === undefined || reason.trim() === '')
      throw new DuizhaoError('bad-option', '--write-baseline 要写明理由，如 --reason "上年已核对"。');
    return recording(writeBaseline, reason.trim());
  }
  if (reason !== undefined) throw new DuizhaoError('bad-option', '--reason 要和 --write-baseline 一起用。');
  if (baseline === undefined) return null;
  const opened = openBaseline(await readEntries(baseline));
  return {
    baseline: opened,
    finish: async () => {
      const stale = opened.stale();
      if (stale.length === 0) return;
      const ids = [...new Set(stale.map(({ rule }) => rule))].join('、');
      stderr(`基线 ${baseline} 里有${stale.length}条这次没有出现（${ids}），可用 --write-baseline 重写。`);
    },
  };
}

/** Accepts everything and remembers it; written when the run is over. */
async function recording(file: string, reason: string): Promise<BaselineRun> {
  const before = await readEntries(file).catch((error) => {
    if (error instanceof DuizhaoError && error.code === 'not-found') return [];
    throw error;
  });
  const taken: Pick<BaselineEntry, 'rule' | 'sentence'>[] = [];
  return {
    baseline: {
      take: (rule, sentence) => {
        taken.push({ rule, sentence });
        return reason;
      },
      stale: () => [],
    },
    finish: async () => {
      const entries = baselineOf(taken, reason, before);
      await replace(file, `${JSON.stringify({ version: 1, entries }, null, 2)}\n`);
      stderr(`已把${taken.length}处发现记入基线 ${file}（只记规则和句子的指纹，不记原文）。`);
    },
  };
}

/** A baseline that is half written is worse than the old one. */
async function replace(file: string, content: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new DuizhaoError('baseline', `基线 ${file} 写不进去，请检查文件夹和权限。`, { cause: error });
  }
}

async function readEntries(file: string): Promise<readonly BaselineEntry[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      throw new DuizhaoError('not-found', `找不到基线 ${file}。先用 --write-baseline 写一份。`);
    throw new DuizhaoError('baseline', `基线 ${file} 读不了，请检查路径和权限。`, { cause: error });
  });
  const { baselineFile } = await import('./baseline-file.js');
  const result = baselineFile.safeParse(parsed(text));
  if (!result.success)
    throw new DuizhaoError('baseline', `${file} 不是 duizhao 写的基线，没有动它。请换一个文件名。`);
  return result.data.entries;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
