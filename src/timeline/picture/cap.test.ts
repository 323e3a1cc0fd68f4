import { describe, expect, test } from "vitest";
import type { JoinRule } from "../../microfs/core";
import { scenarioSliceNamed } from "../scenario-slices";
import { withRules } from "../slice-index/slice-index";
import { initialWindow } from "./initial-window";
import { picture } from "./picture";

const { slice: SLICE, at: AT } = scenarioSliceNamed("train");

function lane(change: Partial<JoinRule>, caps = true, width = 1000) {
  const rules = SLICE.joins.map(({ rule }) => ({ ...rule, ...change }));
  const slice = withRules(SLICE, rules);
  const drawn = picture(slice, { ...AT, join: 0 }, initialWindow(SLICE, AT.spineRow), { width, caps });
  const [first] = drawn.lanes;
  if (first === undefined) throw new Error("the picture has no lane");
  return { ...first, lineX: drawn.asOf.x };
}

const said = ({ labels }: ReturnType<typeof lane>) => labels.find(({ key }) => key === "cap")?.text;

describe("the cap on the line", () => {
  test("is filled where a row of that very moment counts, hollow where it does not, and says so", () => {
    const [closed, open] = [true, false].map((allowExactMatches) => lane({ allowExactMatches }));
    expect(closed?.cap?.isClosed).toBe(true);
    expect(open?.cap?.isClosed).toBe(false);
    expect([closed, open].map((one) => one && said(one)?.[0])).toEqual(["≤", "<"]);
  });

  test("stands on the line, clear of a mark that does", () => {
    const { cap, lineX, center, metrics } = lane({});
    expect(cap?.x).toBe(lineX);
    expect(center - metrics.ringRadius).toBeGreaterThan((cap?.y ?? 0) + (cap?.radius ?? 0));
  });

  test("says so on a phone too", () => {
    expect(said(lane({}, true, 358))).toMatch(/^≤/);
  });

  test("is not there where it makes no difference, or is not asked for", () => {
    expect(lane({ direction: "latest" }).cap).toBeNull();
    expect(lane({}, false).cap).toBeNull();
  });
});
