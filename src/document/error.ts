/** What went wrong, for programs; the wording for people is in `message`. */
export type ErrorCode =
  | 'not-found'
  | 'no-permission'
  | 'is-directory'
  | 'binary'
  | 'unsupported-format'
  | 'too-large'
  | 'damaged'
  | 'encrypted'
  | 'no-text'
  | 'encoding'
  | 'unreadable'
  | 'dictionary'
  | 'unknown-profile'
  | 'unknown-rule'
  | 'config'
  | 'baseline'
  | 'bad-option';

/**
 * An error the user can do something about. `message` is Chinese and says which file, what is wrong and
 * what to do; it is meant to be shown without a stack trace.
 */
export class DuizhaoError extends Error {
  override readonly name: string = 'DuizhaoError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
