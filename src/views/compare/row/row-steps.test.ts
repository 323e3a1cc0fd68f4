import { expect, test } from "vitest";
import { viewVariant } from "../../../compare/variant";
import type { JoinRule } from "../../../microfs/core";
import type { VariantName } from "../../../terms/variants";
import { stepNamed, stepsOfBoth } from "./row-steps";

const RULE: JoinRule = {
  direction: "backward",
  clock: "event_time",
  delayUs: 0n,
  ttlUs: null,
  allowExactMatches: true,
};
const steps = (above: VariantName, below: VariantName) =>
  stepsOfBoth(viewVariant(above, [RULE]), viewVariant(below, [RULE]));

test("a step is what either of the two does", () => {
  expect(steps("latest", "ordinary")).toEqual(["keep_latest", "write_cell"]);
  expect(steps("own", "latest")).toEqual([
    ...["rule_out_future", "rule_out_not_yet_known", "rule_out_expired", "keep_latest", "write_cell"],
  ]);
  expect(steps("latest", "forward")).toEqual([
    ...["rule_out_wrong_side", "rule_out_expired", "keep_latest", "write_cell"],
  ]);
});

test("a page that is opened without a step stands at the last; a step that neither has is the one before it", () => {
  expect(stepNamed(steps("own", "latest"), "find_entity")).toBe("write_cell");
  expect(stepNamed(steps("own", "latest"), "rule_out_wrong_side")).toBe("rule_out_not_yet_known");
  expect(stepNamed(steps("latest", "ordinary"), "rule_out_future")).toBe("keep_latest");
});
