import type { Page } from "@playwright/test";
import type { Misconception } from "../src/learn/practice/misconceptions";
import { type PracticeItem, practiceItem } from "../src/learn/practice/practice-item";
import { roundItems, roundSeed } from "../src/learn/practice/round";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

/** Half of its questions are about the boundary. */
const ABOUT: Misconception = "boundary";
const ROUND = roundSeed([ABOUT], 14);
const ITEMS = roundItems(ROUND).map(({ misconception, seed }) => practiceItem(misconception, seed));
/** The one that is answered surely and wrongly. */
const WRONG = ITEMS.findIndex(({ misconception }) => misconception === "closest");

/** The third of its questions: what comes after it was done before, by guesses, which no streak counts. */
const LAST = ITEMS.flatMap(({ misconception }, number) => (misconception === ABOUT ? [number] : []))[2] ?? 9;

const KEPT = JSON.stringify({
  ...{ version: 1, pace: "full", seed: 7, lessons: {}, answers: [] },
  practice: ITEMS.flatMap(({ misconception, belief, asked }, item) =>
    item > LAST
      ? [
          {
            ...{ round: ROUND, item, misconception, belief, option: asked.right },
            ...{ took: null, isRight: true, confidence: "guessing", time: item },
          },
        ]
      : [],
  ),
});

const heading = (page: Page) => page.getByRole("heading", { level: 2 });

/** Answers by keyboard alone: into the options, along them, to how sure one is, and on to the button. */
async function answer(page: Page, item: PracticeItem, option: string, sure: number): Promise<void> {
  const place = item.asked.options.findIndex(({ id }) => id === option);
  const press = async (key: string, times: number) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  // From the heading, which has the focus, past what can be pressed in the picture.
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.matches("input[type=radio]"))) break;
  }
  await page.keyboard.press("Space");
  await press("ArrowRight", place);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await press("ArrowRight", sure);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 3, name: /^You (took|said) / })).toBeVisible();
}

test("a round by keyboard: a streak ends a belief, a sure and wrong answer comes first in the next", async ({
  page,
}) => {
  await page.addInitScript((text) => {
    if (localStorage.getItem("microfs.learn") === null) localStorage.setItem("microfs.learn", text);
  }, KEPT);
  await page.goto("./#/learn");
  await page.getByRole("link", { name: "Practice" }).press("Enter");
  // It leads to the round that was begun.
  await expect(page).toHaveURL(new RegExp(`seed=${ROUND}$`));
  const status = page.locator("footer").getByRole("status");
  let streak = 0;
  for (const [number, item] of ITEMS.entries()) {
    await expect(heading(page)).toHaveText(`Question ${number + 1} of 10`);
    if (number > LAST) {
      await page.keyboard.press("Shift+PageDown");
      continue;
    }
    await expect(heading(page)).toBeFocused();
    if (number === 0) await expectAccessible(page);
    if (number === WRONG) {
      await answer(page, item, item.believed, 2);
      await expect(page.getByText("it is asked about again in the rounds to come")).toBeVisible();
      await page.getByRole("button", { name: "Show me the step" }).press("Enter");
      await page.getByRole("button", { name: "write the cell" }).press("Enter");
      await expectAccessible(page);
      await page.reload();
      // What was answered is kept; the round goes on where it was left.
      await expect(heading(page)).toHaveText(`Question ${number + 2} of 10`);
      continue;
    }
    await answer(page, item, item.asked.right, 1);
    if (item.misconception === ABOUT) {
      streak++;
      await expect(page.getByRole("img", { name: new RegExp(`^${streak} of 3`) })).toBeVisible();
      await expect(status).toHaveText(streak === 3 ? /^Three in a row/ : /in a row about/);
    }
    await page.keyboard.press("Shift+PageDown");
  }
  await expect(heading(page)).toHaveText("9 of 10 right.");
  await expect(page.getByRole("list").filter({ hasText: "‘At’ and ‘before’ are the same." })).toBeVisible();
  await expect(
    page.getByText("The join takes the last before the line, however near a later one is."),
  ).toBeVisible();
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("link", { name: "Another round, mostly about what is closest" }).click();
  await expect(heading(page)).toHaveText("Question 1 of 10");
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.goto("./#/learn");
  await expect(
    page.getByText("most of them about what is closest, where you were sure and wrong"),
  ).toBeVisible();
});
