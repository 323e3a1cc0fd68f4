import { describe, expect, test } from "vitest";
import type { EvaluatedCandidate, JoinRule } from "../../microfs/core";
import { scenarioSliceNamed } from "../scenario-slices";
import { joinAt } from "../step/coordinate";
import { type GapFacts, rightGap, wrongGap } from "./guess-words";

const HOUR = 3_600_000_000n;
/** The moment of the prediction. */
const T = 100n * HOUR;
const NOUN = { one: "order", many: "orders" };

function facts(rule: Partial<JoinRule> = {}, chosen?: EvaluatedCandidate): GapFacts {
  const join = joinAt(scenarioSliceNamed("train").slice, 0);
  const own = { direction: "backward", clock: "created_time", delayUs: 0n, ttlUs: 48n * HOUR } as const;
  return {
    tUs: T,
    chosen,
    noun: NOUN,
    join: {
      ...join,
      rule: { ...own, allowExactMatches: true, ...rule },
      groupClock: { clock: "created_time", delayUs: 0n },
    },
  };
}

/** A row by the hours before the prediction at which it happened and was known. */
const row = (
  verdict: EvaluatedCandidate["verdict"],
  happened: bigint,
  known: bigint = happened,
): EvaluatedCandidate => ({
  row: 1,
  eventTime: T - happened * HOUR,
  createdTime: T - known * HOUR,
  verdict,
});

const CHOSEN = row("chosen", 5n);

describe("of the row that is right", () => {
  test.each([
    ["5 h before", row("chosen", 5n)],
    ["the same moment", row("chosen", 0n)],
    ["happens 3 h later", row("chosen", -3n)],
    ["known 2 h later", row("chosen", 3n, -2n)],
  ])("%s", (words, right) => {
    expect(rightGap(right, facts())).toEqual({ fromUs: T, toUs: right.eventTime, words: [words] });
  });
});

describe("of a row that is wrong, from what ruled it out", () => {
  test.each<[string, EvaluatedCandidate, Partial<JoinRule>, bigint, bigint, string[]]>([
    [
      "the future, from the line",
      row("future", -3n),
      {},
      T,
      T + 3n * HOUR,
      ["you took an order from 3 hours later", "yours is from 3 h later", "3 h later"],
    ],
    [
      "what was not known yet, to when it was",
      row("not_yet_known", 6n, -1n),
      {},
      T,
      T + HOUR,
      ["you took an order known only 1 hour later", "yours is known 1 h later", "known 1 h later"],
    ],
    [
      "what the join alone keeps back is known, and no leak",
      row("not_yet_known", 1n),
      { delayUs: 3n * HOUR },
      T,
      T + 2n * HOUR,
      ["you took an order usable only 2 hours later", "yours is usable 2 h later", "usable 2 h later"],
    ],
    [
      "what is too old, from the end of the TTL",
      row("expired", 50n),
      {},
      T - 48n * HOUR,
      T - 50n * HOUR,
      ["yours is 2 h older than the TTL", "2 h older than the TTL", "2 h too old"],
    ],
    [
      "what a later row superseded, from that",
      row("superseded", 9n),
      {},
      T - 5n * HOUR,
      T - 9n * HOUR,
      ["yours is 4 h older", "4 h older"],
    ],
    [
      "a tie that became known earlier",
      row("superseded", 5n, 7n),
      {},
      T - 5n * HOUR,
      T - 5n * HOUR,
      ["the same moment, known 2 h earlier", "known 2 h earlier"],
    ],
    [
      "a tie that was stored before",
      row("superseded", 5n),
      {},
      T - 5n * HOUR,
      T - 5n * HOUR,
      ["the same moment, stored before", "stored before"],
    ],
    [
      "the very moment, where that does not count",
      row("future", 0n),
      { allowExactMatches: false },
      T,
      T,
      ["yours is of that very moment", "that very moment"],
    ],
    [
      "the wrong side",
      row("wrong_side", 2n),
      { direction: "forward" },
      T,
      T - 2n * HOUR,
      ["yours is 2 h before", "2 h before"],
    ],
  ])("%s", (_, wrong, rule, fromUs, toUs, words) => {
    expect(wrongGap(wrong, facts(rule, CHOSEN))).toEqual({ fromUs, toUs, words });
  });
});
