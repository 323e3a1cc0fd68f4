import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { LANGUAGES } from "../../terms/languages";
import { everyArrangement } from "../testing/every-arrangement";
import { LADDER_PROGRAMS } from "./ladder-programs";
import type { LineId } from "./line-parts";
import { lineOf, moved, placesFor, withLine, withoutLine } from "./places";
import type { Arrangement } from "./program";
import { programText } from "./program-text";

const { sql, python, typescript } = LADDER_PROGRAMS;
const PROGRAMS = LANGUAGES.map((language) => LADDER_PROGRAMS[language]);
const ids = (arrangement: Arrangement) => arrangement.map(({ id }) => id);
const built = (...lines: LineId[]) =>
  lines.reduce<Arrangement>((arrangement, id) => withLine(sql, arrangement, id), sql.start);

test("a program begins with the lines that hold the others together", () => {
  expect(programText(sql, sql.start)).toBe(
    [
      "SELECT p.row, f.row, f.ts",
      "FROM predictions p LEFT JOIN LATERAL (",
      "  FROM payments e WHERE true",
      "  LIMIT 1 ) f ON true",
    ].join("\n"),
  );
});

test("a condition can stand before and after every other, the line that says what is taken at one place only", () => {
  const arrangement = built("happened", "known");
  expect(placesFor(sql, arrangement, "fresh")).toEqual([3, 4, 5]);
  expect(placesFor(sql, arrangement, "own_row")).toEqual([2]);
  expect(placesFor(sql, arrangement, "latest")).toEqual([5]);
});

test("a place is counted without the line itself, and without the one of its group", () => {
  const arrangement = built("own_row", "happened", "known");
  expect(placesFor(sql, arrangement, "happened")).toEqual([4, 5]);
  expect(placesFor(sql, arrangement, "happened_before")).toEqual([4, 5]);
});

test("a line takes the place of the one of its group", () => {
  const arrangement = withLine(sql, built("happened", "known"), "same_date");
  expect(ids(arrangement)).toEqual(["frame_1", "frame_2", "frame_3", "same_date", "known", "frame_4"]);
});

test("a line goes to the place that is wanted, or the nearest where it can stand", () => {
  const arrangement = built("happened", "known");
  const at = (place: number) => ids(withLine(sql, arrangement, "fresh", place)).indexOf("fresh");
  expect([0, 3, 4, 5, 99].map(at)).toEqual([3, 3, 4, 5, 5]);
});

test("in TypeScript rows can be sorted before they are filtered, in Python only after", () => {
  expect(placesFor(typescript, typescript.right, "latest")).toEqual([3, 4, 5, 6, 7]);
  expect(placesFor(python, python.right, "latest")).toEqual([9]);
});

test("a line is moved past another, and no further than it can stand", () => {
  const arrangement = built("happened", "known");
  const up = moved(sql, arrangement, "known", -1);
  expect(ids(up).slice(3, 5)).toEqual(["known", "happened"]);
  expect(moved(sql, up, "known", -1)).toBe(up);
  expect(moved(sql, up, "known", 1)).toEqual(arrangement);
  expect(moved(sql, up, "fresh", 1)).toBe(up);
});

describe.each(PROGRAMS)("$language", (program) => {
  test("a fixed line is neither taken out, moved nor put in again", () => {
    for (const { id } of program.start) {
      expect(withoutLine(program, program.right, id)).toBe(program.right);
      expect(withLine(program, program.right, id, 0)).toBe(program.right);
      expect(moved(program, program.right, id, 1)).toBe(program.right);
    }
  });

  test("whatever is built, lines stand in the order of their slots, one of a group, indented as they are", () => {
    const order = (id: LineId) => program.slots.findIndex((slot) => slot.includes(id));
    for (const arrangement of everyArrangement(program, 7)) {
      const slots = arrangement.map(({ id }) => order(id));
      expect(slots).toEqual(slots.toSorted((a, b) => a - b));
      const groups = arrangement.flatMap(({ id }) => lineOf(program, id).group ?? []);
      expect(new Set(groups).size).toBe(groups.length);
      expect(arrangement.every(({ id, indent }) => lineOf(program, id).indent === indent)).toBe(true);
    }
  });

  test("the right program is built by whatever moves lead there", () => {
    const right = program.right.map(({ id }) => id);
    const free = right.filter((id) => !lineOf(program, id).fixed);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(program.lines.map(({ id }) => id)),
        fc.shuffledSubarray(free, { minLength: free.length }),
        (before, then) => {
          const start = before.reduce<Arrangement>(
            (some, id) => withLine(program, some, id, 0),
            program.start,
          );
          // Every right line takes the place of what stands for it; put from the last to the first, each before the others.
          const end = then
            .toSorted((a, b) => right.indexOf(b) - right.indexOf(a))
            .reduce((some, id) => withLine(program, some, id, 0), start);
          expect(ids(end)).toEqual(right);
        },
      ),
      propertyRuns(30),
    );
  });
});
