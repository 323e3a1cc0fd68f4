import { expect, test } from "vitest";
import type { Direction } from "../../microfs/core";
import { type SmallJoin, smallScenario } from "../../scenario/cases/small-scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import type { Phase } from "../../terms/phases";
import { phasesOf } from "../../terms/phases-of";
import { scenarioSliceNamed } from "../scenario-slices";
import { transcript } from "./sentence";

const T = "2025-11-05 14:00";
const CASES: Record<string, { rows: SmallJoin["rows"]; created?: string[]; rule?: SmallJoin["rule"] }> = {
  "no row": { rows: [] },
  "one row before": { rows: [["2025-11-03 09:12", 50]] },
  "two rows before": {
    rows: [
      ["2025-11-03 09:12", 50],
      ["2025-11-04 09:12", 60],
    ],
  },
  "three rows before": {
    rows: [
      ["2025-11-02 09:12", 40],
      ["2025-11-03 09:12", 50],
      ["2025-11-04 09:12", 60],
    ],
  },
  "one row after": { rows: [["2025-11-07 10:00", 120]] },
  "three rows after": {
    rows: [
      ["2025-11-07 10:00", 120],
      ["2025-11-08 10:00", 130],
      ["2025-11-09 09:00", 140],
    ],
  },
  "one row too old": { rows: [["2025-10-20 10:00", 20]], rule: { ttl: "4d" } },
  "three rows too old": {
    rows: [
      ["2025-10-20 10:00", 20],
      ["2025-10-21 10:00", 21],
      ["2025-10-22 10:00", 22],
    ],
    rule: { ttl: "4d" },
  },
  "a row on the TTL's edge": { rows: [["2025-11-01 14:00", 35]], rule: { ttl: "4d" } },
  "one row in the delay": { rows: [["2025-11-05 11:00", 75]], rule: { delay: "6h" } },
  "three rows in the delay": {
    rows: [
      ["2025-11-05 11:00", 75],
      ["2025-11-05 12:00", 76],
      ["2025-11-05 13:00", 77],
    ],
    rule: { delay: "6h" },
  },
  "three rows in the delay, one of that very moment": {
    rows: [
      ["2025-11-05 11:00", 75],
      ["2025-11-05 12:00", 76],
      [T, 77],
    ],
    rule: { delay: "6h" },
  },
  "one row known late": { rows: [["2025-11-04 08:00", 75]], created: ["2025-11-06 10:00"] },
  "at the moment": {
    rows: [
      ["2025-11-04 08:00", 35],
      [T, 50],
    ],
  },
  "at the moment, exact matches off": {
    rows: [
      ["2025-11-04 08:00", 35],
      [T, 50],
    ],
    rule: { allowExactMatches: false },
  },
  "one at the moment and one after, exact matches off": {
    rows: [
      ["2025-11-04 08:00", 35],
      [T, 50],
      ["2025-11-07 10:00", 120],
    ],
    rule: { allowExactMatches: false },
  },
  "only at the moment, exact matches off": { rows: [[T, 50]], rule: { allowExactMatches: false } },
  "a tie of two": {
    rows: [
      ["2025-11-04 09:00", 35],
      ["2025-11-04 09:00", 50],
    ],
  },
  "a tie of two, and an older one": {
    rows: [
      ["2025-11-02 09:00", 20],
      ["2025-11-04 09:00", 35],
      ["2025-11-04 09:00", 50],
    ],
  },
  "a correction": {
    rows: [
      ["2025-11-04 09:00", 35],
      ["2025-11-04 09:00", 50],
    ],
    created: ["2025-11-04 10:00", "2025-11-05 08:00"],
  },
  "equally near": {
    rows: [
      ["2025-11-04 14:00", 35],
      ["2025-11-06 14:00", 120],
    ],
  },
  "a null value": {
    rows: [
      ["2025-11-02 11:00", 35],
      ["2025-11-04 09:00", null],
    ],
  },
  "one row, and it is null": { rows: [["2025-11-04 09:00", null]] },
};

/** Each kind of sentence once, where it is said first: under a direction and a case, what is said at a phase. */
const SENTENCES = `
backward: no row
  find_entity: User 2, as of 5 Nov 14:00. user_payments holds nothing of user 2.
  rule_out_future: There is no row to rule out.
  keep_latest: There is nothing to choose from.
  write_cell: user_payments holds nothing of user 2, so the cell stays empty.
backward: one row before
  find_entity: User 2, as of 5 Nov 14:00. user_payments holds 1 payment of user 2, not judged yet.
  rule_out_future: No payment lies after 5 Nov 14:00: nothing to rule out.
  rule_out_not_yet_known: This join has no delay and no created time: what has happened can be used at once.
  rule_out_expired: No TTL: a row of any age may be used.
  keep_latest: The only payment, 50.00 from 3 Nov 09:12, is chosen: nothing competes with it.
  write_cell: The only payment, 50.00, goes into the row.
backward: two rows before
  find_entity: User 2, as of 5 Nov 14:00. user_payments holds 2 payments of user 2, none of them judged yet.
  keep_latest: The later of 2 payments, 60.00 from 4 Nov 09:12, supersedes 1 other.
  write_cell: The later of 2 payments, 60.00, goes into the row.
backward: three rows before
  keep_latest: The latest of 3 payments, 60.00 from 4 Nov 09:12, supersedes 2 others.
  write_cell: The latest of 3 payments, 60.00, goes into the row.
backward: one row after
  rule_out_future: The only payment has not happened yet: it lies after 5 Nov 14:00.
  rule_out_not_yet_known: No payment remains to be judged.
  keep_latest: No payment remains to choose from.
  write_cell: The only payment has not happened yet. The cell stays empty.
backward: three rows after
  rule_out_future: None of the 3 payments has happened yet: they lie after 5 Nov 14:00.
  write_cell: None of the 3 payments has happened yet. The cell stays empty.
backward: one row too old
  rule_out_expired: The only payment is older than 4 days.
  write_cell: The only payment is older than 4 days. The cell stays empty.
backward: three rows too old
  rule_out_expired: All 3 payments are older than 4 days.
  write_cell: All 3 payments are older than 4 days. The cell stays empty.
backward: a row on the TTL's edge
  rule_out_expired: No payment that remains is older than 4 days. One lies exactly 4 days away, which is still fresh.
backward: one row in the delay
  rule_out_not_yet_known: The only payment cannot be used yet, only from 5 Nov 17:00 on: what happens can be used 6 hours later.
  write_cell: The only payment cannot be used yet. The cell stays empty.
backward: three rows in the delay
  rule_out_not_yet_known: None of the 3 payments can be used yet: what happens can be used 6 hours later.
  write_cell: None of the 3 payments can be used yet. The cell stays empty.
backward: three rows in the delay, one of that very moment
  write_cell: None of the 3 payments can be used yet. The cell stays empty.
backward: one row known late
  rule_out_not_yet_known: The only payment cannot be used yet, only from 6 Nov 10:00 on: it has happened, but the store does not know it yet.
backward: at the moment
  rule_out_future: No payment lies after 5 Nov 14:00: nothing to rule out. One lies exactly at that moment and may be used.
backward: at the moment, exact matches off
  rule_out_future: Of 2 payments 1 falls on that very moment, which this join does not allow.
  keep_latest: The one that remains, 35.00 from 4 Nov 08:00, is chosen: nothing competes with it.
  write_cell: Of 2 payments 1 falls on that very moment, which this join does not allow. The one that remains, 35.00, goes into the row.
backward: one at the moment and one after, exact matches off
  rule_out_future: Of 3 payments 2 do not lie before that moment: 1 falls on 5 Nov 14:00 itself, which this join does not allow, and 1 lies after it.
  write_cell: Of 3 payments 2 do not lie before that moment. The one that remains, 35.00, goes into the row.
backward: only at the moment, exact matches off
  rule_out_future: The only payment falls on that very moment, which this join does not allow.
  write_cell: The only payment falls on that very moment, which this join does not allow. The cell stays empty.
backward: a tie of two
  keep_latest: Of 2 payments, both of one moment, the one inserted last, 50.00 from 4 Nov 09:00, supersedes 1 other.
  write_cell: Of 2 payments, both of one moment, the one inserted last, 50.00, goes into the row.
backward: a tie of two, and an older one
  keep_latest: The latest of 3 payments, 50.00 from 4 Nov 09:00, supersedes 2 others. 2 share that moment; the one inserted last wins.
  write_cell: The latest of 3 payments, 50.00, goes into the row. 2 share that moment; the one inserted last wins.
backward: a correction
  rule_out_not_yet_known: No payment that has happened became known too late: nothing to rule out.
  keep_latest: Of 2 payments, both of one moment, the one known last, 50.00 from 4 Nov 09:00, supersedes 1 other.
  write_cell: Of 2 payments, both of one moment, the one known last, 50.00, goes into the row.
backward: equally near
  rule_out_future: Of 2 payments 1 has not happened yet: it lies after 5 Nov 14:00.
  write_cell: Of 2 payments 1 has not happened yet. The one that remains, 35.00, goes into the row.
backward: a null value
  keep_latest: The later of 2 payments, null from 4 Nov 09:00, supersedes 1 other.
  write_cell: The later of 2 payments holds null, so null goes into the row: no older value is dug up for it.
backward: one row, and it is null
  keep_latest: The only payment, null from 4 Nov 09:00, is chosen: nothing competes with it.
  write_cell: The only payment holds null, so null goes into the row: no older value is dug up for it.
forward: one row before
  rule_out_wrong_side: The only payment lies before that moment.
  write_cell: The only payment lies before that moment. The cell stays empty.
forward: two rows before
  rule_out_wrong_side: Both payments lie before that moment.
  write_cell: Both payments lie before that moment. The cell stays empty.
forward: three rows before
  rule_out_wrong_side: All 3 payments lie before that moment.
  write_cell: All 3 payments lie before that moment. The cell stays empty.
forward: one row after
  rule_out_wrong_side: No payment lies before 5 Nov 14:00: nothing to rule out.
  rule_out_expired: No TTL: a row of any distance may be used.
  write_cell: The only payment, 120.00, goes into the row. That is a leak: it happens only 1 d 20 h later.
forward: three rows after
  keep_latest: The earliest of 3 payments, 120.00 from 7 Nov 10:00, supersedes 2 others.
  write_cell: The earliest of 3 payments, 120.00, goes into the row. That is a leak: it happens only 1 d 20 h later.
forward: at the moment
  rule_out_wrong_side: Of 2 payments 1 lies before that moment.
  write_cell: Of 2 payments 1 lies before that moment. The one that remains, 50.00, goes into the row.
forward: at the moment, exact matches off
  rule_out_wrong_side: Neither of the 2 payments lies after that moment.
  write_cell: Neither of the 2 payments lies after that moment. The cell stays empty.
forward: equally near
  write_cell: Of 2 payments 1 lies before that moment. The one that remains, 120.00, goes into the row. That is a leak: it happens only 1 d later.
nearest: two rows before
  keep_latest: The nearer of 2 payments, 60.00 from 4 Nov 09:12, supersedes 1 other.
  write_cell: The nearer of 2 payments, 60.00, goes into the row.
nearest: three rows before
  keep_latest: The nearest of 3 payments, 60.00 from 4 Nov 09:12, supersedes 2 others.
  write_cell: The nearest of 3 payments, 60.00, goes into the row.
nearest: three rows after
  write_cell: The nearest of 3 payments, 120.00, goes into the row. That is a leak: it happens only 1 d 20 h later.
nearest: one row too old
  rule_out_expired: The only payment is more than 4 days away.
  write_cell: The only payment is more than 4 days away. The cell stays empty.
nearest: three rows too old
  rule_out_expired: All 3 payments are more than 4 days away.
  write_cell: All 3 payments are more than 4 days away. The cell stays empty.
nearest: a row on the TTL's edge
  rule_out_expired: No payment that remains is more than 4 days away. One lies exactly 4 days away, which is still fresh.
nearest: one row known late
  write_cell: The only payment, 75.00, goes into the row. That is a leak: it became known only 20 h later.
nearest: a tie of two, and an older one
  keep_latest: The nearest of 3 payments, 50.00 from 4 Nov 09:00, supersedes 2 others. 2 share that moment; the one inserted last wins.
  write_cell: The nearest of 3 payments, 50.00, goes into the row. 2 share that moment; the one inserted last wins.
nearest: equally near
  keep_latest: Of 2 payments, both equally near, the past one, 35.00 from 4 Nov 14:00, supersedes 1 other.
  write_cell: Of 2 payments, both equally near, the past one, 35.00, goes into the row.
nearest: a null value
  keep_latest: The nearer of 2 payments, null from 4 Nov 09:00, supersedes 1 other.
  write_cell: The nearer of 2 payments holds null, so null goes into the row: no older value is dug up for it.
latest: two rows before
  keep_latest: The last of 2 payments, 60.00 from 4 Nov 09:12, supersedes 1 other.
  write_cell: The last of 2 payments, 60.00, goes into the row.
latest: three rows before
  keep_latest: The last of 3 payments, 60.00 from 4 Nov 09:12, supersedes 2 others.
latest: three rows after
  write_cell: The last of 3 payments, 140.00, goes into the row. That is a leak: it happens only 3 d 19 h later.
latest: one row too old
  keep_latest: The only payment of 20 Oct 10:00 is picked, whatever the moment.
latest: three rows too old
  keep_latest: The last of 3 payments, of 22 Oct 10:00, supersedes 2 others. Its age against 4 days is asked next.
  rule_out_expired: The one that remains is older than 4 days.
  write_cell: The last of 3 payments is older than 4 days. The cell stays empty.
latest: a tie of two, and an older one
  keep_latest: The last of 3 payments, 50.00 from 4 Nov 09:00, supersedes 2 others. 2 share that moment; the one inserted last wins.
  write_cell: The last of 3 payments, 50.00, goes into the row. 2 share that moment; the one inserted last wins.
latest: equally near
  write_cell: The last of 2 payments, 120.00, goes into the row. That is a leak: it happens only 1 d later.
latest: a null value
  keep_latest: The last of 2 payments, null from 4 Nov 09:00, supersedes 1 other.
  write_cell: The last of 2 payments holds null, so null goes into the row: no older value is dug up for it.
`;

const said = SENTENCES.trim()
  .split(/\n(?! )/)
  .flatMap((block) => {
    const [head = "", ...lines] = block.split(/\n {2}/);
    return lines.map((line) => [...head.split(": "), ...line.split(/: (.*)/, 2)]);
  });

test.each(said)("%s, %s, %s: %s", (direction, name, phase, sentence) => {
  const { rule, ...join } = CASES[name] ?? { rows: [] };
  const slice = scenarioSlice(
    smallScenario({
      entity: ["user_id", 2],
      spine: { group: "user_activity", rows: [[T]] },
      joins: [
        {
          group: "user_payments",
          columns: { total_spend: "float64" },
          ...join,
          rule: { ...rule, direction: direction as Direction },
        },
      ],
    }),
    0,
  );
  const phases = slice.joins.flatMap(({ rule: asked }) => phasesOf(asked));
  expect(transcript(slice, 0)[phases.indexOf(phase as Phase)]).toBe(sentence);
});

/** Where the story of a whole scenario ends, or, of one, begins. */
const STORIES: readonly (readonly [scenario: string, line: number, sentence: string])[] = [
  [
    "train",
    -1,
    "Of 4 support tickets 1 has not happened yet, 1 cannot be used yet. The later of the 2 that remain, 1, goes into the row.",
  ],
  ["joins", -1, "Of 2 marketing emails 1 is older than 7 days. The one that remains, no, goes into the row."],
  ["expired", -1, "Both payments are older than 4 days. The cell stays empty."],
  ["ttl-edge", -1, "Of 2 payments 1 is older than 4 days. The one that remains, 35.00, goes into the row."],
  [
    "ttl-zero",
    -1,
    "Of 2 payments 1 is not of that very moment. The one that remains, 50.00, goes into the row.",
  ],
  ["not-yet-known", -1, "Neither of the 2 payments can be used yet. The cell stays empty."],
  ["created-time", -1, "Of 2 payments 1 cannot be used yet. The one that remains, 35.00, goes into the row."],
  ["future-only", -1, "Neither of the 2 payments has happened yet. The cell stays empty."],
  [
    "null-key",
    0,
    "A row without user_id, as of 5 Nov 14:00. A null matches nothing: there is no entity to look for in user_payments.",
  ],
  ["null-key", -1, "A null matches nothing, so the cell stays empty."],
  ["no-entity", -1, "user_payments holds nothing of user 2, so the cell stays empty."],
  [
    "nearest",
    -1,
    "The nearer of 2 payments, 120.00, goes into the row. That is a leak: it happens only 20 h later.",
  ],
  [
    "forward",
    -1,
    "Of 3 payments 1 lies before that moment. The earlier of the 2 that remain, 90.00, goes into the row. That is a leak: it happens only 20 h later.",
  ],
  ["latest-expired", -1, "The last of 2 payments is older than 4 days. The cell stays empty."],
  [
    "burst",
    -1,
    "Of 203 payments 1 has not happened yet. The latest of the 202 that remain, 340.00, goes into the row.",
  ],
  [
    "many",
    -1,
    "Of 1 000 payments 925 have not happened yet. The latest of the 75 that remain, 238.00, goes into the row.",
  ],
];

test.each(STORIES)("the scenario %s, line %i: %s", (name, line, said) => {
  const { slice, at } = scenarioSliceNamed(name);
  expect(transcript(slice, at.spineRow).at(line)).toBe(said);
});
