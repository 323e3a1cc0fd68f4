import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSlice } from "../../microfs/entity-slice";
import type { JoinRule } from "../../microfs/join/join-rule";
import { SCENES, sceneNamed } from "../scenes/scenes";
import { phasesAt } from "../step/coordinate";
import { anySlice } from "../testing/any-slice";
import { sentence } from "./sentence";
import { plainText } from "./sentence-parts";
import { togetherLabel } from "./verdict-words";

const together = (slice: Parameters<typeof phasesAt>[0], spineRow: number) =>
  phasesAt(slice, { join: 0, together: true }).map((phase) => ({ spineRow, join: 0, phase, together: true }));

test("side by side, each step says what happens in every join", () => {
  const { slice, at } = sceneNamed("train");
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
                : rows.filter(({ verdict }) => counts.some(({ look }) => look === verdict)).length,
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
        const leaks = parts.filter((part) => part.kind === "value" && part.look === "leak").length;
        expect(plainText(parts).split(", a leak").length - 1).toBe(leaks);
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
  const { slice } = sceneNamed("train");
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

test("the scenes, side by side", () => {
  const said = SCENES.map(({ name, slice, at }) =>
    [`— ${name}`, ...together(slice, at.spineRow).map((step) => plainText(sentence(slice, step)))].join("\n"),
  );
  expect(said.join("\n\n")).toMatchSnapshot();
});
