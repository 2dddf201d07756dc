import { DuizhaoError } from '../document/error.js';

/** A dictionary file that is not as it should be. `message` names file, line, field and what was expected. */
export class DictionaryError extends DuizhaoError {
  override readonly name = 'DictionaryError';

  constructor(
    readonly file: string,
    /** 1-based; 0 where the file could not be read at all. */
    readonly line: number,
    /** Path of the field, `dimensions.0.theme`; empty for the whole file. */
    readonly field: string,
    /** What was expected there, Chinese, without a full stop. */
    readonly expected: string,
  ) {
    super('dictionary', mistakeIn(`词典文件 ${file}`, line, field, `${expected}。`));
  }
}

/**
 * Tells of a mistake in a file.
 *
 * @param file what it is and where, Chinese
 * @param line 1-based; 0 for the whole file
 * @param says whole sentences, Chinese
 */
export const mistakeIn = (file: string, line: number, field: string, says: string): string =>
  `${file} ${line > 0 ? `第${line}行` : ''}${field ? `“${field}”` : ''}有误：${says}`;
