import type { Locator, Page } from "@playwright/test";
import { CASE_SLICES } from "../src/timeline/scenario-slices";
import { expectAccessible } from "./accessibility";
import { expectStep } from "./step";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

/** Shapes are drawn alike by every Chromium: one mark more or less is seen. Letters are not, so they are left out. */
const STRICT = { animations: "disabled", caret: "hide", threshold: 0.2, maxDiffPixels: 16 } as const;

const DESKTOP = { viewport: { width: 1000, height: 800 }, colorScheme: "light" } as const;
const DARK = { ...DESKTOP, colorScheme: "dark" } as const;
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true } as const;
const PROJECTOR = { viewport: { width: 1280, height: 720 }, colorScheme: "light" } as const;

/** A few for the eye: how it is painted. What is where is held by `picture-cases.test.ts`, for every case and size. */
const PAINTED = [
  { name: "train", on: "desktop", look: "", screen: DESKTOP },
  { name: "side-by-side", on: "desktop", look: "", screen: DESKTOP },
  { name: "burst", on: "desktop", look: "", screen: DESKTOP },
  { name: "forward", on: "desktop", look: "", screen: DESKTOP },
  { name: "train", on: "dark", look: "", screen: DARK },
  { name: "dense-rows", on: "dark", look: "", screen: DARK },
  { name: "joins", on: "phone", look: "", screen: PHONE },
  { name: "step-5-latest", on: "projector", look: "&size=large", screen: PROJECTOR },
] as const;

test.use({ deviceScaleFactor: 1 });

async function openCase(page: Page, name: string, look = ""): Promise<void> {
  await page.goto(`./#/cases?case=${name}${look}`);
  await expect(page.locator(`[data-case="${name}"]`)).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`not on the screen: ${locator}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const timelineOf = (page: Page) => page.getByRole("group", { name: /^Timeline of/ });

for (const { name, on, look, screen } of PAINTED) {
  test.describe(`painted, ${on}`, () => {
    test.use(screen);
    test(`${name} is as it was`, async ({ page }) => {
      await openCase(page, name, look);
      // A sheet that is made by script: the page's policy allows no other.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("text { visibility: hidden; }");
        document.adoptedStyleSheets.push(sheet);
      });
      await expect(timelineOf(page)).toHaveScreenshot(`${name}-${on}.png`, STRICT);
      await page.evaluate(() => document.adoptedStyleSheets.pop());
    });
  });
}

test.describe("on a projector", () => {
  test.use({ viewport: { width: 1280, height: 720 }, colorScheme: "light" });
  test("no text is under 16 px", async ({ page }) => {
    for (const name of ["train", "dense-rows", "side-by-side"]) {
      await openCase(page, name, "&size=large");
      const small = await page.locator("body *").evaluateAll((all) =>
        all
          .filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
          )
          .filter((one) => one.getClientRects().length > 0)
          .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 16)
          .map((one) => one.textContent),
      );
      expect(small).toEqual([]);
    }
  });
});

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const isScrolled = (page: Page) => page.evaluate(() => window.scrollY > 0);

test("the index names every case by what it shows; the filter leaves those that say it, also after Back", async ({
  page,
}) => {
  await page.goto("./");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Cases" }).click();
  const links = page.getByRole("main").getByRole("listitem").getByRole("link");
  await expect(links).toHaveCount(CASE_SLICES.length);
  const filter = page.getByRole("searchbox", { name: "Filter the cases" });
  await filter.fill("ttl");
  await expect(page.getByText(`3 of ${CASE_SLICES.length} cases`)).toBeVisible();
  await expect(links).toHaveCount(3);
  await links.filter({ hasText: "TTL edge" }).click();
  await expect(heading(page, "TTL edge")).toBeVisible();
  await page.goBack();
  await expect(filter).toHaveValue("ttl");
  await expect(links).toHaveCount(3);
  await filter.fill("no such words");
  await page.getByRole("button", { name: /^Show all \d+ cases$/ }).click();
  await expect(links).toHaveCount(CASE_SLICES.length);
});

test("from each case the next and the one before are one press away, by button and by key", async ({
  page,
}) => {
  await page.goto("./#/cases?case=expired");
  await expect(page.getByText("The cell stays empty.")).toBeVisible();
  const next = page.getByRole("link", { name: /^Next case/ });
  await next.click();
  await expect(heading(page, "TTL edge")).toBeVisible();
  // What goes on stays, and can be pressed again.
  await expect(next).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, "TTL zero")).toBeVisible();
  await page.getByRole("link", { name: "Previous case: TTL edge" }).click();
  await expect(heading(page, "TTL edge")).toBeVisible();
  await page.keyboard.press("Shift+PageUp");
  await expect(heading(page, "Expired")).toBeVisible();
  await page.keyboard.press("Shift+PageDown");
  await page.goBack();
  await expect(heading(page, "Expired")).toBeVisible();
});

test("a clicker goes through a case's steps and on to the next case, and never scrolls", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto("./#/cases?case=expired&row=0&phase=rule_out_expired");
  await expect(page.getByText(/Both payments are older than 4 days/)).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/phase=keep_latest/);
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/phase=write_cell/);
  await page.keyboard.press("PageDown");
  await expect(heading(page, "TTL edge")).toBeVisible();
  await expectStep(page, "step 1 of 6");
  await page.keyboard.press("PageUp");
  await expect(heading(page, "Expired")).toBeVisible();
  await expectStep(page, "step 6 of 6");
  expect(await isScrolled(page)).toBe(false);
  // At the very end there is nowhere to go, and it does not scroll either.
  await page.goto("./#/cases?case=dense-spine");
  await expect(heading(page, "Dense spine")).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(heading(page, "Dense spine")).toBeVisible();
  expect(await isScrolled(page)).toBe(false);
});

test("the six steps of one row are gone through as its steps", async ({ page }) => {
  await page.goto("./#/cases?case=step-1-find");
  await expect(heading(page, "Step 1: find")).toBeVisible();
  for (const name of ["Step 2: future", "Step 3: not yet known", "Step 4: expired", "Step 5: latest"]) {
    await page.keyboard.press("PageDown");
    await expect(heading(page, name)).toBeVisible();
  }
  await expect(page.getByText(/The later of the 2 that remain/)).toBeVisible();
});

test("a case's step is in the address", async ({ page }) => {
  await page.goto("./#/cases?case=expired&row=0&phase=rule_out_expired");
  await expect(page.getByText(/Both payments are older than 4 days/)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/case=expired&?.*phase=keep_latest|phase=keep_latest.*case=expired/);
});

test("a case that does not exist says so, and leads to those that do", async ({ page }) => {
  await page.goto("./#/cases?case=nothing");
  await expect(page.getByText('There is no case named "nothing".')).toBeVisible();
  await page.getByRole("link", { name: /^All \d+ cases$/ }).click();
  await expect(page.getByRole("heading", { name: "Cases", exact: true })).toBeVisible();
});

test("a link that was made while the cases were called a gallery still opens them", async ({ page }) => {
  await page.goto("./#/gallery");
  await expect(page.getByRole("heading", { name: "Cases", exact: true })).toBeVisible();
  await page.goto("./#/gallery?case=tie&row=0&phase=keep_latest");
  await expect(page.getByRole("heading", { name: "Tie", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/#\/cases\?.*case=tie/);
  await expect(page.getByText(/supersedes 2 others/)).toBeVisible();
});

test("a dragged mark changes its own case only, and reset brings it back", async ({ page }) => {
  await page.goto("./#/cases?case=chosen");
  const from = await middleOf(page.getByRole("button", { name: /^payment, 50\.00/ }));
  const line = await middleOf(page.getByRole("slider", { name: "The moment of the prediction" }));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(line.x + 60, from.y, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByText(/has not happened yet/).first()).toBeVisible();
  await page.getByRole("button", { name: "start over" }).click();
  await expect(page.getByText(/goes into the row/).first()).toBeVisible();
});

test("a mark that is dragged among 100 000 stays in the hand until it is let go", async ({ page }) => {
  await openCase(page, "dense-rows");
  const mark = page.locator('[data-mark][data-state="chosen"]');
  const row = await mark.getAttribute("data-mark");
  const from = await middleOf(mark.locator("> g"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(from.x + 30 * i, from.y);
  await expect(page.locator(`[data-mark="${row}"]`)).toHaveAttribute("data-state", "not_yet_known");
  await page.mouse.up();
  await expect(page.getByRole("button", { name: "start over" })).toBeVisible();
});

test("rows that are counted are drawn anew in the colours of another theme, and a bar says what it counts", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openCase(page, "dense-rows");
  const drawn = () => page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const light = await drawn();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(drawn).not.toBe(light);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(drawn).toBe(light);
  const area = await page.getByRole("img", { name: /payments, counted/ }).boundingBox();
  if (area === null) throw new Error("the counted rows must be on the screen");
  await page.mouse.move(area.x + 5, area.y + area.height - 8);
  await expect(page.getByText(/^4 Oct 17:\d\d:\d\d to 17:\d\d:\d\d: .*\d+ not yet known$/)).toBeVisible();
});

test("on a phone two fingers zoom the picture and leave the page as it is; one finger pans", async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await openCase(page, "train");
  const chosenX = async () =>
    Number(await page.locator('[data-lane="0"] [data-state="chosen"]').getAttribute("data-x"));
  const supersededX = async () =>
    Number(await page.locator('[data-lane="0"] [data-state="superseded"]').getAttribute("data-x"));
  const apart = async () => (await chosenX()) - (await supersededX());
  const picture = await timelineOf(page).boundingBox();
  const y = (picture?.y ?? 0) + 90;
  const fingers = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...xs: number[]) =>
    fingers.send("Input.dispatchTouchEvent", { type, touchPoints: xs.map((x, id) => ({ x, y, id })) });
  const before = await apart();
  await touch("touchStart", 140, 200);
  for (let i = 1; i <= 10; i++) await touch("touchMove", 140 - 6 * i, 200 + 6 * i);
  await touch("touchEnd");
  await expect.poll(apart).toBeGreaterThan(before * 1.4);
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
  const stood = await chosenX();
  await touch("touchStart", 220);
  for (let i = 1; i <= 10; i++) await touch("touchMove", 220 - 4 * i);
  await touch("touchEnd");
  await expect.poll(chosenX).toBeLessThan(stood - 20);
  await context.close();
});

test("with text at 200 % nothing in a case covers anything else", { tag: "@anew" }, async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      document.documentElement.style.fontSize = "200%";
    });
  });
  await openCase(page, "train");
  const parts = await page
    .locator('[data-part="looks"] > *')
    .evaluateAll((all) =>
      all.map((one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().top + one.scrollHeight]),
    );
  parts.slice(1).forEach(([top], i) => {
    expect(top).toBeGreaterThanOrEqual((parts[i]?.[1] ?? 0) - 1);
  });
  const axis = page.getByText("times in UTC");
  expect(await axis.evaluate((text) => Number(text.getAttribute("font-size")))).toBe(24);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});

test("the cases open without the store, and axe finds nothing, on a phone neither", { tag: "@anew" }, async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("./#/cases", { waitUntil: "networkidle" });
  await expectAccessible(page);
  await page.getByRole("link", { name: /^Train/ }).click();
  await expect(page.getByRole("article", { name: "Train" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(asked.filter((url) => /arrow|worker|lab-page/i.test(url))).toEqual([]);
});
