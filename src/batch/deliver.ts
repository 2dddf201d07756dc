import { addTallies, type Tally, tallyOf } from '../check/tally.js';
import { isFailed, type Outcome } from '../report/outcome.js';
import { redact } from '../report/redact.js';
import { notUnderstood } from '../report/understood.js';
import type { AnyWriter } from '../report/writer.js';
import { type Analyzers, explainFault, failed, type Job, perform } from './job.js';

/** What a run keeps of a document: its part of the report, and what decides how the run goes on. Plain data. */
export interface Delivery {
  /** As the writer of the report made it. */
  readonly part: unknown;
  /** Chinese: why the document could not be read; null when it was. */
  readonly error: string | null;
  /** A document that was not understood counts as a warning. */
  readonly tally: Tally;
  /** Sources of the suppressions that were of use. */
  readonly suppressions: readonly string[];
}

/** A document in its run. Plain data. */
export interface Task {
  readonly job: Job;
  /** Number of the document in the run, from 0. */
  readonly place: number;
}

/** Where reports are made. */
export interface Desk {
  readonly writer: AnyWriter;
  /** Whether the report may show no words of the documents. */
  readonly redacted: boolean;
}

/** Does a task. Never throws, as {@link perform} does not: a fault in reporting costs this document alone. */
export async function fulfil({ job, place }: Task, analyzers: Analyzers, desk: Desk): Promise<Delivery> {
  const outcome = await perform(job, analyzers);
  try {
    return deliver(outcome, place, desk);
  } catch (error) {
    return deliver(failed(job.file, explainFault(error, job.debug)), place, desk);
  }
}

/** @param place number of the document in the run, from 0 */
export function deliver(outcome: Outcome, place: number, { writer, redacted }: Desk): Delivery {
  const part = writer.part(redacted ? redact(outcome, `文件${place + 1}`) : outcome, place);
  if (isFailed(outcome)) return { part, error: outcome.error.message, tally: tallyOf([]), suppressions: [] };
  const { analysis, findings, suppressed = [] } = outcome;
  const found = tallyOf(findings);
  return {
    part,
    error: null,
    // Nothing found in what was not understood is no good sign.
    tally: notUnderstood(analysis) === null ? found : addTallies(found, { error: 0, warning: 1, info: 0 }),
    suppressions: [...new Set(suppressed.map(({ source }) => source))],
  };
}
