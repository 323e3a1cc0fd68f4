import type { Change } from "./changed-sides";

/** What cells of one line come down to. */
export type Cause =
  | "ttl_too_short"
  | "known_later"
  | "delay_longer_than_needed"
  | "exact_match"
  | "shifted_hours"
  | "other_unit"
  | "unit_too_small"
  | "before_first_row"
  | "key_trim"
  | "key_lower_case"
  | "key_pad_zeros"
  | "key_strip_zeros"
  | "other_column"
  | "no_such_key"
  | "no_rows"
  | "null_key"
  | "null_value"
  | "wrong_side";

/** A change that might fill cells: whether it does, and what else it does, the kernel says. */
export interface Candidate {
  readonly cause: Cause;
  readonly change: Change;
  /** By how much it changes a duration or times, microseconds; `null` where it is not about an amount of time. */
  readonly byUs: number | null;
  /** The same by one hour more, of a zone. */
  readonly oneMore?: Change;
  /** Whether nothing but the rows of its own line can change. */
  readonly onlyOwnRows: boolean;
}
