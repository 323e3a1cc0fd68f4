import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { openDemoStore, trainingRows } from "./demo-store";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

// As it moves for most.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

const sentence = (page: Page) => page.getByRole("heading", { level: 1 });

test.beforeEach(async ({ page }) => {
  await openDemoStore(page);
  await page.goto("./#/lab/train?row=3&phase=write_cell");
  await expect(sentence(page)).toContainText("50.00");
});

test("all keys are one key away, but not while a field has the focus", { tag: "@anew" }, async ({ page }) => {
  const field = page.getByRole("textbox", { name: "Row number" });
  await page.getByRole("button", { name: "Find a row" }).click();
  await field.focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys and look" })).toBeHidden();
  await expect(field).toHaveValue("?");
  await page.keyboard.press("Escape");
  await sentence(page).click();
  // Letters are the page's, also where a cell of the table has the focus.
  await page.getByRole("gridcell").first().focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys and look" })).toBeVisible();
  await page.getByRole("radio", { name: "dark" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("the legend says what the picture shows, beside the keys, light and dark and on a phone", async ({
  page,
}) => {
  const legend = page.getByRole("dialog").getByRole("region", { name: "Legend" });
  await sentence(page).click();
  await page.keyboard.press("?");
  for (const term of ["not yet known", "the label", "the TTL", "the delay", "rows of others"])
    await expect(legend.getByRole("term").filter({ hasText: term })).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  // The button is in a menu that is closed: the dialog must not be.
  await page.keyboard.press("?");
  await expect(legend.getByText("the delay")).toBeVisible();
  await expectAccessible(page);
});

test("letter keys can be switched off, which is remembered; Space and the arrows stay", {
  tag: "@anew",
}, async ({ page }) => {
  const step = page.getByRole("slider", { name: "Step" });
  const help = page.getByRole("dialog", { name: "keys and look" });
  await page.getByRole("button", { name: "keys and look" }).click();
  await page.getByRole("checkbox", { name: "Letters, digits and signs are keys" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(step).toHaveValue("5");
  await page.keyboard.press("?");
  await page.keyboard.press("ArrowLeft");
  await expect(step).toHaveValue("4");
  await expect(help).toBeHidden();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("Space plays wherever the mouse has left the focus, and presses what was reached by keyboard", async ({
  page,
}) => {
  const step = page.getByRole("slider", { name: "Step" });
  const pause = page.getByRole("button", { name: "Pause" });
  const back = page.getByRole("button", { name: "Previous step" });
  await back.click();
  await expect(step).toHaveValue("4");
  // With the first key a browser shows the focus of what was pressed with the mouse: it is still the mouse's.
  await page.keyboard.press("Shift");
  await page.keyboard.press("Space");
  await expect(pause).toBeVisible();
  await expect(step).toHaveValue("4");
  await page.keyboard.press("Space");
  await expect(pause).toBeHidden();
  await page.getByRole("gridcell").first().click();
  await page.keyboard.press("Space");
  await expect(pause).toBeVisible();
  await page.keyboard.press("Space");
  await expect(pause).toBeHidden();
  await page.keyboard.press("End");
  const phases = page.getByRole("list", { name: "Steps of this join" }).getByRole("button");
  await phases.nth(3).click();
  await expect(step).toHaveValue("3");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(step).toHaveValue("4");
  await expect(pause).toBeHidden();
});

test("a clicker goes through a whole row, wherever the mouse has left the focus, and never scrolls", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const step = page.getByRole("slider", { name: "Step" });
  const scrolled = () =>
    page.evaluate(() => [window.scrollY, document.querySelector("main")?.parentElement?.scrollTop]);
  await page.keyboard.press("Home");
  const before = await scrolled();
  for (let at = 1; at <= 5; at++) {
    await page.keyboard.press("PageDown");
    await expect(step).toHaveValue(String(at));
  }
  expect(await scrolled()).toEqual(before);
  // In a table and on a slider these keys have meanings of their own, for who has come to them by keyboard.
  await page.getByRole("gridcell", { name: "50.00" }).first().click();
  await page.keyboard.press("PageUp");
  await expect(step).toHaveValue("4");
  await expect(page.locator("[role=gridcell]:focus")).toHaveCount(1);
  await step.click({ position: { x: 2, y: 5 } });
  await expect(step).toHaveValue("0");
  await page.keyboard.press("PageDown");
  await expect(step).toHaveValue("1");
});

test("by keyboard alone a payment is found, moved over the line, and put back", async ({ page }) => {
  const onMark = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  // Tab goes through everything in its order; the lane's chosen mark is one stop.
  await page.locator("body").press("Tab");
  for (let stop = 0; stop < 60 && !/^payment, 50\.00/.test(await onMark()); stop++)
    await page.keyboard.press("Tab");
  expect(await onMark()).toBe("payment, 50.00, 3 Nov 12:00, chosen, 1 day before");
  const focused = page.locator("[data-mark]:focus-visible");
  await expect(focused).toHaveCount(1);
  for (let step = 0; step < 6; step++) await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect(sentence(page)).toContainText("has not happened yet");
  // What moves keeps the focus.
  await expect(focused).toHaveAttribute("data-state", "future");
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00 → null");
  for (let step = 0; step < 6; step++) await page.keyboard.press("Control+z");
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00");
  await expect(focused).toHaveAttribute("data-state", "chosen");
});
