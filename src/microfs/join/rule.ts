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

/** Why one candidate row was or was not chosen for one spine row; one byte per candidate where there are many. */
export const VerdictCode = {
  /** Not ruled out, but another row was picked. */
  superseded: 0,
  chosen: 1,
  /** It had not happened yet. */
  future: 2,
  /** It had happened, but the store could not know it yet. */
  not_yet_known: 3,
  /** It is older, or farther, than the TTL. */
  expired: 4,
  /** Only of `forward` and `nearest`: the row lies where the join does not look. */
  wrong_side: 5,
} as const;

export type Verdict = keyof typeof VerdictCode;

/** Every verdict, in the order of its codes. */
export const VERDICTS = Object.keys(VerdictCode) as readonly Verdict[];

/** Why a spine row got the feature row it got, or got none; one byte per training row and join. */
export const Reason = {
  chosen: 0,
  /** A column the join is on is null in the spine row. Null matches nothing, as in SQL. */
  null_key: 1,
  /** The group has no row of this entity at all. */
  no_entity: 2,
  /** At least one row was known, but all of them lie outside the TTL. */
  expired: 3,
  /** At least one row had happened, but the store could not know it yet. */
  not_yet_known: 4,
  /** No row of the entity happened before that moment. */
  future_only: 5,
  /** Only of `forward` and `nearest`: every row lies where the join does not look. */
  wrong_side: 6,
} as const;

export type ReasonName = keyof typeof Reason;
export type ReasonCode = (typeof Reason)[ReasonName];

const NAMES = Object.keys(Reason) as ReasonName[];

/** The name of a reason code. Throws a `RangeError` for a number that is none. */
export function reasonName(code: number): ReasonName {
  const name = NAMES[code];
  if (name === undefined) throw new RangeError(`reason code must be 0 to ${NAMES.length - 1}: ${code}`);
  return name;
}
