import type { Outcome } from './outcome.js';

/**
 * A report is made in two steps, so that a run over thousands of documents holds one of them at a time and several
 * processes can share the work. First what it shows of a document, wherever the document was analysed; then its place
 * among the others, in their order. Methods, because only a writer itself knows what its parts are.
 */
interface Parts<Part> {
  /**
   * What the report shows of one document: plain data. Pure, and takes nearly all of the time.
   *
   * @param place number of the document in the run, from 0
   */
  part(outcome: Outcome, place: number): Part;
}

/** A report that is written document by document. Made for one run: it counts what it has written. */
export interface Writer<Part = unknown> extends Parts<Part> {
  readonly opening: string;
  /** The piece of the next document. */
  document(part: Part): string;
  closing(): string;
}

/** A report in a format that can only be put together when all documents are known, such as a workbook. */
export interface BinaryWriter<Part = unknown> extends Parts<Part> {
  /** Keeps what the report needs of the next document. */
  take(part: Part): void;
  /** The whole file; null when no document gave anything to write. */
  bytes(): Promise<Uint8Array | null>;
}

export type AnyWriter = Writer | BinaryWriter;

export const isBinary = (writer: AnyWriter): writer is BinaryWriter => 'bytes' in writer;

export const writeAll = (writer: Writer, outcomes: readonly Outcome[]): string =>
  writer.opening +
  outcomes.map((outcome, place) => writer.document(writer.part(outcome, place))).join('') +
  writer.closing();
