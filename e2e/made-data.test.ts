import { readFile } from "node:fs/promises";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

const DATA = "./#/lab/compare?show=data&knobs=entities-150";

test("knobs make data that leaks or does not; it is opened, and taken along as files", async ({ page }) => {
  await page.goto(DATA);
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toContainText("With a reaction of 0.8, the latest value promises");
  await expect(page.getByRole("row", { name: /^0\.8 / })).toBeVisible();
  await expectAccessible(page);

  // By keyboard: all the way down.
  await page.getByRole("slider", { name: "Reaction" }).focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/knobs=reaction-0_entities-150/);
  await expect(headline).toContainText("With a reaction of 0, the latest value promises");
  // Nothing is said to leak.
  await expect(headline.locator("strong")).toHaveCount(0);

  const noise = page.getByRole("textbox", { name: "Noise" });
  await noise.fill("7");
  await expect(page.getByText("Write a number from 0 to 3.")).toBeVisible();
  await noise.fill("0.5");
  await expect(page).toHaveURL(/noise-0.5/);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "surveys.csv" }).click(),
  ]);
  expect((await readFile(await file.path(), "utf8")).split("\r\n")[0]).toBe(
    "customer_id,satisfaction,recommends,answered_at",
  );

  await page.getByRole("link", { name: "Open this data" }).click();
  await expect(page).toHaveURL(/scenario=/);
  await expect(page.getByRole("banner")).toContainText("Made with a reaction of 0");
  await page.goBack();
  await expect(headline).toContainText("With a reaction of 0, the latest value promises");
});
