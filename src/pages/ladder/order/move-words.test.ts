import { expect, test } from "vitest";
import { LADDER_PROGRAMS } from "../../../ladder/programs/ladder-programs";
import { withLine } from "../../../ladder/programs/places";
import { moveWords } from "./move-words";

const SQL = LADDER_PROGRAMS.sql;

test("a move is said as what it has done", () => {
  const one = withLine(SQL, SQL.start, "earliest");
  const both = withLine(SQL, one, "latest");
  expect(moveWords(SQL, SQL.start, one, "earliest")).toMatch(/^Taken in: ORDER BY ts ASC.*, line 4 of 5\.$/);
  expect(moveWords(SQL, one, both, "latest")).toMatch(/in the place of ORDER BY ts ASC/);
  expect(moveWords(SQL, one, SQL.start, "earliest")).toMatch(/^Put back: ORDER BY ts ASC/);
  expect(moveWords(SQL, one, one, "earliest")).toMatch(
    /stays line 4 of 5\. It stands only here: between FROM payments e WHERE true and LIMIT 1/,
  );
});
