import { describe, expect, test } from "vitest";
import { viewVariant } from "../../../compare/variant";
import type { VariantName } from "../../../terms/variants";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { picture } from "../../../timeline/picture/picture";
import { scenarioSliceNamed } from "../../../timeline/scenario-slices";
import { withRules } from "../../../timeline/slice-index/slice-index";
import { pickedRows, rowDifferences } from "./row-differences";
import { type RowLink, rowLinks } from "./row-links";

const GAP_PX = 50;

/** The links between two joins of the train scenario, with the pictures that they are drawn over. */
function links(above: VariantName, below: VariantName, width = 1200, scenario = "train") {
  const { slice, at } = scenarioSliceNamed(scenario);
  const rules = slice.joins.map(({ rule }) => rule);
  const variants = [viewVariant(above, rules), viewVariant(below, rules)] as const;
  const position = slice.spine.rows.indexOf(at.spineRow);
  const differences = rowDifferences(slice, position, ...variants, { join: 0, column: null });
  const window = initialWindow(slice, at.spineRow);
  const [first, second] = variants.map((variant, i) =>
    picture(
      withRules(
        slice,
        variant.rules.map((rule) => rule ?? undefined),
      ),
      { spineRow: at.spineRow, join: 0, phase: "write_cell", together: true },
      window,
      {
        width,
        strip: { laneHeights: slice.joins.map(() => 36), hasAxis: i === 0 },
        picked: pickedRows(differences, variant, i === 0 ? "above" : "below"),
      },
    ),
  );
  if (first === undefined || second === undefined) throw new Error("there are two pictures");
  const frame = { above: first, below: second, gapPx: GAP_PX, labelsFrom: 0, sizePx: 12 };
  return { above: first, below: second, links: rowLinks(slice, differences, frame) };
}

const words = ({ label }: RowLink) => label?.words.map(({ text, tone }) => `${text}:${tone}`).join(" ");
const numbersIn = (path: string) => path.match(/-?[\d.]+/g)?.map(Number) ?? [];

describe("between two joins", () => {
  test("each that takes another row has a line from mark to mark, and the cell that it changes on it", () => {
    const { above, below, links: drawn } = links("own", "latest");
    expect(drawn.map(words)).toEqual([
      "total_spend:muted 50.00:chosen →:muted 120.00:leak",
      "open_tickets:muted 1:chosen →:muted 4:leak",
    ]);
    const chosen = above.lanes[0]?.marks.find(({ state }) => state === "chosen");
    const leak = below.lanes[0]?.marks.find(({ state }) => state === "leak");
    const [[start, end] = ["", ""]] = drawn.map(({ paths }) => paths);
    expect(numbersIn(start)[0]).toBeCloseTo(chosen?.x ?? 0, 0);
    expect(numbersIn(end).at(-1)).toBeLessThanOrEqual(above.height + GAP_PX + (leak?.y ?? 0));
  });

  test("those that agree draw nothing", () => {
    expect(links("own", "strict").links).toEqual([]);
  });

  test("several rows are counted, and nothing is said to be nothing", () => {
    expect(links("own", "ordinary").links.map(words)).toEqual([
      "total_spend:muted 50.00:chosen →:muted 5 rows:leak",
      "open_tickets:muted 1:chosen →:muted 4 rows:leak",
    ]);
    expect(links("own", "forward").links.map(words)[0]).toBe(
      "total_spend:muted 50.00:chosen →:muted 120.00:leak",
    );
  });

  test.each([1400, 1000, 700, 390, 300])(
    "no label covers another, the line, or leaves the axis, %i px wide",
    (width) => {
      for (const scenario of ["train", "joins", "side-by-side"])
        for (const below of ["latest", "forward", "ordinary", "calendar_date"] as const) {
          const { above, links: drawn } = links("own", below, width, scenario);
          const labels = drawn.flatMap(({ label }) => label ?? []).sort((a, b) => a.x - b.x);
          let end = above.scale.left;
          for (const { x, width: wide } of labels) {
            expect(x).toBeGreaterThanOrEqual(end - 1e-6);
            expect(x + wide).toBeLessThanOrEqual(above.scale.right + 1e-6);
            expect(x < above.asOf.x && x + wide > above.asOf.x).toBe(false);
            end = x + wide;
          }
        }
    },
  );
});
