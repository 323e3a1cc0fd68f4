import { describe, expect, test } from "vitest";
import { viewVariant } from "../../../compare/variant";
import type { SliceJoin } from "../../../microfs/core";
import type { VariantName } from "../../../terms/variants";
import { scenarioSliceNamed } from "../../../timeline/scenario-slices";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { plainText } from "../../../timeline/words/sentence-parts";
import { variantsShown } from "../use-variants";
import { pickedRows, rowDifferences } from "./row-differences";
import { rowHeadline } from "./row-headline";

/** User 2 as of 5 Nov 14:00: five payments (the last but one late, the last in the future) and four tickets. */
const { slice, at } = scenarioSliceNamed("train");
const position = slice.spine.rows.indexOf(at.spineRow);
const rules = slice.joins.map(({ rule }) => rule);

const NOWHERE = { join: 0, column: null };
function differences(
  above: VariantName,
  below: VariantName,
  wanted: { join: number; column: string | null } = NOWHERE,
  of = slice,
) {
  return rowDifferences(of, position, viewVariant(above, rules), viewVariant(below, rules), wanted);
}

function headline(above: VariantName, below: VariantName, lookedAt = 0, of = slice): string {
  const { word } = variantsShown(rules, above, below);
  const facts = {
    slice: of,
    tUs: momentOf(of, at.spineRow),
    differences: differences(above, below, NOWHERE, of),
    lookedAt,
  };
  return plainText(rowHeadline({ ...facts, above: word(above), below: word(below) }));
}

describe("what two joins take for one row", () => {
  test("is a row each, its value, and whether that was not known yet", () => {
    const [payments] = differences("own", "latest");
    const shown = { name: "total_spend", before: 50, after: 120 };
    expect(payments).toMatchObject({ differs: true, shown, cells: [shown] });
    expect(payments?.above).toMatchObject({ rows: [2], leaks: [false], peekUs: 0n });
    expect(payments?.below).toMatchObject({ rows: [4], leaks: [true] });
  });

  test("is several rows where the join takes all, and a picture is told which", () => {
    const found = differences("own", "ordinary");
    expect(found.map(({ below }) => below.leaks)).toEqual([
      [false, false, false, true, true],
      [false, false, true, true],
    ]);
    const [payments] = pickedRows(found, viewVariant("ordinary", rules), "below");
    expect([...(payments ?? [])].map(([row, { leak }]) => [row, leak])).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [3, true],
      [4, true],
    ]);
    expect(pickedRows(found, viewVariant("own", rules), "above")).toEqual([undefined, undefined]);
  });

  test("is nothing where it finds none, and the same where rules agree", () => {
    expect(differences("own", "own").map(({ differs, cells }) => [differs, cells.length])).toEqual([
      [false, 0],
      [false, 0],
    ]);
  });
});

describe("the headline", () => {
  test("names the entity by all its keys, whichever of them the join is on", () => {
    const store = { column: "store_id", type: "string", value: "b5" } as const;
    expect(headline("own", "latest", 0, { ...slice, entity: [...slice.entity, store] })).toMatch(
      /^User 2, store b5, 5 Nov/,
    );
  });

  test("names the row and one telling cell, and counts the others", () => {
    expect(headline("own", "latest")).toMatch(
      /^User 2, 5 Nov 14:00: as of writes total_spend 50\.00; latest writes 120\.00, which happens .+ later, and 1 more cell that was not known yet\.$/,
    );
  });

  test("begins with the join that is looked at where both leak", () => {
    expect(headline("own", "latest", 1)).toContain("as of writes open_tickets 1; latest writes");
  });

  test("says how many rows a join makes of one that takes all, and how many of them were not known", () => {
    expect(headline("own", "ordinary")).toBe(
      "User 2, 5 Nov 14:00: as of writes total_spend 50.00; ordinary join makes 20 rows of it from 9 that it finds, 4 of them not known yet.",
    );
  });

  test("says the leaks of the join that leaks, and of both where both do", () => {
    expect(headline("latest", "own")).toMatch(
      /: latest writes total_spend 120\.00, which happens .+ later, and 1 more cell that was not known yet; as of writes 50\.00\.$/,
    );
    expect(headline("latest", "forward")).not.toContain("and 1 more cell that");
  });

  test("counts every cell of a row that was not known, whatever it holds", () => {
    const twice = (join: SliceJoin): SliceJoin => ({
      ...join,
      columns: [
        ...join.columns,
        ...join.columns.map((one) => ({ ...one, name: "none", values: one.values.map(() => null) })),
      ],
      writes: [...join.writes, { column: "none", as: "none" }],
    });
    expect(headline("own", "latest", 0, { ...slice, joins: slice.joins.map(twice) })).toMatch(
      /later, and 3 more cells that were not known yet\.$/,
    );
  });

  test("names the joins that take different rows of one value, and says that they leak all the same", () => {
    const alike = (join: SliceJoin): SliceJoin => ({
      ...join,
      columns: join.columns.map((one) => ({ ...one, values: one.values.map(() => 1) })),
    });
    expect(headline("own", "latest", 0, { ...slice, joins: slice.joins.map(alike) })).toBe(
      "User 2, 5 Nov 14:00: as of and latest take different rows of user_payments and support_tickets here, and write the same; latest leaks all the same.",
    );
  });

  test("says where the two write the same, or are the same", () => {
    expect(headline("own", "strict")).toBe(
      "User 2, 5 Nov 14:00: as of and < instead of ≤ take the same rows here, and write the same.",
    );
    expect(headline("own", "own")).toBe(
      "User 2, 5 Nov 14:00: as of stands above and below. Choose another join in the table.",
    );
  });
});
