import type { Locator, Page } from "@playwright/test";
import { GALLERY_SLICES } from "../src/timeline/scenario-slices";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

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

test.use({ deviceScaleFactor: 1, contextOptions: { reducedMotion: "reduce" } });

async function openCase(page: Page, name: string, look = ""): Promise<void> {
  await page.goto(`./#/gallery?case=${name}${look}`);
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

test("all cases stand side by side, each with its own steps", async ({ page }) => {
  await page.goto("./#/gallery");
  await expect(page.getByRole("article")).toHaveCount(GALLERY_SLICES.length);
  const tie = page.getByRole("article", { name: "Tie", exact: true });
  const expired = page.getByRole("article", { name: "Expired", exact: true });
  await tie.getByRole("button", { name: "Previous step" }).click();
  await expect(tie.getByText(/supersedes 2 others/)).toBeVisible();
  await expect(expired.getByText("The cell stays empty.")).toBeVisible();
});

test("a case stands alone, and its step is in the address", async ({ page }) => {
  await page.goto("./#/gallery?case=expired&row=0&phase=rule_out_expired");
  await expect(page.getByText(/Both payments are older than 4 days/)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/case=expired&?.*phase=keep_latest|phase=keep_latest.*case=expired/);
  await page.getByRole("link", { name: /^All \d+ cases$/ }).click();
  await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
});

test("a case that does not exist says so", async ({ page }) => {
  await page.goto("./#/gallery?case=nothing");
  await expect(page.getByText('The gallery has no case named "nothing".')).toBeVisible();
});

test("a dragged mark changes its own case only, and reset brings it back", async ({ page }) => {
  await page.goto("./#/gallery?case=chosen");
  const from = await middleOf(page.getByRole("button", { name: /^payment, 50\.00/ }));
  const line = await middleOf(page.getByRole("slider", { name: "The moment of the prediction" }));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(line.x + 60, from.y, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByText(/has not happened yet/).first()).toBeVisible();
  await page.getByRole("button", { name: "Reset" }).click();
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
  await expect(page.getByRole("button", { name: "Reset" })).toBeVisible();
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

test("with text at 200 % nothing in a case covers anything else", async ({ page }) => {
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

test("the gallery opens without the store, and axe finds nothing", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("./#/gallery?case=train", { waitUntil: "networkidle" });
  expect(asked.filter((url) => /arrow|worker|lab-page/i.test(url))).toEqual([]);
  await expectAccessible(page);
});
