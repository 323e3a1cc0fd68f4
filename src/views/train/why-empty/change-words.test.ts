import { expect, test } from "vitest";
import type { Change } from "../../../why-empty/changed-sides";
import type { WhyEmptyLine, WhyEmptySummary } from "../../../worker/why-empty/why-empty-results";
import {
  type ChangeContext,
  changeWords,
  doneWords,
  fillCount,
  headline,
  spanWords,
  whereWords,
} from "./change-words";

const HOUR = 3_600_000_000;
const CONTEXT: ChangeContext = {
  fgName: "usage",
  labelFg: "predictions",
  ttlUs: BigInt(14 * 24 * HOUR),
  delayUs: BigInt(2 * HOUR),
  clockUs: 6 * HOUR,
};
const column = (group: string, name: string, change: object): Change => ({
  kind: "edits",
  edits: [{ kind: "column", group, column: name, change } as never],
});
const rule = (change: object): Change => ({ kind: "edits", edits: [{ kind: "rule", join: 0, ...change }] });
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each<[Change, string, string]>([
  [rule({ ttlUs: String(386 * HOUR) }), "TTL 14 d → 16 d 2 h", "the TTL of usage were 16 d 2 h"],
  [rule({ delayUs: String(HOUR) }), "Delay 2 h → 1 h", "the delay were usage’s own 1 h"],
  [rule({ allowExactMatches: true }), "Take rows at the very moment", "a row at the very moment counted"],
  [
    column("predictions", "at", { kind: "shift", byUs: String(3 * HOUR) }),
    "Predict at 09:00, not 06:00",
    "predictions were made 3 h later",
  ],
  [
    column("usage", "at", { kind: "shift", byUs: String(-2 * HOUR) }),
    "All times of usage − 2 h",
    "the times of usage were 2 h earlier",
  ],
  [
    column("usage", "at", { kind: "scale", by: "1000" }),
    "Times of usage × 1 000",
    "the times of usage were 1 000 times as late",
  ],
  [column("usage", "user_id", { kind: "trim" }), "Read user_id without blanks", "user_id were trimmed"],
  [
    column("usage", "user_id", { kind: "pad_zeros", width: 5 }),
    "Write user_id with 5 digits",
    "user_id had 5 digits",
  ],
  [
    { kind: "mapping", join: 0, on: [["account", "user_id"]] },
    "Join on account = user_id",
    "usage were joined on account = user_id",
  ],
])("%j is “%s”", (change, label, clause) => {
  const words = changeWords(change, CONTEXT);
  expect([plain(words.label), plain(words.clause)]).toEqual([label, clause]);
});

test("predictions at different times of day, or past midnight, are made so much later", () => {
  const later = (hours: number) => column("predictions", "at", { kind: "shift", byUs: String(hours * HOUR) });
  expect(plain(changeWords(later(3), { ...CONTEXT, clockUs: null }).label)).toBe("Predict 3 h later");
  expect(plain(changeWords(later(20), CONTEXT).label)).toBe("Predict 20 h later");
});

/** Three cells without a key and two that are too old; the change of the first fills so many of each. */
const summaryOf = (filledIn: readonly number[], emptied = 0) => {
  const filled = filledIn.reduce((sum, count) => sum + count, 0);
  const change: Change = { kind: "mapping", join: 0, on: [] };
  const offer = { change, fills: filledIn[0] ?? 0, filled, filledIn, emptied };
  const line = (number: number, reason: WhyEmptyLine["reason"]) =>
    ({ number, reason, offer: number === 0 ? offer : null }) as WhyEmptyLine;
  const lines = [line(0, "no_entity"), line(1, "expired")];
  return { summary: { emptyCells: 5, lines } as unknown as WhyEmptySummary, best: lines[0] ?? null };
};
const said = ({ empty, filled, sub }: ReturnType<typeof headline>) =>
  [empty, filled === null ? "" : `${filled.count}${filled.rest}`, sub].join(" | ");

test.each([
  [[2, 0], 0, "5 cells are empty. | 2 of them would not be, if x. | "],
  [[1, 0], 0, "5 cells are empty. | 1 of them would not be, if x. | "],
  [
    [3, 1],
    2,
    "5 cells are empty. | 4 of them would not be, if x. | Now 3 find no such entity; 1 is expired. 2 cells that have a value now would be empty then.",
  ],
  [
    [3, 2],
    0,
    "5 cells are empty. | All of them would not be, if x. | Now 3 find no such entity; 2 are expired.",
  ],
])("a change that fills %j and empties %i", (filledIn, emptied, expected) => {
  const { summary, best } = summaryOf(filledIn, emptied);
  expect(said(headline(summary, best, "x"))).toBe(expected);
});

test("where nothing is offered, or nothing is empty, that is said", () => {
  const { summary } = summaryOf([0, 0]);
  expect(said(headline(summary, null, ""))).toBe(
    "5 cells are empty. |  | No change would fill one without seeing past its line.",
  );
  expect(said(headline({ ...summary, emptyCells: 0 }, null, ""))).toBe(
    "No cell is empty. |  | Every join found a value for every prediction.",
  );
});

test.each([
  [14n * 24n, "14 d"],
  [729n * 24n + 1n, "729 d 1 h"],
  [20_098n * 24n, "55 years"],
])("a span of %i hours", (hours, words) => {
  expect(plain(spanWords(hours * BigInt(HOUR)))).toBe(words);
  expect(plain(spanWords(-hours * BigInt(HOUR)))).toBe(words);
});

test("a change is beside its button where its label does not name its group, and says what it assumes", () => {
  const scale = changeWords(column("usage", "at", { kind: "scale", by: "1000" }), CONTEXT);
  expect([scale.of, scale.note]).toEqual([null, "only if seconds were read as ms"]);
  const shift = changeWords(column("usage", "at", { kind: "shift", byUs: String(-HOUR) }), CONTEXT);
  expect([shift.of, shift.note]).toEqual([null, "only if its clock was wrong"]);
  expect(changeWords(column("predictions", "user_id", { kind: "trim" }), CONTEXT).of).toBe("predictions");
});

test("what it fills is told of its line and of all, where that differs", () => {
  expect([fillCount(96, 96), fillCount(96, 197)]).toEqual(["96", "96 here, 197 in all"]);
});

test("what was done is counted", () => {
  expect(plain(doneWords(3754, 0))).toBe("3 754 cells are filled now.");
  expect(doneWords(1, 2)).toBe("1 cell is filled now, and 2 emptied.");
});

test.each([
  [[{ reason: "expired", rows: 3, cells: 6 }], "3 times a join found no row"],
  [
    [
      { reason: "expired", rows: 1, cells: 2 },
      { reason: "null_value", rows: 5, cells: 7 },
    ],
    "1 time a join found no row, 7 cells are null in the row that was found",
  ],
] as const)("%j are where cells are empty", (lines, words) => {
  expect(whereWords(lines).replaceAll("\u00a0", " ")).toBe(words);
});
