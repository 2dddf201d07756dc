import { readFile } from 'node:fs/promises';
import type { DocumentFormat } from '../document/document.js';
import { DuizhaoError } from '../document/error.js';
import { type Annotations, annotationsOf } from '../report/comments.js';
import { isFailed, type Outcome } from '../report/outcome.js';
import type { BinaryWriter } from '../report/writer.js';
import type { CommonOptions } from './program.js';
import { openReplacement, type Replacement } from './replacement.js';

/** A document and what is to be written beside its words; null when it could not be read. */
type Draft = { readonly format: DocumentFormat; readonly annotations: Annotations } | null;

/** A copy of one Word document with a comment on the words of each finding. */
export function commentWriter(options: CommonOptions): BinaryWriter<Draft> {
  refuseRedaction(options);
  const taken: Annotations[] = [];
  return {
    part: draftOf,
    take: (draft) => {
      if (draft) taken.push(commentable(draft));
      if (taken.length > 1)
        throw new DuizhaoError(
          'bad-option',
          '--to 一个 .docx 只能写一份材料的批注。要给几份材料各写批注，请用 --in-place。',
        );
    },
    bytes: async () => {
      const [annotations] = taken;
      return annotations ? commented(annotations, options) : null;
    },
  };
}

/** Writes the comments into the documents themselves; each file is whole at any moment. */
export function inPlaceWriter(options: CommonOptions): BinaryWriter<Draft> {
  refuseRedaction(options);
  const taken: Annotations[] = [];
  return {
    part: draftOf,
    take: (draft) => {
      if (draft) taken.push(commentable(draft));
    },
    bytes: async () => {
      for (const annotations of taken) await replace(annotations.file, await commented(annotations, options));
      return null;
    },
  };
}

async function commented(annotations: Annotations, { revisions }: CommonOptions): Promise<Uint8Array> {
  const { commentDocx } = await import('../document/formats/docx/comments.js');
  const { comments, ...given } = annotations;
  const bytes = await readFile(annotations.file);
  return commentDocx(bytes, comments, {
    ...given,
    revisions: revisions === 'original' ? 'original' : 'accepted',
  });
}

const draftOf = (outcome: Outcome): Draft =>
  isFailed(outcome)
    ? null
    : { format: outcome.analysis.document.format, annotations: annotationsOf(outcome) };

function commentable({ format, annotations }: NonNullable<Draft>): Annotations {
  const { file } = annotations;
  if (format === 'docx' && file !== '-') return annotations;
  const advice = file === '-' ? '请给出文件名' : '请先在 Word 或 WPS 里另存为 .docx';
  throw new DuizhaoError('bad-option', `${file}：批注只能写进 .docx 文件。${advice}。`);
}

function refuseRedaction({ redact }: CommonOptions): void {
  if (redact) throw new DuizhaoError('bad-option', '批注写在原文上，不能和 --redact 一起用。');
}

async function replace(file: string, bytes: Uint8Array): Promise<void> {
  let replacement: Replacement | undefined;
  try {
    replacement = await openReplacement(file);
    await replacement.handle.writeFile(bytes);
    await replacement.put();
  } catch (error) {
    await replacement?.drop();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '未知原因';
    throw new DuizhaoError(
      'bad-option',
      `${file}：批注写不进去（${code}）。请检查文件夹的写入权限，或改用 --to。`,
    );
  }
}
