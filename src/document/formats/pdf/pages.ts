import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../../dictionaries/package-root.js';
import { DuizhaoError } from '../../error.js';
import { MOST_PAGES, type PdfPage, type WorkerMessage } from './page.js';

/**
 * Milliseconds without progress, by the clock and of this process's own work: on a busy machine a page may take
 * long that costs little.
 */
const LONGEST_STEP = 2000;
/** Milliseconds in all. */
const LONGEST = 30_000;
/** Bytes by which the process may grow. */
const MOST_MEMORY = 280 * 1024 * 1024;
const WATCHED_EVERY = 40;

/**
 * The pages of a PDF, parsed in a thread that is ended when it goes beyond the limits.
 *
 * @throws DuizhaoError `damaged`, `encrypted`, `too-large`
 */
export function pagesOf(bytes: Uint8Array, file: string): Promise<readonly PdfPage[]> {
  const script = join(packageRoot(), 'dist', 'pdf-worker.js');
  if (!existsSync(script)) throw new Error(`${script} is missing`);
  // A copy: the thread gets its memory for good.
  const data = Uint8Array.from(bytes);
  const worker = new Worker(script, {
    workerData: data,
    transferList: [data.buffer],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const pages: PdfPage[] = [];
  return new Promise<readonly PdfPage[]>((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const began = performance.now();
    let step = mark();
    const refuse = (code: Refusal): void => {
      reject(new DuizhaoError(code, `${file}：${REFUSALS[code]}`));
    };
    const watch = setInterval(() => {
      const slow = performance.now() - step.at > LONGEST_STEP && mark().worked - step.worked > LONGEST_STEP;
      const large = process.memoryUsage.rss() - before > MOST_MEMORY;
      if (slow || large || performance.now() - began > LONGEST) refuse('too-large');
      else return;
      end();
    }, WATCHED_EVERY);
    const end = (): void => {
      clearInterval(watch);
      void worker.terminate();
    };
    let expected = Number.POSITIVE_INFINITY;
    worker.on('message', (message: WorkerMessage) => {
      step = mark();
      if (message.kind === 'opened') expected = message.pages;
      if (message.kind === 'page') pages.push(message.page);
      if (message.kind === 'failed') refuse(message.reason);
      else if (pages.length >= expected) resolve(pages);
      else return;
      end();
    });
    worker.on('error', (error) => {
      refuse('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged');
      end();
    });
    worker.on('exit', () => {
      refuse('damaged');
      end();
    });
  });
}

interface Mark {
  readonly at: number;
  /** Milliseconds of work of this process so far. */
  readonly worked: number;
}

function mark(): Mark {
  const { user, system } = process.cpuUsage();
  return { at: performance.now(), worked: (user + system) / 1000 };
}

type Refusal = 'damaged' | 'encrypted' | 'too-large';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  damaged: 'PDF 文件已损坏，或没有传完。请重新取得一份，或用原来的软件重新导出。',
  encrypted: 'PDF 文件加了密码。请先去掉密码再试。',
  'too-large': `PDF 文件太大或太复杂（超过 ${MOST_PAGES} 页，或读取所需的时间、内存超过上限）。没有读，请拆成几份，或复制正文存为“纯文本（.txt）”后再试。`,
};
