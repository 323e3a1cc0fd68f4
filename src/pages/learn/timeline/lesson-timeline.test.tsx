import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Lesson } from "../../../learn/lesson";
import type { Answer } from "../../../learn/progress";
import { ask } from "../../../learn/questions/ask";
import { readLessonText } from "../../../learn/text/read-lesson-text";
import { type LessonHandle, LessonProvider } from "../lesson/lesson-context";
import { LessonTimeline } from "./lesson-timeline";

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const LESSON: Lesson = {
  parts: ["part"],
  shortParts: 1,
  scenarios: {
    battery: {
      version: 1,
      name: "battery",
      title: "battery",
      groups: [
        {
          definition: {
            name: "orders",
            schema: { driver: "string", at: "timestamp" },
            primaryKeys: ["driver"],
            eventTime: "at",
          },
          rows: {
            kind: "inline",
            rows: [
              { driver: "Mia", at: "2026-03-04 10:07" },
              { driver: "Mia", at: "2026-03-04 10:02" },
            ],
          },
        },
        {
          definition: {
            name: "reports",
            schema: { driver: "string", at: "timestamp", percent: "int64" },
            primaryKeys: ["driver"],
            eventTime: "at",
            ttl: "3m",
          },
          rows: {
            kind: "inline",
            rows: [
              { driver: "Mia", at: "2026-03-04 10:01", percent: "64" },
              { driver: "Mia", at: "2026-03-04 10:05", percent: "61" },
              { driver: "Mia", at: "2026-03-04 10:08", percent: "58" },
            ],
          },
        },
      ],
      view: { name: "v", labelFg: "orders", joins: [{ fgName: "reports", on: ["driver"] }] },
    },
  },
  questions: {
    first: {
      kind: "row",
      scenario: "battery",
      row: 0,
      join: 0,
      phase: "find_entity",
      variants: [],
      beliefs: ["latest"],
    },
  },
  review: [],
};

/** A directive as a lesson's text has it, read as that is. */
function show(text: string, option: string | null = null): void {
  const [part] = readLessonText(`## Part\n\n${text}\n`);
  const directive = part?.blocks[0];
  if (directive?.kind !== "directive") throw new Error("the text is no directive");
  const answer: Answer | null =
    option === null
      ? null
      : {
          lesson: "look-left",
          question: "first",
          variant: 0,
          option,
          isRight: false,
          confidence: null,
          at: "lesson",
          time: 0,
        };
  const handle: LessonHandle = {
    name: "look-left",
    lesson: LESSON,
    parts: part === undefined ? [] : [part],
    ask: (question) => ask(LESSON, question, 0),
    askAgain: () => null,
    answerTo: () => answer,
    commit: () => undefined,
    made: () => null,
    keepMade: () => undefined,
  };
  render(
    <LessonProvider value={handle}>
      <LessonTimeline directive={directive} />
    </LessonProvider>,
  );
}

const asOf = () => screen.getByRole("slider", { name: "The moment of the prediction" });
const picture = () => screen.getByRole("group", { name: /^Timeline of/ }).getAttribute("aria-label");

test("a picture alone opens at its end, has no steps, and nothing in it can be moved", () => {
  show("::timeline{scenario=battery}");
  expect(screen.getAllByRole("button", { name: /, chosen,/ })).toHaveLength(1);
  expect(screen.queryByRole("list", { name: "Steps of this join" })).toBeNull();
  expect(screen.queryByRole("slider")).toBeNull();
});

test("what is gone through opens at its beginning", () => {
  show("::timeline{scenario=battery steps}");
  expect(screen.getByRole("list", { name: "Steps of this join" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /, chosen,/ })).toBeNull();
});

test("while the page scrolls, the keys that scroll it are the player's only where it or its picture has the focus", () => {
  vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(2000);
  vi.spyOn(document.documentElement, "clientHeight", "get").mockReturnValue(700);
  show("::timeline{scenario=battery steps}");
  const step = () => screen.getByRole<HTMLInputElement>("slider", { name: "Step" }).value;
  const isTaken = (key: string, target: Element) => !fireEvent.keyDown(target, { key });
  for (const key of [" ", "PageDown", "PageUp", "Home", "End"])
    expect(isTaken(key, document.body)).toBe(false);
  expect(step()).toBe("0");
  expect(isTaken("PageDown", screen.getByRole("button", { name: "Next step" }))).toBe(true);
  expect(step()).toBe("1");
  const [mark = document.body] = document.querySelectorAll("[data-mark]");
  expect(isTaken("PageDown", mark)).toBe(true);
  expect(step()).toBe("2");
  expect(isTaken("ArrowLeft", document.body)).toBe(true);
  expect(step()).toBe("1");
});

test("what the learner answered is drawn as theirs", () => {
  show("::timeline{answers=first}", "row:0");
  expect(screen.getByRole("button", { name: /, yours$/ }).getAttribute("data-mark")).toBe("0");
});

test("a prediction that is dragged makes an own copy; the original is one press away, and nothing is lost", () => {
  show("::timeline{scenario=battery drag=prediction}");
  const original = picture();
  fireEvent.keyDown(asOf(), { key: "ArrowLeft" });
  fireEvent.keyDown(asOf(), { key: "ArrowLeft" });
  const own = picture();
  expect(own).not.toBe(original);
  expect(screen.getByText("You look at your own copy (1 change):")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "show the original" }));
  expect(picture()).toBe(original);
  // That is nobody's to change.
  expect(screen.queryByRole("slider")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "show my copy" }));
  expect(picture()).toBe(own);
  fireEvent.click(screen.getByRole("button", { name: "start over" }));
  expect(picture()).toBe(original);
  expect(screen.queryByText(/own copy/)).toBeNull();
});

test("rows that are added make rows of an ordinary join, and none of this one", () => {
  show('::timeline{scenario=battery add="duplicate tie"}');
  const counts = () =>
    screen.getAllByRole("definition").map(({ textContent }) => Number.parseInt(textContent ?? "", 10));
  const [ordinary = 0, own = 0] = counts();
  fireEvent.click(screen.getByRole("button", { name: "the same row again" }));
  expect(counts()).toEqual([ordinary, own]);
  expect(screen.getByText(/The store counts it as a duplicate/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "a tie" }));
  const [more = 0, same] = counts();
  expect(more).toBeGreaterThan(ordinary);
  expect(same).toBe(own);
  expect(screen.queryByRole("button", { name: "a correction" })).toBeNull();
});

test("every row has a window of its own, and a TTL that is moved in one is moved in all", () => {
  show("::timeline{scenario=battery windows drag=ttl}");
  expect(screen.getAllByRole("group", { name: /^Row \d of 2: Timeline/ })).toHaveLength(2);
  const ttl = () => screen.getAllByRole("slider", { name: "TTL of reports" });
  const cells = () => screen.getAllByRole("definition").map(({ textContent }) => textContent);
  expect(cells()).toEqual(["64", "61"]);
  const [first] = ttl();
  if (first === undefined) throw new Error("a TTL can be moved");
  for (let i = 0; i < 6; i++)
    fireEvent.keyDown(ttl()[0] ?? first, { key: "ArrowRight", altKey: true, shiftKey: i < 1 });
  expect(new Set(ttl().map((one) => one.getAttribute("aria-valuetext"))).size).toBe(1);
  expect(cells()).toEqual(["64", "null"]);
});

test("the table of one as-of line stands beside the right one, and says which of its cells leak, and by how much", () => {
  show("::timeline{scenario=battery cutoff}");
  const cells = screen
    .getAllByRole("row")
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(cells).toEqual([
    ["percent", "row of 4 Mar 10:02", "row of 4 Mar 10:07"],
    ["one line for all rows", "61leaks: known 3 min later", "61"],
    ["a line for each row", "64", "61"],
  ]);
  expect(screen.getAllByRole("group", { name: /: Timeline/ })).toHaveLength(3);
});

test("what was answered of a row is drawn into that row alone, and told of nothing else", () => {
  show("::timeline{answers=first row=1 steps}", "row:0");
  expect(screen.queryByRole("button", { name: /, yours$/ })).toBeNull();
  expect(screen.queryByRole("heading", { name: /^You took/ })).toBeNull();
});

test("what is right is said once the step that decides is reached, or passed; before that only what was answered", () => {
  show("::timeline{answers=first steps}", "row:2");
  expect(screen.getByRole("heading", { name: "You took 10:08 · 58." })).toBeTruthy();
  expect(screen.getByText("Step through, and see.")).toBeTruthy();
  expect(screen.queryByText(/The join takes/)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /^write the cell/ }));
  expect(
    screen.getByRole("heading", { name: "You took 10:08 · 58. The join takes 10:05 · 61." }),
  ).toBeTruthy();
  // Whoever steps back has seen it.
  fireEvent.click(screen.getByRole("button", { name: "Previous step" }));
  expect(screen.queryByText("Step through, and see.")).toBeNull();
});

test("the step that decides is one press away", () => {
  vi.useFakeTimers();
  try {
    show("::timeline{answers=first steps}", "row:1");
    fireEvent.click(screen.getByRole("button", { name: "Show me the step" }));
    expect(screen.getByText("Step through, and see.")).toBeTruthy();
    act(() => void vi.runAllTimers());
    expect(screen.getByRole("heading", { name: "You took 10:05 · 61, and so does the join." })).toBeTruthy();
  } finally {
    vi.useRealTimers();
  }
});
