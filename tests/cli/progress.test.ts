import { describe, expect, it } from 'vitest';
import { openProgress } from '../../src/cli/progress.js';

function open(total: number, { isTTY = true, quiet = false } = {}) {
  let time = 0;
  const written: string[] = [];
  const stream = { isTTY, write: (piece: string | Uint8Array) => written.push(String(piece)) > 0 };
  const progress = openProgress(total, quiet, stream, () => time);
  return { progress, written, wait: (milliseconds: number) => (time += milliseconds) };
}

describe('progress', () => {
  it('is one line that is written again, with rate and time left', () => {
    const { progress, written, wait } = open(200);
    wait(2000);
    progress.show(20);
    wait(50);
    progress.show(21);
    progress.clear();
    expect(written).toEqual(['\r\u001b[K已完成 20/200，每秒 10.0 份，还需约 18 秒', '\r\u001b[K']);
  });

  it('gives minutes for long runs', () => {
    const { progress, written, wait } = open(1000);
    wait(10_000);
    progress.show(100);
    expect(written[0]).toContain('还需约 1 分 30 秒');
  });

  it.each([
    ['where nobody looks on', { isTTY: false }, 200],
    ['where quiet is asked for', { quiet: true }, 200],
    ['for a few documents', {}, 4],
  ])('is silent %s', (_, settings, total) => {
    const { progress, written, wait } = open(total, settings);
    wait(1000);
    progress.show(1);
    progress.clear();
    expect(written).toEqual([]);
  });
});
