import { DuizhaoError } from '../document/error.js';

/** A dictionary file that is not as it should be. `message` names file, line, field and what was expected. */
export class DictionaryError extends DuizhaoError {
  override readonly name = 'DictionaryError';

  constructor(
    readonly file: string,
    /** 1-based. */
    readonly line: number,
    /** Path of the field, `dimensions.0.theme`; empty for the whole file. */
    readonly field: string,
    /** What was expected there, Chinese, without a full stop. */
    readonly expected: string,
  ) {
    super('dictionary', `词典文件 ${file} 第${line}行${field ? `“${field}”` : ''}有误：${expected}。`);
  }
}
