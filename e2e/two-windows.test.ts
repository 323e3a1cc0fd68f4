import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

const TEN = "./#/present?screen=projector&plan=ten";

/** What the window of the class shows: its number among all of the plan's. */
const foot = (page: Page) => page.locator("main [data-act] footer").first();

async function openSpeaker(projector: Page): Promise<Page> {
  await expect(foot(projector)).toContainText(/^\d+ of \d+/);
  const [speaker] = await Promise.all([projector.waitForEvent("popup"), projector.keyboard.press("n")]);
  await expect(speaker.getByText("in step with the projector")).toBeVisible();
  return speaker;
}

test("the windows of a class are in step both ways, also after a reload of either", async ({ page }) => {
  await page.goto(TEN);
  const speaker = await openSpeaker(page);
  const both = async (text: RegExp) => {
    await expect(foot(page)).toContainText(text);
    await expect(speaker.getByRole("heading", { name: /^On the screen/ })).toContainText(text);
  };
  await page.keyboard.press("PageDown");
  await both(/^(On the screen )?2 of \d+/);
  await speaker.keyboard.press("PageDown");
  await both(/^(On the screen )?3 of \d+/);
  await speaker.keyboard.press("b");
  await expect(page.locator("[data-black]")).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-black]")).toBeVisible();
  await both(/3 of \d+/);
  await page.keyboard.press("b");
  await expect(speaker.getByText("The screen is black.")).toBeHidden();
  await speaker.reload();
  await both(/3 of \d+/);
  await expect(speaker.getByRole("timer")).not.toHaveText("0:00");
  await speaker.getByRole("button", { name: "Show the answer now" }).click();
  await expect(page.locator('main [data-act="reveal"]')).toBeVisible();
  // The window may be gone before the key is let go.
  await Promise.all([speaker.waitForEvent("close"), speaker.keyboard.press("n").catch(() => undefined)]);
  const again = await openSpeaker(page);
  await expect(again.getByRole("heading", { name: /answer/ })).toBeVisible();
  await page.close();
  await expect(again.getByText(/the projector’s window is closed/)).toBeVisible();
});

test("where the browser blocks the speaker's window, a link opens it; or its notes are on the one screen", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(TEN);
  await expect(foot(page)).toContainText("1 of");
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
  await speaker.close();
  await page.keyboard.press("m");
  const notes = page.getByRole("complementary", { name: "Notes" });
  await expect(notes).toContainText("Let them look for half a minute");
  await expectAccessible(page);
  await page.keyboard.press("m");
  await expect(notes).toBeHidden();
});
