import { expect, test } from "vitest";
import type { JoinParts } from "../programs/line-parts";
import { meaningOfParts } from "../programs/meaning";
import { answersOf } from "./answers";
import { JOIN_TESTS } from "./join-tests";
import { marbles } from "./marbles";

const RIGHT: JoinParts = {
  byKey: true,
  happened: "<=",
  known: "<=",
  fresh: ">=",
  cell: "row",
  order: "latest",
};

/** A test as text, user by user: what each line is, and where it differs. */
function drawn(name: string, change: Partial<JoinParts>): string[] {
  const joinTest = JOIN_TESTS.find((one) => one.name === name);
  if (joinTest === undefined) throw new RangeError(`there must be a test ${name}`);
  const { variant } = meaningOfParts({ ...RIGHT, ...change });
  return marbles(joinTest, answersOf(joinTest, variant))
    .flat()
    .map(({ text, kind, differsAt }) => [text, kind, ...differsAt].join(" "));
}

test("where a program is right, it has no line of its own", () => {
  expect(drawn("last_before", {})).toEqual(["a--b-c--d- events", "-------?-- asked", "-------c-- right"]);
});

test("where it is not, its own line is drawn, and says on which days it differs", () => {
  expect(drawn("own_row", { order: "earliest" })).toEqual([
    "a--b------ events",
    "--c~~~|--- events",
    "-?--?-?--- asked",
    "-a--b-b--- right",
    "-a--a-c--- yours 4 6",
  ]);
});

test("nothing is a point", () => {
  expect(drawn("same_moment", { happened: "<" }).slice(-2)).toEqual([
    "--b------- right",
    "--.------- yours 2",
  ]);
});

test("two rows at once stand one over the other", () => {
  expect(drawn("own_row", { cell: "greatest_of_each" }).slice(-2)).toEqual([
    "-a--b-b--- yours 6",
    "------c--- yours 6",
  ]);
});

test("each user has lines of their own, in which another’s row can stand", () => {
  expect(drawn("somebody_else", { byKey: false })).toEqual([
    "-a-------- events",
    "----?----- asked",
    "----a----- right",
    "----B----- yours 4",
    "--B------- events",
    "----?----- asked",
    "----B----- right",
  ]);
});
