import type { Locator, Page } from "@playwright/test";
import { LESSON_NAMES } from "../src/learn/lesson-names";
import { expectAccessible } from "./accessibility";
import { middleOf } from "./middle-of";
import { expect, test } from "./test";

/** Decides which variants of questions are asked: the same in every run. */
const SEED = 7;
/** What is asked of a reader who has begun nothing; what is done then is kept by the page itself. */
const BLANK = JSON.stringify({ version: 1, pace: "full", seed: SEED, lessons: {}, answers: [] });

async function openLearn(page: Page, route: string): Promise<void> {
  await page.addInitScript((text) => {
    if (localStorage.getItem("microfs.learn") === null) localStorage.setItem("microfs.learn", text);
  }, BLANK);
  await page.goto(`./#/learn${route}`);
}

const part = (page: Page) => page.getByRole("heading", { level: 2 });
const goOn = (page: Page) => page.getByRole("button", { name: "Go on" });
const marks = (page: Page, name: RegExp) => page.getByRole("button", { name });
const feedback = (page: Page) => page.getByRole("heading", { level: 3, name: /^You (took|said) / });
const pressMark = async (page: Page, mark: Locator) => page.mouse.click(...(await middleOf(mark)));

/** The report that is right: of those before the line, the last. */
async function lastBefore(page: Page): Promise<Locator> {
  const before = await marks(page, /^report, .* minutes? before/).all();
  const minutes = await Promise.all(
    before.map(async (mark) =>
      Number(/(\d+) minutes? before/.exec((await mark.getAttribute("aria-label")) ?? "")?.[1]),
    ),
  );
  const last = before[minutes.indexOf(Math.min(...minutes))];
  if (last === undefined) throw new Error("no report lies before the line");
  return last;
}

test("a whole lesson by pointer: a wrong prediction, what it stands for, its bracket, and what is kept", async ({
  page,
}) => {
  await openLearn(page, "");
  await page.getByRole("link", { name: "Look left, take the last" }).click();
  await expect(part(page)).toHaveText("Predict");
  await expect(goOn(page)).toBeDisabled();
  await pressMark(page, marks(page, /minutes? after$/).first());
  await page.getByRole("radio", { name: "certain" }).check();
  await page.getByRole("button", { name: "Commit, and see" }).click();

  await expect(part(page)).toHaveText("Step by step");
  await expect(marks(page, /after, yours$/)).toHaveCount(1);
  // What is right is said by the steps first.
  await expect(feedback(page)).not.toContainText("The join takes");
  await page.getByRole("button", { name: "Show me the step" }).click();
  await expect(feedback(page)).toHaveText(/^You took .+ The join takes .+$/);
  await expect(page.getByText(/^(Yours|You took the) /)).toBeVisible();
  await expect(marks(page, /, future, .*yours$/)).toHaveCount(1);
  await page.getByRole("button", { name: "write the cell" }).click();
  await expect(page.getByRole("group", { name: /you took a report from .+ later/ })).toBeVisible();
  await page.reload();
  await expect(marks(page, /yours$/)).toHaveCount(1);
  await goOn(page).click();

  // The ring hops to the next report once the line has passed it.
  const chosen = await marks(page, /, chosen, /).getAttribute("aria-label");
  const line = await page.getByRole("slider", { name: "The moment of the prediction" }).boundingBox();
  if (line === null) throw new Error("the line must be on the screen");
  // By its flag, which stands at the top.
  const [x, y] = [line.x + line.width / 2, line.y + 8];
  const [nextX] = await middleOf(marks(page, /, future, /).first());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(nextX + 12, y, { steps: 6 });
  await page.mouse.up();
  const name = /^report, [^,]+/.exec(chosen ?? "")?.[0] ?? "";
  await expect(marks(page, /, chosen, /)).not.toHaveAccessibleName(new RegExp(`^${name},`));
  await goOn(page).click();

  await page.getByRole("button", { name: "keep the latest" }).click();
  await expect(feedback(page)).toHaveText(/^You said .+, and that step decided\.$/);
  await goOn(page).click();

  await pressMark(page, await lastBefore(page));
  await expect(feedback(page)).toHaveText(/, and so does the join\.$/);
  await goOn(page).click();

  await pressMark(page, await lastBefore(page));
  await page.getByRole("radio", { name: "fairly" }).check();
  await page.getByRole("button", { name: "Commit, and see" }).click();
  await expect(feedback(page)).toHaveText(/, and so does the join\.$/);
  // What was certain and wrong comes before that.
  await page.getByRole("link", { name: "Once more" }).click();
  await pressMark(page, await lastBefore(page));
  await page.getByRole("radio", { name: "fairly" }).check();
  await page.getByRole("button", { name: "Commit, and see" }).click();
  await expect(page.getByText("Lesson 2 is done.")).toBeVisible();

  await page.getByRole("link", { name: "Learn", exact: true }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Look left, take the last" });
  for (const when of ["at once", "after a reload"]) {
    await expect(row, when).toContainText("done");
    await expect(row, when).toContainText("sure, but wrong: comes back next");
    await expect(page.getByText("1 of 10"), when).toBeVisible();
    await page.reload();
  }
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(row).not.toContainText("done");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toContainText("done");
});

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the keyboard does not come to ${wanted}`);
}

test("a whole lesson by keyboard alone", async ({ page }) => {
  await openLearn(page, "?lesson=look-left");
  const key = (name: string) => page.keyboard.press(name);
  const nextPart = async (title: string) => {
    await key("Shift+PageDown");
    await expect(part(page)).toHaveText(title);
    await expect(part(page)).toBeFocused();
  };
  const enter = async (name: string) => {
    await tabTo(page, page.getByRole("button", { name }));
    await key("Enter");
  };
  const none = page.getByRole("radio", { name: "none of them" });
  const predictNone = async () => {
    await tabTo(page, page.getByRole("radio").first());
    await key("ArrowUp");
    await expect(none).toBeChecked();
    await tabTo(page, page.getByRole("radio", { name: "guessing" }));
    await key("Space");
    await enter("Commit, and see");
  };
  await expect(part(page)).toHaveText("Predict");
  await key("Shift+PageDown");
  await expect(part(page)).toHaveText("Predict");
  await predictNone();
  await expect(part(page)).toHaveText("Step by step");
  await expect(part(page)).toBeFocused();
  await expect(feedback(page)).toHaveText("You took none of them.");
  await key("ArrowRight");
  await expect(page.getByRole("slider", { name: "Step" })).toHaveValue("1");
  for (let step = 2; step < 6; step++) await key("ArrowRight");
  await expect(feedback(page)).toHaveText(/^You took none of them\. The join takes .+$/);
  await nextPart("Why");
  await tabTo(page, page.getByRole("slider", { name: "The moment of the prediction" }));
  const chosen = await marks(page, /, chosen, /).getAttribute("aria-label");
  for (let i = 0; i < 10; i++) await key("Alt+Shift+ArrowRight");
  await expect(marks(page, /, chosen, /)).not.toHaveAccessibleName(chosen ?? "");
  // On a slider the page keys are the slider's own.
  await enter("Go on");
  await expect(part(page)).toHaveText("Which rule decided");
  await enter("keep the latest");
  await expect(feedback(page)).toBeVisible();
  await nextPart("The rest is yours");
  await enter("none of them");
  await expect(feedback(page)).toBeVisible();
  await nextPart("One new case");
  await predictNone();
  await expect(page.getByText("Lesson 2 is done.")).toBeVisible();
  await page.goBack();
  await expect(part(page)).toHaveText("The rest is yours");
});

test("a table filled by hand is read as a rule and scored: at its best, at its most tempting, and where no rule writes it", async ({
  page,
}) => {
  await openLearn(page, "?lesson=tempting-join&part=fill");
  const lead = page.getByText(/^You filled six cells/);
  const fill = async (values: readonly string[]) => {
    for (const value of values) await page.getByRole("button", { name: new RegExp(`· ${value}$`) }).click();
    await goOn(page).click();
    await expect(lead).toContainText(/offline/);
    return ((await lead.textContent()) ?? "").match(/\d\.\d\d/g)?.map(Number) ?? [];
  };
  const again = () => page.getByRole("button", { name: "Fill it again" }).click();

  await test.step("what was known at each moment: promised and kept", async () => {
    const [offline, production] = await fill(["20.50", "35.25", "120.75", "80.50", "15.25", "60.75"]);
    expect(production).toBe(offline);
    await expect(lead).toContainText("Your model:");
    await expect(page.getByText("Each of your cells holds what was known at its moment.")).toBeVisible();
    await again();
  });

  await test.step("the last there is: it promises more than it keeps", async () => {
    const [offline = 0, production = 1] = await fill([...Array(3).fill("120.75"), ...Array(3).fill("60.75")]);
    expect(offline).toBeGreaterThan(production);
    await expect(page.getByText(/hold a payment that was still to come/)).toBeVisible();
    await expect(page.getByText("35.25 was known")).toBeVisible();
    await page.reload();
    await expect(lead).toContainText(`Your model: ${offline.toFixed(2)} offline`);
    await again();
  });

  await test.step("what no rule writes: the nearest is scored, and called that", async () => {
    await fill(["20.50", "20.50", "20.50", "60.75", "80.50", "80.50"]);
    await expect(lead).toContainText("The rule nearest to your table:");
    await expect(page.getByText(/^No rule writes exactly your cells/)).toBeVisible();
  });
});

test("axe finds nothing in the list, a text, and the first part of every lesson, light and dark", async ({
  page,
}) => {
  await openLearn(page, "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You predict, then you see.");
  await expectAccessible(page);
  for (const lesson of LESSON_NAMES) {
    await page.goto(`./#/learn?lesson=${lesson}`);
    await expect(page).toHaveURL(/part=/);
    await expectAccessible(page);
  }
  await page.goto("./#/learn?lesson=look-left&as=text");
  await expect(page.getByRole("heading", { name: "Answers" })).toBeVisible();
  await expectAccessible(page);
});

/** What stands over the right edge of the screen, and cannot be scrolled to. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX) ||
      (element.parentElement !== null && scrolls(element.parentElement));
    return [...document.querySelectorAll("main *")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(element))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

test("on a phone, by touch: nothing is cut off, and a prediction is pressed, committed and told", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openLearn(page, "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You predict, then you see.");
  expect(await cutOff(page)).toEqual([]);
  for (const lesson of LESSON_NAMES) {
    await page.goto(`./#/learn?lesson=${lesson}`);
    await expect(page).toHaveURL(/part=/);
    expect(await cutOff(page), lesson).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), lesson).toBe(390);
  }
  await page.goto("./#/learn?lesson=look-left&part=predict");
  await page.touchscreen.tap(...(await middleOf(marks(page, /minutes? after$/).first())));
  await page.getByRole("radio", { name: "fairly" }).tap();
  await page.getByRole("button", { name: "Commit, and see" }).tap();
  await expect(feedback(page)).toHaveText(/^You took .+$/);
  for (const title of ["Why", "Which rule decided", "The rest is yours", "One new case"]) {
    await goOn(page).tap();
    await expect(part(page)).toHaveText(title);
    expect(await cutOff(page), title).toEqual([]);
    // What is checked waits for an answer too.
    if (title === "Which rule decided" || title === "The rest is yours")
      await page.locator("fieldset").getByRole("button").first().tap();
  }
  const bar = page.getByRole("button", { name: "Lesson 2 of 10 · part 6 of 6" });
  await bar.tap();
  await page.getByRole("navigation", { name: "Lessons" }).getByRole("link", { name: "Why" }).tap();
  await expect(bar).toHaveCount(0);
  await expect(part(page)).toHaveText("Why");
  await context.close();
});
