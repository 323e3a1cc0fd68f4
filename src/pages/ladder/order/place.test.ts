import { expect, test } from "vitest";
import { LADDER_PROGRAMS } from "../../../ladder/programs/ladder-programs";
import type { LineId } from "../../../ladder/programs/line-parts";
import { withLine } from "../../../ladder/programs/places";
import type { Arrangement } from "../../../ladder/programs/program";
import { choiceGroups, nextChoice } from "./line-choices";
import { placesOf, replacedBy } from "./place";

const SQL = LADDER_PROGRAMS.sql;
const withLines = (...ids: LineId[]) =>
  ids.reduce<Arrangement>((program, id) => withLine(SQL, program, id), SQL.start);
const ids = (arrangement: Arrangement) => arrangement.map(({ id }) => id);

test.each<[LineId, LineId[]]>([
  ["latest", []],
  ["same_user", ["known"]],
  ["fresh", ["happened", "same_user", "known"]],
  ["happened", ["happened", "known"]],
  ["happened_before", ["happened", "known"]],
  ["earliest", ["latest"]],
])("%s goes where its place is shown, with %j there", (id, there) => {
  const before = withLines(...there);
  const places = placesOf(SQL, before, id);
  expect(places.length).toBeGreaterThan(0);
  for (const { at, gap } of places) {
    const after = ids(withLine(SQL, before, id, at));
    // What stood above the gap and still does stands above the line, and the rest below it.
    const above = ids(before.slice(0, gap)).filter((one) => after.includes(one) && one !== id);
    expect(after.slice(0, after.indexOf(id))).toEqual(above);
  }
});

test("a line that every program has goes nowhere", () => {
  expect(placesOf(SQL, SQL.start, "frame_1")).toEqual([]);
});

test("a line takes the place of the other one of its group, and of no other", () => {
  const program = withLines("happened_before", "known");
  expect(replacedBy(SQL, program, "happened")).toBe("happened_before");
  expect(replacedBy(SQL, program, "happened_before")).toBeUndefined();
  expect(replacedBy(SQL, program, "same_user")).toBeUndefined();
});

test("every line that can be taken is offered once, and the next one is of the first group that has none in the program", () => {
  for (const program of Object.values(LADDER_PROGRAMS)) {
    const groups = choiceGroups(program);
    const offered = groups.flat().map(({ id }) => id);
    expect(offered.toSorted()).toEqual(
      program.lines
        .filter(({ fixed }) => !fixed)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(nextChoice(groups, program.start)).toBe(offered[0]);
    expect(nextChoice(groups, program.right)).toBeNull();
  }
});
