import type { JoinRule } from "../microfs/core";

/** A day, microseconds: what a character of a drawn test stands for. */
export const DAY_US = 86_400_000_000n;

/** A payment may be four days old, and not a microsecond older. */
export const TTL_DAYS = 4;

/** The join that is to be written, as a rule of the engine. */
export const LADDER_RULE: JoinRule = {
  direction: "backward",
  clock: "created_time",
  delayUs: 0n,
  ttlUs: BigInt(TTL_DAYS) * DAY_US,
  allowExactMatches: true,
};
