import { expect, test } from "vitest";
import data from "../../lessons/tempting-join/lesson.json";
import type { Lesson } from "../lesson";
import { cellGrid, gridJoins } from "./cell-grid";

const lesson = data as unknown as Lesson;
test("x", () => {
  const g = cellGrid(lesson.scenarios.histories!);
  console.log(JSON.stringify(gridJoins(g)));
});
