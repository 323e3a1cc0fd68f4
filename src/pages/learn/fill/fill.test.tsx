import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { LoadedLesson } from "../../../learn/load-lesson";
import { NO_PROGRESS, progressIn } from "../../../learn/progress";
import { EVERY_LESSON } from "../../../learn/testing/every-lesson";
import { type ShownLesson, showInLesson, withLessonPage } from "../testing/small-lesson";
import { Blocks } from "../text/blocks";

withLessonPage();

const found = EVERY_LESSON.find(({ name }) => name === "tempting-join");
if (found === undefined) throw new RangeError("there must be a first lesson");
const LOADED: LoadedLesson = found;

function show(progress = NO_PROGRESS): ShownLesson {
  return showInLesson(<Blocks blocks={LOADED.parts[0]?.blocks ?? []} />, progress, { loaded: LOADED });
}

const cellsOf = (name: string) =>
  within(screen.getByRole("group", { name })).getAllByRole<HTMLButtonElement>("button");
const textsOf = (name: string) => cellsOf(name).map((cell) => cell.textContent);
const choose = (name: string, payment: string) =>
  fireEvent.click(
    within(screen.getByRole("group", { name: `${name}’s payments` })).getByRole("button", { name: payment }),
  );
const status = () => screen.getByRole("status").textContent;
const kept = ({ progress }: ShownLesson) => progressIn(progress(), "tempting-join").made.cells;

test("one cell waits; each payment goes into it, and the next one waits", () => {
  const lesson = show();
  expect(status()).toBe("Ana on 3 Nov: which payment goes in?");
  choose("Ana", "1 Nov · 20.50");
  expect(status()).toBe("Ana on 10 Nov: which payment goes in?");
  choose("Ana", "13 Nov · 120.75");
  choose("Ana", "nothing");
  expect(status()).toBe("Ben on 3 Nov: which payment goes in?");
  for (const payment of ["29 Oct · 80.50", "5 Nov · 15.25", "16 Nov · 60.75"]) choose("Ben", payment);
  expect([textsOf("Ana"), textsOf("Ben")]).toEqual([
    ["20.50", "120.75", "nothing"],
    ["80.50", "15.25", "60.75"],
  ]);
  expect(kept(lesson)).toEqual(["row:0", "row:2", "none", "row:3", "row:4", "row:5"]);
});

test("a payment first, and then its cell; it does not go into another customer’s", () => {
  const lesson = show();
  choose("Ben", "5 Nov · 15.25");
  expect(status()).toBe("15.25 of Ben: into which cell of Ben?");
  fireEvent.click(cellsOf("Ana")[1] ?? document.body);
  expect(status()).toBe("That payment is Ben’s, and the cell is Ana’s.");
  fireEvent.click(cellsOf("Ben")[2] ?? document.body);
  expect(textsOf("Ben")).toEqual(["", "", "15.25"]);
  expect(kept(lesson)).toEqual([null, null, null, null, null, "row:4"]);
});

test("another’s payment, taken up by one press too many, does not lose the cell that waits", () => {
  show();
  for (let i = 0; i < 3; i++) choose("Ana", "13 Nov · 120.75");
  expect(status()).toBe("Ben on 3 Nov: which payment goes in?");
  choose("Ana", "13 Nov · 120.75");
  expect(status()).toContain("120.75 of Ana");
  choose("Ben", "29 Oct · 80.50");
  expect(textsOf("Ben")).toEqual(["80.50", "", ""]);
  expect(status()).toBe("Ben on 10 Nov: which payment goes in?");
  // Pressed once more, it is put down, and the same cell waits.
  choose("Ana", "1 Nov · 20.50");
  choose("Ana", "1 Nov · 20.50");
  expect(status()).toBe("Ben on 10 Nov: which payment goes in?");
});

test("a payment can be pressed in the picture, by Enter too", () => {
  show();
  const mark = screen.getByRole("button", { name: /payments?, 35\.25/ });
  fireEvent.keyDown(mark, { key: "Enter" });
  expect(textsOf("Ana")).toEqual(["35.25", "", ""]);
});

test("what was filled can be changed", () => {
  show();
  choose("Ana", "1 Nov · 20.50");
  fireEvent.click(cellsOf("Ana")[0] ?? document.body);
  choose("Ana", "6 Nov · 35.25");
  expect(textsOf("Ana")[0]).toBe("35.25");
});

test("once all are filled that is said, and the way on is the one of every part", () => {
  show();
  for (let i = 0; i < 3; i++) choose("Ana", "1 Nov · 20.50");
  for (let i = 0; i < 3; i++) choose("Ben", "nothing");
  expect(status()).toBe("All cells are filled. You can still change each of them.");
  expect(screen.queryByRole("button", { name: /score/i })).toBeNull();
});
