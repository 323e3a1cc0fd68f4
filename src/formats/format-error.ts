/** The stable names of everything that a file can be refused for. */
export type FormatErrorCode =
  | "unreadable_file"
  | "empty_file"
  | "binary_content"
  | "other_format"
  | "nul_bytes"
  | "row_too_long"
  | "empty_key_column"
  | "unknown_zone"
  | "unaccepted_loss"
  | "invalid_plan";

/**
 * A file, or what was said about it, cannot be read at all. `code` is for programs; the message is for
 * people: what was wrong, where, and what would work. Single rows that cannot be read are not errors:
 * they are listed as rejected.
 */
export class FormatError extends Error {
  readonly code: FormatErrorCode;

  constructor(code: FormatErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "FormatError";
    this.code = code;
  }
}
