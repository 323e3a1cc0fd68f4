import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DIRECTIONS } from "../../microfs/core";
import { phasesOf } from "../../terms/phases-of";
import { withoutMark } from "./phase-lines";
import { predicateExcerpt, ruleExcerpt } from "./rule-excerpt";

const source = readFileSync("src/microfs/explain.ts", "utf8");
const marked = (
  phase: Parameters<typeof ruleExcerpt>[1],
  direction: Parameters<typeof ruleExcerpt>[2],
  reason: Parameters<typeof ruleExcerpt>[3] = "chosen",
) =>
  ruleExcerpt(source, phase, direction, reason)
    .flat()
    .filter((line) => line.marked)
    .map((line) => line.text.trim());

test("each phase of the backward join marks the line that answers it", () => {
  expect(marked("rule_out_future", "backward")).toEqual(['if (isFuture(row, t, rule)) return "future";']);
  expect(marked("rule_out_not_yet_known", "backward")).toEqual([
    'if (isNotYetKnown(row, t, rule)) return "not_yet_known";',
  ]);
  expect(marked("keep_latest", "backward")).toEqual(['if (row !== best) return "superseded";']);
  expect(marked("write_cell", "backward")).toEqual(['return "chosen";']);
});

test("where nothing was chosen the line is marked that says why", () => {
  expect(marked("write_cell", "backward", "expired")).toEqual([
    "for (const [verdict, reason] of REASONS_FOR_NO_MATCH) if (has(verdict)) return reason;",
  ]);
  expect(marked("write_cell", "backward", "null_key")).toEqual([
    'if (entity === null) return { reason: "null_key", candidates: [] };',
  ]);
  expect(marked("rule_out_future", "backward", "no_entity")).toEqual([
    'if (candidates.length === 0) return { reason: "no_entity", candidates: [] };',
  ]);
});

test("the functions that a phase calls stand under it", () => {
  const texts = predicateExcerpt(source, "rule_out_not_yet_known", "backward").map((line) =>
    line.text.trim(),
  );
  expect(texts).toContain("return clockOf(row, rule) > t;");
  expect(predicateExcerpt(source, "keep_latest", "backward")).toEqual([]);
});

test("every phase of every direction finds its lines, and every line is the file's own", () => {
  const lines = source.split("\n");
  for (const direction of DIRECTIONS) {
    for (const allowExactMatches of [true, false]) {
      for (const phase of phasesOf({ direction, allowExactMatches })) {
        const shown = [
          ...ruleExcerpt(source, phase, direction, "chosen").flat(),
          ...predicateExcerpt(source, phase, direction),
        ];
        expect(shown.some((line) => line.marked)).toBe(true);
        for (const { number, text } of shown) expect(withoutMark(lines[number] ?? "")).toBe(text);
      }
    }
  }
});

test("a rule that is gone is missed", () => {
  expect(() => ruleExcerpt("function ruleOut(\n}", "rule_out_future", "backward", "chosen")).toThrow(
    'ruleOut of explain.ts must have case "backward":',
  );
});
