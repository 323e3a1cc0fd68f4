import { expect, test } from "vitest";
import type { ReasonName, ViewColumn } from "../../../microfs/core";
import { leakedCells } from "./leaked-cells";

const column = (join: number, name: string): ViewColumn => ({ join, name, column: name, type: "int64" });
const none = {} as Readonly<Record<ReasonName, number>>;
const join = (leaks: number) => ({ fgName: "any", reasons: none, leaks });

test("a row that leaks makes a leaked cell of every feature that its join writes", () => {
  const columns = [column(-1, "user_id"), column(0, "amount"), column(0, "status"), column(1, "minutes")];
  const totals = { trainingRows: 10, joins: [join(4), join(3)] };
  expect(leakedCells({ columns, totals })).toEqual({ leaked: 11, cells: 30 });
});

test("a join that writes nothing has no cells, whatever it finds", () => {
  const totals = { trainingRows: 10, joins: [join(4)] };
  expect(leakedCells({ columns: [column(-1, "user_id")], totals })).toEqual({ leaked: 0, cells: 0 });
});
