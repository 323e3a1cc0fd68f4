import { expect, test } from "vitest";
import { NO_WORK, withWork } from "../../state/ladder/ladder-work";
import { isRungOpen } from "./rung-doors";

test("at first only the first rung is open", () => {
  expect(isRungOpen("order", NO_WORK)).toBe(true);
  expect(isRungOpen("fill", NO_WORK)).toBe(false);
  expect(isRungOpen("write", NO_WORK)).toBe(false);
});

test("a rung that is solved in any language opens the next one in all of them, and no other", () => {
  const work = withWork(NO_WORK, "python", { solved: ["order"] });
  expect(isRungOpen("fill", work)).toBe(true);
  expect(isRungOpen("write", work)).toBe(false);
  expect(isRungOpen("write", withWork(work, "sql", { solved: ["fill"] }))).toBe(true);
});

test("where something was made already one comes back to it", () => {
  expect(isRungOpen("fill", withWork(NO_WORK, "sql", { blanks: { order: "DESC" } }))).toBe(true);
  expect(isRungOpen("write", withWork(NO_WORK, "sql", { source: "SELECT" }))).toBe(true);
});
