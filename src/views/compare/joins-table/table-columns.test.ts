import { expect, test } from "vitest";
import { tableColumns } from "./table-columns";

const names = ({ columns }: ReturnType<typeof tableColumns>) => columns.map(({ name }) => name).join(" ");
const seen = ({ columns, choiceRem, joinRem }: ReturnType<typeof tableColumns>, count: number) =>
  2 * choiceRem + joinRem + columns.slice(0, count).reduce((sum, { rem }) => sum + rem, 0);

test("a number decides how wide its column is, once it is wider than its head", () => {
  const widthOf = (rem: number) =>
    tableColumns(100, 2, true, { stale: rem }).columns.find(({ name }) => name === "stale")?.rem;
  expect(widthOf(1)).toBe(widthOf(3));
  // 8 px on either side.
  expect(widthOf(7)).toBe(8);
});

test("counts stand before scores where all of them are seen, as on a screen of 1280 px", () => {
  const table = tableColumns(77, 2, true, {
    other: 4.5,
    leaked: 4.5,
    stale: 4.5,
    empty: 4,
    rows: 4,
    peek: 3.5,
  });
  expect(table.layout).toBe("whole");
  expect(names(table)).toBe("other leaked stale empty rows peek offline gap production");
});

test("where they are not, what leaks and what it gains come first, and a phone shows just these", () => {
  const projector = tableColumns(57, 2, true, {});
  expect(names(projector)).toMatch(/^leaked offline production /);
  const ends = projector.columns.map((_, i) => seen(projector, i + 1));
  expect(ends.some((end) => Math.abs(end - 57) < 1e-9)).toBe(true);
  const phone = tableColumns(22.125, 2, true, { leaked: 4.5 });
  expect(names(phone)).toMatch(/^leaked offline production /);
  expect(phone.layout).toBe("folded");
  expect(seen(phone, 3)).toBeCloseTo(22.125);
});

test("without models there are no scores", () => {
  expect(names(tableColumns(77, 2, false, {}))).toBe("other leaked stale empty rows peek");
});
