import { expect, test } from "vitest";
import type { RejectedRow } from "./csv-plan";
import { planOf, readText } from "./testing/csv-rows";
import { widenings } from "./widenings";

const PLAN = planOf("id:int64 at:timestamp amount:int64 flag:bool", { key: ["id"], eventTime: "at" });
const offered = async (rows: readonly string[]) => {
  const { rejected } = await readText(["id,at,amount,flag", ...rows, ""].join("\n"), PLAN);
  return widenings(PLAN, rejected as RejectedRow[]).map(({ label, rows: mended }) => [label, mended]);
};

test("decimals among whole numbers widen to numbers, a word to text", async () => {
  expect(await offered(["1,2025-01-01,3,yes", "2,2025-01-02,12.5,no", "3,2025-01-03,0.25,no"])).toEqual([
    ["Read amount as numbers", 2],
  ]);
  expect(await offered(["1,2025-01-01,3,yes", "2,2025-01-02,12.5,no", "3,2025-01-03,many,no"])).toEqual([
    ["Read amount as text", 2],
  ]);
  expect(await offered(["1,2025-01-01,3,maybe"])).toEqual([["Read flag as text", 1]]);
});

test("nothing is offered for the event time, a row too short or too long, or a key that is missing", async () => {
  expect(
    await offered(["1,soon,3,yes", "2,2025-01-02,3", "2,2025-01-02,3,no,x", ",2025-01-03,3,yes"]),
  ).toEqual([]);
});
