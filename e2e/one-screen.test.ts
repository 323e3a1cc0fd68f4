import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

// Subscriber 10354 of the sample, asked about on 1 May: four joins of six steps.
const CHURN = "./#/lab/train?sample=churn&row=858";
const STEPS = 24;

const SCREENS = [
  { name: "a desk, 1920×1080", width: 1920, height: 1080, link: "" },
  { name: "a desk, 1440×900", width: 1440, height: 900, link: "" },
  { name: "a projector, 1280×720", width: 1280, height: 720, link: "" },
  { name: "a projector, 1280×720, written for it", width: 1280, height: 720, link: "&size=large" },
  { name: "a phone, 390×844", width: 390, height: 844, link: "" },
] as const;

const picture = (page: Page) => page.getByRole("group", { name: /^Timeline of user 10354/ });
const player = (page: Page) => page.getByRole("group", { name: "Player" });
const sentence = (page: Page) => page.getByRole("heading", { level: 1 });
/** In the table, or where there is no room for one, in the row under the picture. */
const written = (page: Page) =>
  page
    .locator('[role="gridcell"][aria-selected="true"]')
    .or(page.getByLabel("The training row being written").locator("[data-current] dd").first())
    .filter({ visible: true });

/** What must not move: the sentence with what surrounds it, the steps, the picture, the player. */
const PARTS = [
  "main :has(> h1)",
  '[aria-label="Steps of this join"]',
  '[role="group"][aria-label^="Timeline of user 10354"]',
  '[role="group"][aria-label="Player"]',
];

/** Where the parts are and how far the page is scrolled, in one look: nothing can change between two of them. */
function places(page: Page) {
  return page.evaluate(
    (selectors) => ({
      scrolled: window.scrollY,
      parts: selectors.map((selector) => document.querySelector(selector)?.getBoundingClientRect().toJSON()),
    }),
    PARTS,
  );
}

/** Expects that the whole of something is on the screen, and nothing that stays at its foot covers it. */
async function expectOnScreen(what: Locator) {
  // It may be on its way: what is measured is where it has come to.
  await expect(what).toBeVisible();
  const seen = await what.evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, bottom - 2);
    return {
      isShown: width > 0 && height > 0,
      left: left >= 0,
      top: top >= 0,
      right: right <= window.innerWidth,
      bottom: bottom <= window.innerHeight,
      isTopmost: there !== null && (element.contains(there) || there.contains(element)),
    };
  });
  expect(seen).toEqual({ isShown: true, left: true, top: true, right: true, bottom: true, isTopmost: true });
}

for (const { name, link, ...viewport } of SCREENS) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test("sentence, picture and the cell that is written are on the screen together, for every join, and nothing moves between the steps", async ({
      page,
    }) => {
      for (let join = 0; join < 4; join++) {
        await page.goto(`${CHURN}&phase=write_cell&join=${join}${link}`);
        await expect(written(page)).toHaveCount(1);
        for (const what of [sentence(page), picture(page), written(page)]) await expectOnScreen(what);
        // What is lost is lost to rounding.
        await expect(page.locator(`[data-lane="${join}"]`)).toBeInViewport({ ratio: 0.999 });
      }
      expect(await page.evaluate(() => window.scrollY)).toBe(0);

      await page.goto(`${CHURN}&phase=find_entity${link}`);
      const step = page.locator('input[aria-label="Step"]');
      await expect(step).toHaveValue("0");
      await expect(picture(page)).toBeVisible();
      const before = await places(page);
      expect(before.parts).not.toContain(undefined);
      expect(before.scrolled).toBe(0);
      for (let at = 1; at < STEPS; at++) {
        await page.keyboard.press("PageDown");
        await expect(step).toHaveValue(String(at));
        expect(await places(page), `at step ${at}`).toEqual(before);
      }
      await page.keyboard.press("PageUp");
      await expect(step).toHaveValue(String(STEPS - 2));
    });
  });
}

test("what is written stays in sight when the text grows", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${CHURN}&phase=write_cell`);
  await expectOnScreen(written(page));
  await page.goto(`${CHURN}&phase=write_cell&size=large`);
  await expect(page.locator("html")).toHaveAttribute("data-size", "large");
  await expect(async () => expectOnScreen(written(page))).toPass();
});

test("the values at the marks keep their places between the steps of a join", async ({ page }) => {
  const values = () =>
    page
      .locator('[data-lane="0"] text[data-label^="value:"]')
      .evaluateAll((texts) =>
        texts.map((text) => [text.dataset.label, text.getAttribute("x"), text.getAttribute("y")]),
      );
  await page.goto(`${CHURN}&phase=find_entity`);
  await expect(picture(page)).toBeVisible();
  const before = await values();
  expect(before).toHaveLength(4);
  for (let step = 1; step < 6; step++) {
    await page.keyboard.press("ArrowRight");
    await expect(page.locator('input[aria-label="Step"]')).toHaveValue(String(step));
    expect(await values()).toEqual(before);
  }
});

test("the same row under the latest value: leaks, how many of all cells, in the link and nowhere stored", async ({
  page,
}) => {
  await page.goto(`${CHURN}&phase=write_cell&join=1`);
  await expect(sentence(page)).toContainText("quality");
  await page.getByRole("radio", { name: "latest" }).check({ force: true });
  await expect(sentence(page)).toContainText("cancellation");
  await expect(sentence(page)).toContainText("That is a leak");
  // 17 083 joins of a row found one that leaks; a cell is one value, and most joins write several.
  await expect(page.getByText("40 001 of 60 130 cells leak")).toBeVisible();
  for (const what of [sentence(page), picture(page), written(page)]) await expectOnScreen(what);
  await expect(page).toHaveURL(/rule=latest/);
  await expect(written(page)).toHaveAttribute("data-tone", "leak");
  await page.reload();
  await expect(sentence(page)).toContainText("cancellation");
  await page.getByRole("radio", { name: "as of" }).check({ force: true });
  await expect(sentence(page)).toContainText("quality");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);

  // On a phone too what is said of leaks has its place.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText("None of 60 130 cells leaks")).toBeVisible();
  const before = await places(page);
  // By the mouse alone: what stays at the foot of the screen is else scrolled to.
  const at = await page.getByRole("radio", { name: "latest" }).boundingBox();
  await page.mouse.click((at?.x ?? 0) + 9, (at?.y ?? 0) + 9);
  await expect(page.getByText("40 001 of 60 130 cells leak")).toBeVisible();
  await expect(sentence(page)).toContainText("cancellation");
  expect(await places(page)).toEqual(before);
});

test("the full view leaves the sentence, the picture and the row; its link opens it, Escape leaves it", async ({
  page,
}) => {
  await page.goto(`${CHURN}&phase=write_cell`);
  await expect(player(page)).toBeVisible();
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/full=yes/);
  await expect(player(page)).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(written(page)).toBeInViewport();
  await expect(page.getByRole("gridcell", { name: "10357", exact: true })).not.toBeInViewport();
  await page.keyboard.press("ArrowLeft");
  await expect(sentence(page)).toContainText("supersedes 1 other");
  await page.goto("./#/lab/data");
  await page.goto(`${CHURN}&phase=write_cell&full=yes`);
  await expect(player(page)).toBeHidden();
  for (const what of [sentence(page), picture(page), written(page)]) await expectOnScreen(what);
  await page.keyboard.press("Escape");
  await expect(player(page)).toBeVisible();
  await expect(page).not.toHaveURL(/full=yes/);
});
