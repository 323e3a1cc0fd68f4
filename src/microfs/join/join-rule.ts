/** Which rows a join may choose from. All but `backward` can see the future; they exist to be compared with it. */
export type Direction = "backward" | "nearest" | "forward" | "latest";

export const DIRECTIONS: readonly Direction[] = ["backward", "nearest", "forward", "latest"];

/** The time that says when a row became known: when the store heard of it, or when it happened. */
export type ClockName = "created_time" | "event_time";

/** What one join asks of a row. Kernel and explanation read nothing else. */
export interface JoinRule {
  direction: Direction;
  /** `"created_time"` needs rows that have one. */
  clock: ClockName;
  /** A row can be used this long after its clock, microseconds, 0 or more. Only `backward` looks at it. */
  delayUs: bigint;
  /** How old a row may be at the spine row's time, microseconds, edge included. `null`: any age. */
  ttlUs: bigint | null;
  /** Whether a row at the very moment of the spine row counts. */
  allowExactMatches: boolean;
}
