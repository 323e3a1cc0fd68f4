import { describe, expect, test } from "vitest";
import { LESSON_NAMES } from "../../learn/lesson-names";
import { loadLesson } from "../../learn/load-lesson";
import { PAPERS, type Paper } from "../../state/route/route";
import { VERDICT_TERMS } from "../../terms/verdicts";
import { CASE_SLICES, scenarioSliceNamed } from "../../timeline/scenario-slices";
import { entityContent, lessonContent } from "./content";
import { type SheetLayout, type Worksheet, worksheetLayout } from "./layout";

/** Millimetres that paper has within margins of 14 mm, in CSS pixels, 96 to the inch. */
const ROOM: Readonly<Record<Paper, { width: number; height: number }>> = {
  a4: { width: ((210 - 28) / 25.4) * 96, height: ((297 - 28) / 25.4) * 96 },
  letter: { width: (8.5 - 28 / 25.4) * 96, height: (11 - 28 / 25.4) * 96 },
};

/** Of which nobody could tell the rows apart. */
const TOO_MANY = ["burst", "dense-rows"];

function sheetsOf(made: Worksheet) {
  if (made.kind !== "sheets") throw new Error(`no worksheet: ${made.kind}`);
  return made;
}

function expectOnePage(sheet: SheetLayout, paper: Paper) {
  expect(sheet.widthPx).toBeLessThanOrEqual(ROOM[paper].width);
  expect(sheet.heightPx).toBeLessThanOrEqual(ROOM[paper].height);
  expect(sheet.usedPx).toBeLessThanOrEqual(sheet.heightPx);
}

describe.each(PAPERS)("worksheetLayout on %s", (paper) => {
  test.each(LESSON_NAMES)(
    "asks every question about a row of %s on one page, with its key on another",
    async (name) => {
      const content = lessonContent(await loadLesson(name));
      const { sheet, key, rows } = sheetsOf(worksheetLayout(content, paper, 4));
      expect(rows).toBe(content.rows.length);
      expectOnePage(sheet, paper);
      expectOnePage(key, paper);
      for (const { writing } of sheet.blocks) expect(writing).toBeGreaterThan(0);
    },
  );

  test.each(CASE_SLICES.map((one) => [one.name, one] as const))("has a page for the case %s", (name, one) => {
    const made = worksheetLayout(entityContent(one), paper, 2);
    if (TOO_MANY.includes(name)) return expect(made.kind).toBe("too_many");
    const { sheet, key } = sheetsOf(made);
    expectOnePage(sheet, paper);
    expectOnePage(key, paper);
  });
});

const train = entityContent(scenarioSliceNamed("train"));

test("the worksheet judges nothing and fills no feature's cell, and the key does", () => {
  const { sheet, key } = sheetsOf(worksheetLayout(train, "a4", 1));
  const states = (page: SheetLayout) =>
    page.blocks.flatMap(({ drawn }) => drawn.lanes.flatMap(({ marks }) => marks.map(({ state }) => state)));
  expect(new Set(states(sheet))).toEqual(new Set(["undecided"]));
  expect(states(key)).toEqual([
    ...["expired", "superseded", "chosen", "not_yet_known", "future"],
    ...["superseded", "chosen", "not_yet_known", "future"],
  ]);
  expect(sheet.blocks[0]?.said).toBeNull();
  expect(key.blocks[0]?.said).not.toBeNull();
  expect(sheet.table.columns.map(({ name, isFeature }) => [name, isFeature])).toEqual([
    ...["user_id", "timestamp", "activity_count", "churned"].map((name) => [name, false]),
    ...["total_spend", "open_tickets"].map((name) => [name, true]),
  ]);
});

test("what is told of a worksheet has no verdict's word in it", async () => {
  const words = Object.values(VERDICT_TERMS).map(({ word }) => word);
  for (const name of LESSON_NAMES) {
    const { sheet } = sheetsOf(worksheetLayout(lessonContent(await loadLesson(name)), "a4", 4));
    const told = sheet.blocks
      .flatMap(({ heading, rules, lists }) => [
        ...heading,
        ...rules.flatMap(({ lines }) => lines),
        ...lists.flatMap(({ lines }) => lines),
      ])
      .concat(sheet.task)
      .join(" ");
    for (const word of words) expect(told).not.toMatch(new RegExp(`\\b${word}\\b`));
  }
});

test("the row that is looked at comes first, and no more are asked than fit", () => {
  const { slice, at } = scenarioSliceNamed("many");
  expect(entityContent({ title: "", slice, at }).rows[0]?.spineRow).toBe(at.spineRow);
  expect(sheetsOf(worksheetLayout(entityContent({ title: "", slice, at }), "letter", 4)).rows).toBeLessThan(
    4,
  );
});

test("what asks nothing has no worksheet", () => {
  expect(worksheetLayout({ title: "", keyTitle: "", rows: [], of: null }, "a4", 1)).toEqual({
    kind: "no_rows",
  });
});
