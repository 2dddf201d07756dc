/** One line on the terminal that tells how far a long run is; nothing where nobody looks on. */
export interface Progress {
  readonly show: (done: number) => void;
  readonly clear: () => void;
}

/** Shorter runs are over before anybody reads it. */
const LEAST = 5;
/** Milliseconds between two lines. */
const PAUSE = 100;

/** @param now the clock in milliseconds */
export function openProgress(
  total: number,
  quiet: boolean,
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  if (!stream.isTTY || quiet || total < LEAST) return { show: () => {}, clear: () => {} };
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show: (done) => {
      const time = now();
      if (time - last < PAUSE && done < total) return;
      last = time;
      shown = true;
      const rate = (done * 1000) / Math.max(time - start, 1);
      const left = Math.ceil((total - done) / Math.max(rate, 1e-9));
      stream.write(`\r\u001b[K已完成 ${done}/${total}，每秒 ${rate.toFixed(1)} 份，还需约 ${inWords(left)}`);
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}

const inWords = (seconds: number): string =>
  seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
