import type { Locator } from "@playwright/test";
import { run } from "../scripts/run.mjs";
import { plainServer } from "./plain-server";
import { expect, test } from "./test";

test.use({ viewport: { width: 1800, height: 1000 } });

/** All that an app shows of its state: sentence, edits and table. */
async function shownBy(app: Locator): Promise<string> {
  const [sentence, words, table] = await Promise.all([
    app.getByRole("heading", { level: 1 }).textContent(),
    app.getByText(/your own copy|Drag a row/).textContent(),
    app.getByRole("grid", { name: /Training table/ }).textContent(),
  ]);
  return [sentence, words, table].join("\n");
}

test("two apps stand on one page, are worked in turn, and take no notice of each other", async ({ page }) => {
  const { code, output } = await run("vite", ["build", "--config", "e2e/two-apps/vite.config.ts"], {
    quiet: true,
  });
  expect(code, output).toBe(0);
  const server = await plainServer("node_modules/.cache/two-apps");
  await page.goto(server.address);
  const demo = page.getByRole("region", { name: "demo", exact: true });
  const churn = page.getByRole("region", { name: "churn", exact: true });
  await expect(demo.getByRole("heading", { level: 1 })).toContainText("50.00");
  await expect(churn.getByRole("heading", { level: 1 })).toContainText("User 10354");

  const churnBefore = await shownBy(churn);
  await demo
    .getByLabel(/payment, 50\.00.*chosen/)
    .first()
    .press("Alt+ArrowRight");
  await expect(demo.getByText("You look at your own copy (1 change):")).toBeVisible();
  await demo.getByRole("button", { name: "Previous step" }).click();
  expect(await shownBy(churn)).toBe(churnBefore);

  // Keys go to the app that was touched last.
  const demoBefore = await shownBy(demo);
  await churn.getByRole("button", { name: "Previous step" }).click();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Home");
  await expect(churn.getByRole("slider", { name: "Step" })).toHaveValue("0");
  expect(await shownBy(demo)).toBe(demoBefore);

  // And to the app that has the focus before that.
  await demo.getByRole("button", { name: "Play" }).focus();
  await page.keyboard.press("Control+z");
  await expect(demo.getByText("Drag a row", { exact: false })).toBeVisible();
  await demo.getByRole("button", { name: "Play" }).focus();
  await page.keyboard.press("Home");
  await expect(demo.getByRole("slider", { name: "Step" })).toHaveValue("0");
  await expect(churn.getByRole("slider", { name: "Step" })).toHaveValue("0");

  // The URL is nobody's here.
  expect(page.url()).not.toContain("#");
  await server.stop();
});
