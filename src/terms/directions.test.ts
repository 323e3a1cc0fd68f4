import { expect, test } from "vitest";
import { type Candidate, DIRECTIONS, type Direction, explain, type JoinRule } from "../microfs/core";
import { DIRECTION_TERMS, type IgnorablePart } from "./directions";

// One entity's rows around the moment 10: long before, just before, at it, and after. Each became known 4 later.
const ROWS: readonly Candidate[] = [2n, 8n, 10n, 14n].map((eventTime, row) => ({
  row,
  eventTime,
  createdTime: eventTime + 4n,
}));
const MOMENTS = [7n, 10n, 11n, 12n];

const PLAIN: Omit<JoinRule, "direction"> = {
  clock: "event_time",
  delayUs: 0n,
  ttlUs: null,
  allowExactMatches: true,
};
const OTHERWISE: Readonly<Record<IgnorablePart, Partial<JoinRule>>> = {
  delay: { delayUs: 3n },
  clock: { clock: "created_time" },
  exact: { allowExactMatches: false },
};
const PARTS: readonly IgnorablePart[] = ["delay", "clock", "exact"];

function chosen(direction: Direction, part: Partial<JoinRule>) {
  return MOMENTS.map((t) => {
    const { candidates } = explain(t, ROWS, { ...PLAIN, ...part, direction });
    return candidates.find(({ verdict }) => verdict === "chosen")?.row ?? null;
  });
}

test.each(DIRECTIONS)(
  "%s ignores just the parts of a rule that change nothing of what it takes",
  (direction) => {
    const plain = chosen(direction, {});
    const ignored = PARTS.filter((part) => String(chosen(direction, OTHERWISE[part])) === String(plain));
    expect(DIRECTION_TERMS[direction].ignores).toEqual(ignored);
  },
);
