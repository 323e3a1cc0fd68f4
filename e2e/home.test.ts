import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { middleOf } from "./middle-of";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

const leaky = (page: Page) => page.getByRole("cell", { name: /120\.00 ?, a leak/ });
const lastPayment = (page: Page) => page.getByLabel(/payment, 120\.00/).first();
const agreeing = (page: Page) => page.getByRole("cell", { name: "120.00", exact: true });

test.beforeEach(async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Your model is brilliant because it has seen the future.",
  );
  await expect(agreeing(page)).toHaveCount(2);
});

test("the last payment, dragged over the line, is a leak in one table; put back, both agree again", async ({
  page,
}) => {
  const [x, y] = await middleOf(lastPayment(page));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 180, y, { steps: 6 });
  await expect(leaky(page)).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole("cell", { name: "50.00" })).toBeVisible();
  await expect(
    page.getByText(/The first table knows a payment from .* later\. Production will not\./),
  ).toBeVisible();
  await page.getByRole("button", { name: "show the original" }).click();
  await expect(agreeing(page)).toHaveCount(2);
  await expect(page.getByRole("button", { name: "12 hours later" })).toBeDisabled();
  await page.getByRole("button", { name: "show my copy" }).click();
  await expect(page.getByRole("cell", { name: "50.00" })).toBeVisible();
  await page.getByRole("button", { name: "start over" }).click();
  await expect(agreeing(page)).toHaveCount(2);
});

test("the same by keys alone", async ({ page }) => {
  await lastPayment(page).focus();
  for (let step = 0; step < 12; step++) await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect(leaky(page)).toBeVisible();
});

test("the same without dragging", async ({ page }) => {
  const later = page.getByRole("button", { name: "12 hours later" });
  await later.click();
  await expect(agreeing(page)).toHaveCount(2);
  await later.click();
  await expect(leaky(page)).toBeVisible();
});

test("the same by touch on a phone, with both answers on the screen", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto("./");
  await expect(agreeing(page)).toHaveCount(2);
  const [x, y] = await middleOf(lastPayment(page));
  const finger = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...xs: number[]) =>
    finger.send("Input.dispatchTouchEvent", { type, touchPoints: xs.map((at) => ({ x: at, y })) });
  await touch("touchStart", x);
  for (let i = 1; i <= 8; i++) await touch("touchMove", x + 10 * i);
  await expect(leaky(page)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("cell", { name: "50.00" })).toBeInViewport({ ratio: 1 });
  await touch("touchEnd");
  await expect(page.getByText(/Production will not\./)).toBeVisible();
  await context.close();
});

test("Home loads neither the store nor Arrow nor what reads links, and leads to the lab", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload({ waitUntil: "networkidle" });
  expect(asked.filter((url) => /worker|lab-page|arrow|read-link/i.test(url))).toEqual([]);
  await page.getByRole("link", { name: "Open the lab" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Build a training table");
});

test("the sample opens at the first step of its telling row, in a store of its own", async ({ page }) => {
  await page.getByRole("link", { name: /Who will cancel/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("none of them judged yet");
  await expect(page.getByText("Who will cancel? · a sample")).toBeVisible();
  await page.getByRole("link", { name: "your own data" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Build a training table");
});

test("the first door leads to the lessons", async ({ page }) => {
  const doors = page.getByRole("navigation", { name: "Ways on" }).getByRole("link");
  await expect(doors.first()).toHaveText(/^Learn/);
  await doors.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You predict, then you see.");
});

test("Home says what a feature store and a point-in-time join are, after the moment", async ({ page }) => {
  for (const term of ["feature store", "point-in-time join"]) {
    const said = page.getByRole("term").filter({ hasText: term });
    await expect(said).toBeVisible();
    const [, y] = await middleOf(lastPayment(page));
    expect((await said.boundingBox())?.y).toBeGreaterThan(y);
  }
  await expect(page.getByRole("definition").filter({ hasText: "for serving as it is now" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "known at that moment" })).toBeVisible();
});

test.describe("as large as", () => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test(`${viewport.width} × ${viewport.height} the drag and both answers come first`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await expect(lastPayment(page)).toBeInViewport({ ratio: 1 });
      for (const cell of await agreeing(page).all()) await expect(cell).toBeInViewport({ ratio: 1 });
    });
});

test("a dotted term says itself by keyboard, and leads to its entry in the glossary, in which axe finds nothing", async ({
  page,
}) => {
  await page.getByRole("button", { name: "as of" }).focus();
  await expect(page.getByText("As things were known at a moment")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Glossary" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "as of" }).first()).toBeInViewport();
  await expect(page).toHaveURL(/#\/glossary\?term=as\+of$/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole("searchbox", { name: "Filter the terms" }).fill("pandas tolerance");
  await expect(page.getByRole("article")).toHaveCount(2);
});

test("axe finds nothing on Home, and nothing scrolls sideways on a phone", async ({ page }) => {
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
