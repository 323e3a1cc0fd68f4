import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { middleOf } from "./middle-of";
import { pressApart } from "./present-press";
import { expect, test } from "./test";

/** A question with two votes, after its story. */
const ASKED = "./#/present?screen=projector&plan=ten&step=3&press=2";
/** The last step of a join that is gone through step by step. */
const WALKED = "./#/present?screen=projector&plan=twenty&step=4&press=6";

/** What the window of the class shows: its number among all of the plan's. */
const foot = (page: Page) => page.locator("main [data-act] footer").first();

async function openSpeaker(projector: Page): Promise<Page> {
  await expect(foot(projector)).toContainText(/^\d+ of \d+/);
  const [speaker] = await Promise.all([projector.waitForEvent("popup"), projector.keyboard.press("n")]);
  await expect(speaker.getByText("in step with the projector")).toBeVisible();
  return speaker;
}

test("the windows of a class are in step both ways, also after a reload of either", {
  tag: "@window",
}, async ({ page }) => {
  await page.goto(ASKED);
  const speaker = await openSpeaker(page);
  const first = Number.parseInt((await foot(page).textContent()) ?? "", 10);
  const both = async (on: number) => {
    await expect(foot(page)).toContainText(`${first + on} of `);
    await expect(speaker.getByRole("heading", { name: /^On the screen/ })).toContainText(`${first + on} of `);
  };
  await pressApart(page, "PageDown");
  await both(1);
  // Nobody’s answer was noted: the next is the talk.
  await pressApart(speaker, "PageDown");
  await both(3);
  await expectAllInSight(speaker);
  const left = await secondsLeft(page);
  await pressApart(speaker, "b");
  await expect(page.locator("[data-black]")).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-black]")).toBeVisible();
  await both(3);
  expect(await secondsLeft(page)).toBeLessThan(left);
  await pressApart(page, "b");
  await expect(speaker.getByText("The screen is black.")).toBeHidden();
  await speaker.reload();
  await both(3);
  await expect(speaker.getByRole("timer", { name: "Time passed" })).not.toHaveText("0:00");
  await speaker.getByRole("button", { name: "Show the answer now" }).click();
  await expect(page.locator('main [data-act="reveal"]')).toBeVisible();
  // The window may be gone before the key is let go.
  await Promise.all([speaker.waitForEvent("close"), speaker.keyboard.press("n").catch(() => undefined)]);
  const again = await openSpeaker(page);
  await expect(again.getByRole("heading", { name: /answer/ })).toBeVisible();
  await page.close();
  await expect(again.getByText(/the projector’s window is closed/)).toBeVisible();
});

/** What the countdown of the talk says. */
async function secondsLeft(page: Page): Promise<number> {
  const [minutes = Number.NaN, seconds = Number.NaN] = (
    (await page.locator("main footer").getByRole("timer").textContent()) ?? ""
  )
    .split(":")
    .map(Number);
  return 60 * minutes + seconds;
}

/** On the screens that speakers have all of it is in sight: both pictures with their buttons, the tabs, and every answer. */
async function expectAllInSight(speaker: Page): Promise<void> {
  for (const height of [720, 800]) {
    await speaker.setViewportSize({ width: 1280, height });
    const bottom = (await speaker.getByRole("contentinfo").last().boundingBox())?.y ?? 0;
    for (const part of [
      speaker.getByRole("region", { name: "Next press" }),
      speaker.getByRole("button", { name: "Show the answer now" }),
      speaker.getByRole("table").last(),
    ])
      await expect
        .poll(async () => {
          const box = await part.boundingBox();
          return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
        })
        .toBeLessThanOrEqual(bottom);
    const tabs = speaker.getByRole("navigation", { name: "Acts of this step" });
    expect(await tabs.evaluate((nav) => [nav.scrollLeft, nav.scrollWidth - nav.clientWidth])).toEqual([0, 0]);
  }
}

test("where the browser blocks the speaker's window, a link opens it; or its notes are on the one screen", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(ASKED);
  await expect(foot(page)).toContainText(/^\d+ of/);
  await page.keyboard.press("n");
  const line = page.getByRole("alert").filter({ hasText: "blocked" });
  await expect(line).toBeVisible();
  expect((await line.boundingBox())?.height).toBeLessThanOrEqual(48);
  const [speaker] = await Promise.all([
    page.waitForEvent("popup"),
    line.getByRole("link", { name: "Open it by this link" }).click(),
  ]);
  await expect(speaker.getByText("in step with the projector")).toBeVisible();
  await expect(line).toBeHidden();
  await expectAccessible(speaker);
  const said = await speaker.getByRole("region", { name: "Notes" }).locator("p").first().textContent();
  await speaker.close();
  await pressApart(page, "m");
  const notes = page.getByRole("complementary", { name: "Notes" });
  await expect(notes).toContainText(said ?? "no notes");
  await expectAccessible(page);
  await pressApart(page, "m");
  await expect(notes).toBeHidden();
});

test("what is moved in one window is seen moving in the other, and stays moved after a reload", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(WALKED);
  const speaker = await openSpeaker(page);
  const mark = (window: Page) => window.locator('[data-mark][aria-label^="session, 41"]').first();
  const before = (await mark(speaker).getAttribute("aria-label")) ?? "";
  const [x, y] = await middleOf(mark(page));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 120, y, { steps: 4 });
  // The button is still down.
  await expect(mark(speaker)).not.toHaveAttribute("aria-label", before);
  await page.mouse.move(x - 200, y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole("button", { name: "start over" })).toBeVisible();
  const after = (await mark(page).getAttribute("aria-label")) ?? "";
  expect(after).not.toBe(before);
  await expect(mark(speaker)).toHaveAttribute("aria-label", after);
  await speaker.reload();
  await expect(mark(speaker)).toHaveAttribute("aria-label", after);
  // And the other way round.
  await speaker.getByRole("button", { name: "start over" }).click();
  await expect(mark(page)).toHaveAttribute("aria-label", before);
});
