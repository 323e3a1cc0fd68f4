import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { APART_MS, pressApart } from "./present-press";
import { expect, test } from "./test";

const LARGE = { width: 1280, height: 720 };
const FULL_HD = { width: 1920, height: 1080 };

test.use({ viewport: LARGE });

/** The plan whose fourth step walks through four joins, and whose third is a question with two votes. */
const PLAN = "twenty";
const QUESTION = 3;
const FOUR_JOINS = 4;
const LAST = 11;

/** A place in a plan, as the address has it, both from 1. */
async function open(page: Page, step = 1, press = 1, plan = PLAN): Promise<void> {
  await page.goto(`#/present?screen=projector&plan=${plan}&step=${step}&press=${press}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** What the foot says: `2 of 20 · question`. */
function foot(page: Page) {
  return page.locator("footer span").first();
}

async function footText(page: Page): Promise<string> {
  return (await foot(page).textContent()) ?? "";
}

async function numberOf(page: Page): Promise<number> {
  return Number.parseInt(await footText(page), 10);
}

test("a plan is gone through by a remote alone, a reload stays, and nothing scrolls", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, 1, 1, "ten");
  const total = Number(/ of (\d+)/.exec(await footText(page))?.[1]);
  const said = new Set<string>();
  let number = 1;
  while (true) {
    await expect(foot(page)).toContainText(`${number} of ${total}`);
    await expect(page).toHaveTitle(new RegExp(`^${number} of ${total} · `));
    said.add((await page.getByRole("heading", { level: 1 }).textContent()) ?? "");
    const overflow = await page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return [scrollHeight - clientHeight, scrollWidth - clientWidth];
    });
    expect(overflow, `screen ${number}`).toEqual([0, 0]);
    if (number === total) break;
    const isOpenVote = /vote$/.test(await footText(page));
    await pressApart(page, "PageDown");
    await expect.poll(() => numberOf(page)).toBeGreaterThan(number);
    // Nobody has noted an answer: what would tell them is passed over.
    const next = await numberOf(page);
    expect(next, `after screen ${number}`).toBe(number + (isOpenVote ? 2 : 1));
    number = next;
  }
  await pressApart(page, "PageDown");
  // Beyond the last there is nothing.
  await expect(foot(page)).toContainText(`${total} of ${total}`);
  expect(said.size).toBeGreaterThan(total / 4);
  await pressApart(page, "PageUp");
  const before = total - 1;
  await expect(foot(page)).toContainText(`${before} of ${total}`);
  await page.reload();
  await expect(foot(page)).toContainText(`${before} of ${total}`);

  // A slider that has the focus is not moved by what a remote sends.
  await open(page, FOUR_JOINS, 6);
  const line = page.getByRole("slider", { name: "The moment of the prediction" });
  const moment = (await line.getAttribute("aria-valuetext")) ?? "";
  const walked = await numberOf(page);
  for (const [key, goes] of [
    ["PageUp", -1],
    ["PageDown", 0],
    ["ArrowLeft", -1],
    ["ArrowRight", 0],
  ] as const) {
    await line.focus();
    await pressApart(page, key);
    await expect.poll(() => numberOf(page)).toBe(walked + goes);
    await expect(line).toHaveAttribute("aria-valuetext", moment);
  }
});

test("a bounce is one press, what moves is ended by one, and a black screen is lit by any", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await open(page, QUESTION, 2);
  const first = await numberOf(page);
  // In one go: on a machine that is busy two presses of the keyboard may come too far apart for a bounce.
  await page.evaluate(() => {
    for (const key of ["PageDown", "PageDown"])
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  await expect.poll(() => numberOf(page)).toBe(first + 1);
  await page.waitForTimeout(APART_MS);
  await expect.poll(() => numberOf(page)).toBe(first + 1);

  // To the reveal, which plays the steps of the join; a press on shows the last of them at once, and goes no further.
  while (!(await footText(page)).includes("second vote")) await pressApart(page, "PageDown");
  await page.waitForTimeout(APART_MS);
  // Both from within: it has played to its end before a busy machine presses again.
  await page.evaluate(async (apartMs) => {
    const down = () =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true }));
    down();
    await new Promise((done) => setTimeout(done, apartMs));
    down();
  }, APART_MS);
  await expect(page.locator('[data-mark][data-state="chosen"]')).toHaveCount(1);
  await expect(foot(page)).toContainText("answer");
  const reveal = await numberOf(page);
  await pressApart(page, "PageDown");
  await expect.poll(() => numberOf(page)).toBe(reveal + 1);

  const black = page.locator("[data-black]");
  for (const key of ["b", "."]) {
    await pressApart(page, key);
    await expect(black).toBeVisible();
    await pressApart(page, "PageDown");
    await expect(black).toHaveCount(0);
    expect(await numberOf(page)).toBe(reveal + 1);
  }

  // F5 does not load the page again, and fills the screen where we are.
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await pressApart(page, "F5");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
  expect(await numberOf(page)).toBe(reveal + 1);
  await pressApart(page, "Escape");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
  await pressApart(page, "Escape");
  await expect(page).toHaveURL(/#\/present(?!.*screen=projector)/);
});

test("four joins and the row are on the screen, and what is moved there is shown and can be taken back", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, FOUR_JOINS, 6);
  for (const size of [LARGE, FULL_HD]) {
    await page.setViewportSize(size);
    await expect(page.locator("[data-lane]")).toHaveCount(4);
    await expect(page.getByRole("region", { name: "The lanes of the joins" })).toHaveCount(0);
    const isWithin = async () => {
      const parts = [...(await page.locator("[data-lane]").all()), page.getByRole("table")];
      const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
      return boxes.every((box) => box !== null && box.y + box.height <= size.height);
    };
    await expect.poll(isWithin, String(size.height)).toBe(true);
  }
  const said = page.getByRole("heading", { level: 1 });
  const before = (await said.textContent()) ?? "";
  const mark = page.locator('[data-mark][data-state="chosen"][data-movable]').last();
  const { x = 0, y = 0, width = 0, height = 0 } = (await mark.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 400, y + height / 2, { steps: 5 });
  await expect(said).not.toHaveText(before);
  await page.mouse.up();
  const after = (await said.textContent()) ?? "";
  await page.keyboard.press("Control+z");
  await expect(said).toHaveText(before);
  await page.keyboard.press("Control+Shift+z");
  await expect(said).toHaveText(after);
  await page.getByRole("button", { name: "start over" }).click();
  await expect(said).toHaveText(before);
});

test("nothing is small, and nothing keeps anybody out", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [step, at, isLookedAt] of [
    [QUESTION, 1, true],
    [QUESTION, 3, false],
    [QUESTION, 5, false],
    [QUESTION, 8, true],
    [QUESTION, 9, false],
    [FOUR_JOINS, 6, true],
    [LAST, 1, false],
  ] as const) {
    await open(page, step, at);
    for (const [size, least] of [
      [FULL_HD, 24],
      [LARGE, 16],
    ] as const) {
      await page.setViewportSize(size);
      await expect.poll(() => smallTexts(page, least), `${size.width}: ${step}.${at}`).toEqual([]);
    }
    if (!isLookedAt) continue;
    await expectAccessible(page);
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(Math.min(...(await contrastsOfWhatIsSaid(page))), colorScheme).toBeGreaterThanOrEqual(7);
    }
  }
});

/** The contrast of each colour that the sentence or the question is written in, by WCAG. */
function contrastsOfWhatIsSaid(page: Page): Promise<number[]> {
  return page.getByRole("heading", { level: 1 }).evaluate((heading) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext("2d");
    const luminance = (colour: string): number => {
      if (pen === null) return Number.NaN;
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
        const c = value / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = luminance(getComputedStyle(document.body).backgroundColor);
    return [heading, ...heading.querySelectorAll("strong")].map((element) => {
      const ink = luminance(getComputedStyle(element).color);
      return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    });
  });
}

/** The texts that are seen and smaller than they may be, as they are drawn. */
function smallTexts(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate((least) => {
    const walker = document.createTreeWalker(
      document.querySelector("main") ?? document,
      NodeFilter.SHOW_TEXT,
    );
    const small: string[] = [];
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (parent === null || (textContent ?? "").trim() === "") continue;
      if (parent.closest("title, .visually-hidden") !== null) continue;
      const { fontSize, visibility } = getComputedStyle(parent);
      if (visibility === "hidden") continue;
      // Half a thousandth is lost in rounding.
      if (Number.parseFloat(fontSize) < least - 0.01) small.push(`${fontSize}: ${textContent}`);
    }
    return small;
  }, leastPx);
}
