import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MISCONCEPTIONS } from "../../../learn/practice/misconceptions";
import { practiceItem } from "../../../learn/practice/practice-item";
import { practiceText } from "../../../learn/practice/practice-text";
import { roundItems, roundSeed } from "../../../learn/practice/round";
import { NO_PROGRESS } from "../../../learn/progress";
import { inlinesOf } from "../../../learn/text/walk-text";
import { createApp } from "../../../state/app";
import { OWN } from "../../../state/document";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { PRACTICE_PAGE } from "../../../state/route/url";
import { AppContext } from "../../../state/use-app";
import { stubLayout } from "../../../ui/testing/stub-layout";
import { factText } from "../../../views/lesson-text/fact-text";
import { optionWords } from "../../../views/lesson-text/option-words";
import { PracticeView } from "./practice-view";

beforeEach(() => {
  stubLayout();
  configure({ defaultHidden: true });
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

describe.each(MISCONCEPTIONS)("what is said of %s", (name) => {
  const items = Array.from({ length: 12 }, (_, seed) => practiceItem(name, seed));

  test("can be computed, has no name left to be filled in, and tells the options apart", () => {
    for (const item of items) {
      const { told, question } = practiceText(item);
      const all = inlinesOf([...told, { kind: "paragraph", inlines: question }]);
      for (const inline of all) {
        if (inline.kind === "text") expect(inline.text).not.toMatch(/[{}]/);
        if (inline.kind === "fact") expect(factText(item.lesson, inline)).not.toBe("");
      }
      const words = [...optionWords(item.asked).values()];
      expect(new Set(words).size).toBe(words.length);
    }
  });
});

const SEED = roundSeed(["closest"], 3);

/** Opens the round, at its first question. */
function openRound(seed = SEED) {
  const app = createApp(OWN, {
    worker: () => Promise.reject(new Error("no worker is needed")),
    route: { ...PRACTICE_PAGE, seed },
  });
  changeProgress(app, () => ({ ...NO_PROGRESS, seed: 7 }));
  render(
    <AppContext value={app}>
      <PracticeView />
    </AppContext>,
  );
  return { app, practice: () => app.part(learnStore).getState().progress.practice ?? [] };
}

/** Answers the question that is shown with an option, by its id. */
function answer(number: number, optionOf: (item: ReturnType<typeof practiceItem>) => string, sure: string) {
  const at = roundItems(SEED)[number];
  if (at === undefined) throw new Error(`there is no question ${number}`);
  const item = practiceItem(at.misconception, at.seed);
  const name = optionWords(item.asked).get(optionOf(item)) ?? "";
  fireEvent.click(screen.getByRole("radio", { name }));
  fireEvent.click(screen.getByRole("radio", { name: sure }));
  fireEvent.click(screen.getByRole("button", { name: "Commit, and see" }));
  return item;
}

test("an answer is kept with what it was made for and what it stands for, and once it is given it stays", () => {
  const { practice } = openRound();
  const item = answer(0, ({ believed }) => believed, "certain");
  expect(practice()).toMatchObject([
    {
      ...{ round: SEED, item: 0, misconception: item.misconception, belief: item.belief },
      ...{ took: item.belief, isRight: false, confidence: "certain", option: item.believed },
    },
  ]);
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.getByText(/it is asked about again in the rounds to come/)).toBeTruthy();
});

test("the keys of a lesson go on once it is answered, and back", () => {
  openRound();
  const heading = () => screen.getByRole("heading", { level: 2 });
  const press = (key: string) => fireEvent.keyDown(heading(), { key, shiftKey: true });
  press("PageDown");
  expect(heading().textContent).toBe("Question 1 of 10");
  answer(0, ({ asked }) => asked.right, "fairly");
  press("PageDown");
  expect(heading().textContent).toBe("Question 2 of 10");
  expect(document.activeElement).toBe(heading());
  press("PageUp");
  expect(heading().textContent).toBe("Question 1 of 10");
  expect(screen.getByText(/^That is 1 of 3 in a row/)).toBeTruthy();
});

test("without a seed in the address the reader's own round is opened, and the address names it", () => {
  const { app } = openRound(PRACTICE_PAGE.seed);
  expect(app.state.getState().route.seed).toBeGreaterThan(1023);
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Question 1 of 10");
});
