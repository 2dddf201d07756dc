import type { Outcome } from './outcome.js';

/**
 * A report that is written document by document, so that a run over thousands holds one of them at a time.
 * Made for one run: it counts what it has written.
 */
export interface Writer {
  readonly opening: string;
  /** The piece of the next document. */
  readonly document: (outcome: Outcome) => string;
  readonly closing: () => string;
}

/** A report in a format that can only be put together when all documents are known, such as a workbook. */
export interface BinaryWriter {
  /** Keeps what the report needs of the next document. */
  readonly take: (outcome: Outcome) => void;
  /** The whole file; null when no document gave anything to write. */
  readonly bytes: () => Promise<Uint8Array | null>;
}

export type AnyWriter = Writer | BinaryWriter;

export const isBinary = (writer: AnyWriter): writer is BinaryWriter => 'bytes' in writer;

export const writeAll = (writer: Writer, outcomes: readonly Outcome[]): string =>
  writer.opening + outcomes.map(writer.document).join('') + writer.closing();
