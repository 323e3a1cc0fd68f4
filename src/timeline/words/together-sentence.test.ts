import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSlice, type JoinRule } from "../../microfs/core";
import { scenarioSliceNamed } from "../scenario-slices";
import { phasesAt } from "../step/coordinate";
import { anySlice } from "../testing/any-slice";
import { sentence } from "./sentence";
import { plainText } from "./sentence-parts";
import { togetherLabel } from "./verdict-words";

const together = (slice: Parameters<typeof phasesAt>[0], spineRow: number) =>
  phasesAt(slice, { join: 0, together: true }).map((phase) => ({ spineRow, join: 0, phase, together: true }));

test("side by side, each step says what happens in every join", () => {
  const { slice, at } = scenarioSliceNamed("train");
  expect(together(slice, at.spineRow).map((step) => plainText(sentence(slice, step)))).toEqual([
    "User 2, as of 5 Nov 14:00. 5 payments and 4 support tickets wait to be judged.",
    "User 2, as of 5 Nov 14:00. 1 of 5 payments and 1 of 4 support tickets have not happened yet.",
    "User 2, as of 5 Nov 14:00. 1 of 5 payments and 1 of 4 support tickets cannot be used yet.",
    "User 2, as of 5 Nov 14:00. 1 of 5 payments lies outside the TTL.",
    "User 2, as of 5 Nov 14:00. user_payments keeps 50.00 and support_tickets 1.",
    "User 2, as of 5 Nov 14:00. total_spend gets 50.00 and open_tickets 1.",
  ]);
});

test("no count of it contradicts the verdicts, and a join without one is not counted", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      slice.spine.rows.forEach((spineRow, position) => {
        for (const step of together(slice, spineRow)) {
          // `latest` asks the age only when it picks.
          const asked = slice.joins.filter(
            ({ rule }) => !(rule.direction === "latest" && step.phase === "rule_out_expired"),
          );
          const explained = asked.map((join) => explainSlice(slice, join, position).candidates);
          const counts = sentence(slice, step).filter((part) => part.kind === "count");
          const said = explained
            .map((rows) =>
              step.phase === "find_entity"
                ? rows.length
                : rows.filter(({ verdict }) => counts.some(({ state }) => state === verdict)).length,
            )
            .filter((count) => count > 0);
          expect(counts.map(({ count }) => count)).toEqual(counts.length === 0 ? [] : said);
        }
      });
    }),
  );
});

test("what stays empty is what nothing was chosen for, and a leak is called one exactly where it is one", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      slice.spine.rows.forEach((spineRow, position) => {
        const last = together(slice, spineRow).at(-1);
        if (last === undefined) return;
        const parts = sentence(slice, last);
        const chosen = slice.joins.flatMap((join) =>
          explainSlice(slice, join, position).candidates.filter(({ verdict }) => verdict === "chosen"),
        );
        expect(parts.filter((part) => part.kind === "value")).toHaveLength(chosen.length);
        expect(/stays? empty/.test(plainText(parts))).toBe(chosen.length < slice.joins.length);
        const leaks = parts.filter((part) => part.kind === "value" && part.state === "leak").length;
        expect(plainText(parts).split(" (a leak)").length - 1).toBe(leaks);
      });
    }),
  );
});

test("every sentence can be read: no double blanks, no missing words, an end", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      for (const spineRow of slice.spine.rows) {
        for (const step of together(slice, spineRow)) {
          const said = plainText(sentence(slice, step));
          expect(said).toMatch(/^[^ ].*[.]$/);
          expect(said).not.toMatch(/ {2}|undefined|NaN| ,|\bof 1 (payments|rows)\b|\.\./);
        }
      }
    }),
  );
});

test("side by side, a step is named by the joins that take part in it, and neutrally where they differ", () => {
  const { slice } = scenarioSliceNamed("train");
  const [payments, tickets] = slice.joins;
  if (payments === undefined || tickets === undefined) throw new Error("the scene has two joins");
  const directed = (...directions: JoinRule["direction"][]) => ({
    ...slice,
    joins: [payments, tickets].map((join, i) => ({
      ...join,
      rule: { ...join.rule, direction: directions[i] ?? "backward" },
    })),
  });
  const named = (of: typeof slice) =>
    phasesAt(of, { join: 0, together: true }).map((phase) => togetherLabel(of, phase, false));
  expect(named(slice)).toEqual([
    "find the rows",
    "the future",
    "the not yet known",
    "the expired",
    "keep the latest",
    "write the cell",
  ]);
  expect(named(directed("backward", "forward"))).toEqual([
    "find the rows",
    "the future",
    "the not yet known",
    "the past",
    "what the TTL forbids",
    "keep one of the rest",
    "write the cell",
  ]);
});

test.each([
  [
    "joins",
    0,
    "User 2, as of 5 Nov 14:00. 3 payments, 2 support tickets, 3 sessions and 2 marketing emails wait to be judged.",
  ],
  ["joins", 1, "User 2, as of 5 Nov 14:00. 1 of 3 payments has not happened yet."],
  ["joins", 2, "User 2, as of 5 Nov 14:00. 1 of 2 support tickets and 1 of 3 sessions cannot be used yet."],
  ["joins", 3, "User 2, as of 5 Nov 14:00. 1 of 2 marketing emails lies outside the TTL."],
  [
    "joins",
    4,
    "User 2, as of 5 Nov 14:00. user_payments keeps 50.00, support_tickets 1, user_sessions 41 and marketing_emails no.",
  ],
  [
    "joins",
    5,
    "User 2, as of 5 Nov 14:00. total_spend gets 50.00, open_tickets 1, minutes 41 and opened no.",
  ],
  ["chosen", 0, "User 2, as of 5 Nov 14:00. 1 payment waits to be judged."],
  ["chosen", 1, "User 2, as of 5 Nov 14:00. Nothing lies in the future: nothing to rule out in any join."],
  [
    "chosen",
    2,
    "User 2, as of 5 Nov 14:00. All that has happened is known: nothing to rule out in any join.",
  ],
  [
    "chosen",
    3,
    "User 2, as of 5 Nov 14:00. Nothing that remains lies outside the TTL: nothing to rule out in any join.",
  ],
  ["chosen", 4, "User 2, as of 5 Nov 14:00. user_payments keeps 50.00."],
  ["chosen", 5, "User 2, as of 5 Nov 14:00. total_spend gets 50.00."],
  ["superseded", 0, "User 2, as of 5 Nov 14:00. 3 payments wait to be judged."],
  ["expired", 3, "User 2, as of 5 Nov 14:00. 2 of 2 payments lie outside the TTL."],
  ["expired", 4, "User 2, as of 5 Nov 14:00. In no join a row remains to choose from."],
  ["expired", 5, "User 2, as of 5 Nov 14:00. total_spend stays empty."],
  ["not-yet-known", 2, "User 2, as of 5 Nov 14:00. 2 of 2 payments cannot be used yet."],
  ["future-only", 1, "User 2, as of 5 Nov 14:00. 2 of 2 payments have not happened yet."],
  ["exact-match-off", 1, "User 2, as of 5 Nov 14:00. 1 of 2 payments does not lie before that moment."],
  ["null-value", 4, "User 2, as of 5 Nov 14:00. user_payments keeps null."],
  ["null-value", 5, "User 2, as of 5 Nov 14:00. total_spend gets null."],
  ["null-key", 0, "A row without user_id, as of 5 Nov 14:00. user_payments holds nothing of it."],
  [
    "null-key",
    1,
    "A row without user_id, as of 5 Nov 14:00. Nothing lies in the future: nothing to rule out in any join.",
  ],
  [
    "null-key",
    2,
    "A row without user_id, as of 5 Nov 14:00. All that has happened is known: nothing to rule out in any join.",
  ],
  [
    "null-key",
    3,
    "A row without user_id, as of 5 Nov 14:00. Nothing that remains lies outside the TTL: nothing to rule out in any join.",
  ],
  ["null-key", 4, "A row without user_id, as of 5 Nov 14:00. In no join a row remains to choose from."],
  ["null-key", 5, "A row without user_id, as of 5 Nov 14:00. total_spend stays empty."],
  ["no-entity", 0, "User 2, as of 5 Nov 14:00. user_payments holds nothing of it."],
  ["nearest", 3, "User 2, as of 5 Nov 14:00. total_spend gets 120.00 (a leak)."],
  ["forward", 1, "User 2, as of 5 Nov 14:00. 1 of 3 payments lies on the wrong side of that moment."],
  ["many", 0, "User 2, as of 5 Nov 2025 14:00. 1 000 payments wait to be judged."],
  ["many", 1, "User 2, as of 5 Nov 2025 14:00. 925 of 1 000 payments have not happened yet."],
  [
    "many",
    2,
    "User 2, as of 5 Nov 2025 14:00. All that has happened is known: nothing to rule out in any join.",
  ],
  [
    "many",
    3,
    "User 2, as of 5 Nov 2025 14:00. Nothing that remains lies outside the TTL: nothing to rule out in any join.",
  ],
  ["many", 4, "User 2, as of 5 Nov 2025 14:00. user_payments keeps 238.00."],
  ["many", 5, "User 2, as of 5 Nov 2025 14:00. total_spend gets 238.00."],
])("the scenario %s, step %i side by side: %s", (name, step, said) => {
  const { slice, at } = scenarioSliceNamed(name);
  const coordinate = together(slice, at.spineRow)[step];
  expect(coordinate && plainText(sentence(slice, coordinate))).toBe(said);
});
