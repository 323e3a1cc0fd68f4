import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DIRECTIONS } from "../../microfs/core";
import { phasesOf } from "../../terms/phases-of";
import { isMarked, phaseLines, withoutMark } from "./phase-lines";

const source = readFileSync("src/microfs/explain.ts", "utf8");
const lines = source.split("\n");

test.each([
  ["rule_out_future", "backward", "row.eventTime > t"],
  ["rule_out_not_yet_known", "backward", "clockOf(row, rule) > t"],
  ["rule_out_expired", "backward", "t - row.eventTime > rule.ttlUs"],
  ["rule_out_expired", "nearest", "distance(row, t) > rule.ttlUs"],
  ["keep_latest", "backward", "rest.at(-1)"],
  ["write_cell", "backward", 'return "chosen"'],
] as const)("the lines of %s, %s, say it", (phase, direction, says) => {
  const marked = [...phaseLines(source, phase, direction)].map((line) => lines[line]).join("\n");
  expect(marked).toContain(says);
});

test("every phase of every direction finds its lines", () => {
  for (const direction of DIRECTIONS) {
    for (const allowExactMatches of [true, false]) {
      for (const phase of phasesOf({ direction, allowExactMatches })) {
        expect(phaseLines(source, phase, direction).size).toBeGreaterThan(2);
      }
    }
  }
});

test("a mark that is gone is missed", () => {
  expect(() => phaseLines("", "find_entity", "backward")).toThrow(
    "explain.ts must mark a function with // phase: find_entity",
  );
});

test("a mark may be of several phases, and of some directions only", () => {
  expect(isMarked("// phase: keep_latest, write_cell", "write_cell", "forward")).toBe(true);
  expect(isMarked("f(); // phase: rule_out_expired of forward, nearest", "rule_out_expired", "nearest")).toBe(
    true,
  );
  expect(isMarked("// phase: rule_out_expired of forward, nearest", "rule_out_expired", "backward")).toBe(
    false,
  );
  expect(withoutMark("  f(); // phase: find_entity")).toBe("  f();");
});
