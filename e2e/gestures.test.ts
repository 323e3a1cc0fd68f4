import type { BrowserContext, Locator, Page } from "@playwright/test";
import { openDemoStore, trainingRows } from "./demo-store";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

async function openCase(page: Page, name: string): Promise<void> {
  await page.goto(`./#/cases?case=${name}`);
  await expect(page.locator(`[data-case="${name}"]`)).toBeVisible();
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`not on the screen: ${locator}`);
  return box;
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

const timelineOf = (page: Page) => page.getByRole("group", { name: /^Timeline of/ });
const chosen = (page: Page) => page.locator('[data-lane="0"] [data-state="chosen"]');
const superseded = (page: Page) => page.locator('[data-lane="0"] [data-state="superseded"]').first();
const xOf = async (mark: Locator) => Number(await mark.getAttribute("data-x"));
const apart = async (page: Page) => (await xOf(chosen(page))) - (await xOf(superseded(page)));

type Point = readonly [x: number, y: number];

/** Fingers, as the browser's own touch events. */
async function fingersOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  return (type: "touchStart" | "touchMove" | "touchEnd", ...points: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
}

test.describe("a drag that is cancelled by Escape leaves everything as it was", () => {
  test("of a mark", async ({ page }) => {
    await openCase(page, "chosen");
    const mark = page.getByRole("button", { name: /^payment, 50\.00/ });
    const stood = await xOf(mark);
    const from = await middleOf(mark);
    const line = await middleOf(page.getByRole("slider", { name: "The moment of the prediction" }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(line.x + 60, from.y, { steps: 8 });
    await expect(page.getByText(/has not happened yet/).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText(/goes into the row/).first()).toBeVisible();
    await page.mouse.move(line.x + 90, from.y, { steps: 3 });
    await page.mouse.up();
    expect(await xOf(mark)).toBe(stood);
    await expect(page.getByRole("button", { name: "start over" })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "This payment" })).toHaveCount(0);
  });

  test("of the end of a TTL, which may be drawn through nothing and out again", async ({ page }) => {
    await openCase(page, "expired");
    const edge = page.getByRole("slider", { name: /^TTL of/ });
    const before = await edge.getAttribute("aria-valuetext");
    const from = await middleOf(edge);
    const line = await middleOf(page.getByRole("slider", { name: "The moment of the prediction" }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(line.x, from.y, { steps: 5 });
    await page.mouse.move(from.x + 40, from.y, { steps: 5 });
    await expect(edge).not.toHaveAttribute("aria-valuetext", before ?? "");
    await page.keyboard.press("Escape");
    await expect(edge).toHaveAttribute("aria-valuetext", before ?? "");
    await page.mouse.up();
    await expect(page.getByRole("button", { name: "start over" })).toHaveCount(0);
  });

  test("in the Lab, where the table follows the hand", async ({ page }) => {
    await openDemoStore(page);
    await page.goto("./#/lab/train?row=3&phase=write_cell");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
    const before = await trainingRows(page);
    const from = await middleOf(page.getByLabel(/payment, 50\.00.*chosen/).first());
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 260, from.y, { steps: 8 });
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("50.00");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
    await page.mouse.up();
    await expect(page.getByText(/1 edit, on top/)).toHaveCount(0);
    expect(await trainingRows(page)).toEqual(before);
  });

  test("on Home", async ({ page }) => {
    await page.goto("./");
    const from = await middleOf(page.getByLabel(/payment, 120\.00/).first());
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 180, from.y, { steps: 6 });
    await expect(page.getByRole("cell", { name: /120\.00 ?, a leak/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(page.getByRole("cell", { name: "120.00", exact: true })).toHaveCount(2);
    await expect(page.getByRole("button", { name: "start over" })).toHaveCount(0);
  });
});

test("a hand that shakes by 2 pixels clicks", async ({ page }) => {
  await openCase(page, "chosen");
  const { x, y } = await middleOf(page.getByRole("button", { name: /^payment, 50\.00/ }));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 2, y);
  await page.mouse.up();
  await expect(page.getByRole("region", { name: "This payment" })).toBeVisible();
  await expect(page.getByRole("button", { name: "start over" })).toHaveCount(0);
});

test("a drag of the ground pans, also over what is drawn anew under it, and ends outside the picture", async ({
  page,
}) => {
  await openCase(page, "dense-rows");
  const picture = await boxOf(timelineOf(page));
  const bar = page.locator('[data-lane="0"] [role=img] rect').last();
  const { x, y } = await middleOf(bar);
  const tick = () => page.locator("text").filter({ hasText: /\d/ }).allTextContents();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 120, y, { steps: 6 });
  await page.mouse.move(x - 200, picture.y - 40, { steps: 4 });
  await page.mouse.up();
  const panned = await tick();
  await page.mouse.move(x - 50, y, { steps: 4 });
  expect(await tick()).toEqual(panned);
});

test("a plain wheel scrolls the page, with Ctrl it zooms around the pointer", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 500 });
  await openCase(page, "train");
  const mark = chosen(page);
  const before = await apart(page);
  const { x, y } = await middleOf(mark.locator("circle").first());
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(60);
  expect(await apart(page)).toBe(before);
  const at = await middleOf(mark.locator("circle").first());
  const scrolled = await page.evaluate(() => window.scrollY);
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -240);
  await page.keyboard.up("Control");
  await expect.poll(() => apart(page)).toBeGreaterThan(before * 1.3);
  expect(Math.abs((await middleOf(mark.locator("circle").first())).x - at.x)).toBeLessThan(2);
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
});

test.describe("the minimap", () => {
  const window = (page: Page) => page.getByRole("slider", { name: /^The part of time/ });
  /** Without its line, which is thicker while it has the focus. */
  const widthOf = async (page: Page) => Number(await window(page).getAttribute("width"));

  test("an edge that is dragged zooms, the other stays, and Escape takes it back", async ({ page }) => {
    await openCase(page, "dense-rows");
    const width = await widthOf(page);
    const { x, y } = await middleOf(page.locator("[data-end=toUs] line"));
    const left = await window(page).getAttribute("x");
    const drag = async () => {
      await page.mouse.move(x + 3, y);
      await page.mouse.down();
      await page.mouse.move(x + 103, y, { steps: 6 });
    };
    await drag();
    await expect.poll(() => widthOf(page)).toBeCloseTo(width + 100, 0);
    await page.keyboard.press("Escape");
    await expect.poll(() => widthOf(page)).toBeCloseTo(width, 0);
    await page.mouse.up();
    await drag();
    await page.mouse.up();
    await expect.poll(() => widthOf(page)).toBeCloseTo(width + 100, 0);
    await expect(window(page)).toHaveAttribute("x", left ?? "");
  });

  test("the window is dragged as a whole", async ({ page }) => {
    await openCase(page, "dense-rows");
    const before = await boxOf(window(page));
    const width = await widthOf(page);
    const { x, y } = await middleOf(window(page));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 150, y, { steps: 6 });
    await page.mouse.up();
    expect((await boxOf(window(page))).x).toBeCloseTo(before.x - 150, 0);
    expect(await widthOf(page)).toBeCloseTo(width, 0);
  });
});

test.describe("on a phone", () => {
  let context: BrowserContext;
  let page: Page;

  test.beforeEach(async ({ browser, baseURL }) => {
    context = await browser.newContext({
      baseURL,
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: "reduce",
    });
    page = await context.newPage();
  });
  test.afterEach(() => context.close());

  /** Free ground of the picture: in the first lane, over its marks. */
  const groundY = async () => (await boxOf(timelineOf(page))).y + 152;

  test("two fingers zoom around the moment under their middle, and pan at the same time", async () => {
    await openCase(page, "train");
    const touch = await fingersOf(page);
    const before = await apart(page);
    const stood = await xOf(chosen(page));
    const middle = (await boxOf(timelineOf(page))).x + stood;
    const y = await groundY();
    const fingers = (type: "touchStart" | "touchMove", x: number, spread: number) =>
      touch(type, [x - spread / 2, y], [x + spread / 2, y]);
    // Not so far that idle stretches fold: then distances are no measure.
    await fingers("touchStart", middle, 60);
    for (let i = 1; i <= 10; i++) await fingers("touchMove", middle, 60 + 4 * i);
    await expect.poll(() => apart(page)).toBeGreaterThan(before * 1.6);
    expect(Math.abs((await xOf(chosen(page))) - stood)).toBeLessThan(2);
    for (let i = 1; i <= 10; i++) await fingers("touchMove", middle + 3 * i, 100);
    await expect.poll(async () => Math.abs((await xOf(chosen(page))) - stood - 30)).toBeLessThan(2);
    await touch("touchEnd");
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
  });

  test("one finger pans sideways; up and down it scrolls the page and moves nothing in the picture", async () => {
    await openCase(page, "train");
    const touch = await fingersOf(page);
    const y = await groundY();
    const stood = await xOf(chosen(page));
    await touch("touchStart", [220, y]);
    for (let i = 1; i <= 12; i++) await touch("touchMove", [220 + (i < 3 ? 0 : 4), y - 14 * i]);
    await touch("touchEnd");
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(80);
    expect(await xOf(chosen(page))).toBe(stood);
    await page.reload();
    const again = await groundY();
    await touch("touchStart", [220, again]);
    for (let i = 1; i <= 10; i++) await touch("touchMove", [220 - 4 * i, again]);
    await touch("touchEnd");
    await expect.poll(() => xOf(chosen(page))).toBeLessThan(stood - 30);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  test("a mark is dragged by a finger, and what it became is kept", async () => {
    await openCase(page, "chosen");
    const touch = await fingersOf(page);
    const mark = page.getByRole("button", { name: /^payment, 50\.00/ });
    const stood = await xOf(mark);
    const { x, y } = await middleOf(mark.locator("circle").first());
    await touch("touchStart", [x, y]);
    for (let i = 1; i <= 10; i++) await touch("touchMove", [x + 5 * i, y]);
    await touch("touchEnd");
    await expect.poll(async () => Math.abs((await xOf(mark)) - stood - 50)).toBeLessThan(4);
    await expect(page.getByRole("button", { name: "start over" })).toBeVisible();
  });
});
