import { describe, expect, test } from "vitest";
import { LESSON_NAMES } from "../../learn/lesson-names";
import { loadLesson } from "../../learn/load-lesson";
import { PAPERS } from "../../state/route/route";
import { CASE_SLICES } from "../../timeline/scenario-slices";
import { entityContent, lessonContent } from "./content";
import { type SheetLayout, worksheetLayout } from "./layout";

/** Millimetres that paper has within margins of 14 mm, in CSS pixels, 96 to the inch. */
const ROOM = {
  a4: { width: ((210 - 28) / 25.4) * 96, height: ((297 - 28) / 25.4) * 96 },
  letter: { width: (8.5 - 28 / 25.4) * 96, height: (11 - 28 / 25.4) * 96 },
};

describe.each(PAPERS)("worksheetLayout on %s", (paper) => {
  const expectFit = (sheet: SheetLayout) => {
    expect(sheet.widthPx).toBeLessThanOrEqual(ROOM[paper].width);
    expect(sheet.heightPx).toBeLessThanOrEqual(ROOM[paper].height);
    expect(sheet.usedPx).toBeLessThanOrEqual(sheet.heightPx);
  };

  test.each(LESSON_NAMES)("has room for the questions of %s, and for their key", async (name) => {
    const content = lessonContent(await loadLesson(name));
    const made = worksheetLayout(content, paper, 4);
    console.log(
      paper,
      name,
      content.rows.length,
      made.kind === "sheets"
        ? [made.rows, JSON.stringify(made.sheet.way), made.sheet.usedPx, made.key.usedPx]
        : made.kind,
    );
    if (made.kind !== "sheets") return;
    expectFit(made.sheet);
    expectFit(made.key);
  });

  test.each(CASE_SLICES.map((one) => [one.name, one] as const))("has room for the case %s", (_, one) => {
    const made = worksheetLayout(entityContent(one), paper, 4);
    console.log(
      paper,
      one.name,
      made.kind === "sheets"
        ? [made.rows, JSON.stringify(made.sheet.way), made.sheet.usedPx, made.key.usedPx]
        : made,
    );
    if (made.kind !== "sheets") return;
    expectFit(made.sheet);
    expectFit(made.key);
  });
});
