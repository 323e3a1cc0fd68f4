import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { LoadedLesson } from "../../../learn/load-lesson";
import { NO_PROGRESS, progressIn, withLesson } from "../../../learn/progress";
import { EVERY_LESSON } from "../../../learn/testing/every-lesson";
import { inProcessWorker } from "../../../state/testing/in-process-worker";
import { type ShownLesson, showInLesson, withLessonPage } from "../testing/small-lesson";
import { Blocks } from "../text/blocks";

withLessonPage();

const found = EVERY_LESSON.find(({ name }) => name === "tempting-join");
if (found === undefined) throw new RangeError("there must be a first lesson");
const LOADED: LoadedLesson = found;

function show(cells: readonly (string | null)[]): ShownLesson {
  const progress = withLesson(NO_PROGRESS, "tempting-join", { made: { cells: [...cells] } });
  const worker = inProcessWorker();
  const options = { loaded: LOADED, worker: async () => worker };
  return showInLesson(<Blocks blocks={LOADED.parts[1]?.blocks ?? []} />, progress, options);
}

const scored = (text: RegExp) => waitFor(() => screen.getByText(text), { timeout: 30_000 });

test("a table that holds what was known is scored as honest, and what it promises is what it keeps", async () => {
  show(["row:0", "row:1", "row:2", "row:3", "row:4", "row:5"]);
  const { textContent } = await scored(/Your model/);
  const [, offline, production] = /(0\.\d\d) offline, (0\.\d\d) in production/.exec(textContent ?? "") ?? [];
  expect(offline).toBe(production);
  expect(screen.getByText("yours, and honest")).toBeTruthy();
  expect(screen.getByText(/^Read as a rule, your cells take the last known by then\./)).toBeTruthy();
  const tempting = screen.getByText(/^the tempting one/).closest("li")?.textContent ?? "";
  const [, kept, promised] = /production (0\.\d\d)offline (0\.\d\d)/.exec(tempting) ?? [];
  expect(Number(promised)).toBeGreaterThan(Number(offline));
  expect(Number(kept)).toBeLessThan(Number(offline));
  expect(screen.queryByText(/was known$/)).toBeNull();
}, 60_000);

test("one that took the latest promises more than it keeps, and each leaking cell says what was known", async () => {
  show(["row:2", "row:2", "row:2", "row:5", "row:5", "row:5"]);
  const { textContent } = await scored(/Your model/);
  const [, offline, production] = /(0\.\d\d) offline, (0\.\d\d) in production/.exec(textContent ?? "") ?? [];
  expect(Number(offline)).toBeGreaterThan(Number(production) + 0.1);
  expect(screen.getByText("the honest one")).toBeTruthy();
  expect(screen.getAllByText(/was known$/).map((one) => one.textContent)).toEqual([
    "20.50 was known",
    "35.25 was known",
    "80.50 was known",
    "15.25 was known",
  ]);
}, 60_000);

test("one that fits no join is scored as the nearest, and says where that differs", async () => {
  show(["row:2", "row:2", "row:2", "row:5", "row:5", "none"]);
  await scored(/The rule nearest to your table/);
  expect(screen.getByText(/The nearest takes the last there is.* Ben on 17 Nov: 60\.75\./)).toBeTruthy();
  expect(screen.getByText("nearest to yours")).toBeTruthy();
}, 60_000);

test("one that is not filled is not scored", () => {
  show(["row:0", null, null, null, null, null]);
  expect(screen.getByRole("link", { name: "Fill the table" })).toBeTruthy();
});

test("it can be filled again", () => {
  const { app, progress } = show(["row:0", "row:1", "row:2", "row:3", "row:4", "row:5"]);
  fireEvent.click(screen.getByRole("button", { name: "Fill it again" }));
  expect(progressIn(progress(), "tempting-join").made.cells).toEqual([null, null, null, null, null, null]);
  expect(app.state.getState().route.part).toBe("fill");
});
