import { expectAccessible } from "./accessibility";
import { openDemoStore, trainingRows } from "./demo-store";
import { expect, test } from "./test";

test.beforeEach(async ({ page }) => {
  await openDemoStore(page);
  await page.goto("./#/lab/view");
});

test("a choice counts at once: the sentence, the row it writes, and the training table follow", async ({
  page,
}) => {
  const sentence = page.getByRole("heading", { level: 1 });
  await expect(sentence).toHaveText(
    "For each of 4 rows of user_activity, the latest payment that had happened by then.",
  );
  await page.getByRole("combobox", { name: "How old may it be?" }).selectOption({ label: "1 h" });
  await expect(sentence).toContainText("the latest payment of the last hour");
  await page.getByRole("button", { name: "Watch it being made" }).click();
  await expect
    .poll(() => trainingRows(page))
    .toEqual([
      "1 | 10 | 1 Nov 12:00 | ",
      "2 | 5 | 1 Nov 12:00 | null",
      "2 | 15 | 4 Nov 12:00 | null",
      "1 | 20 | 5 Nov 12:00 | null",
    ]);
});

test("a duration can be written, and one that makes no sense says what would", async ({ page }) => {
  await page.getByRole("combobox", { name: "How late can it be used?" }).selectOption({ label: "another …" });
  const field = page.getByRole("textbox", { name: "How late can it be used?: another" });
  await field.fill("soon");
  await field.press("Enter");
  await expect(page.getByText("Write it like 7d, 90m, 1h30m or 250ms.")).toBeVisible();
  await field.fill("1d12h");
  await field.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("that was usable by then");
});

test("a join that looks ahead is called a leak in the table, and the label stays out of serving", async ({
  page,
}) => {
  await page.getByRole("combobox", { name: "Which way?" }).selectOption({ label: "the latest of all" });
  await page.getByRole("combobox", { name: "What to predict (the label)" }).selectOption("activity_count");
  await expect(page.getByText("activity_count stays out of what the model is served.")).toBeVisible();
  await page.getByRole("button", { name: "Watch it being made" }).click();
  await expect(page.getByText("no empty matches · 2 leaks")).toBeVisible();
});

test("groups whose keys differ in type say so, and can be converted", async ({ page }) => {
  await page.evaluate(async () => {
    await window.microfs.createFeatureGroup({
      name: "plans",
      schema: { user_id: "string", plan: "string", since: "timestamp" },
      primaryKeys: ["user_id"],
      eventTime: "since",
    });
    await window.microfs.insert("plans", [{ user_id: "2", plan: "pro", since: "2025-11-02" }]);
  });
  await expect(page.getByText("1 and “1” are different keys.")).toBeVisible();
  await page.getByRole("button", { name: "Make user_id of plans whole numbers" }).click();
  await page.getByRole("button", { name: "Join plans" }).click();
  await page.getByRole("button", { name: "Watch it being made" }).click();
  await page.getByRole("gridcell", { name: "pro" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("pro");
});

test("a view can be deleted and begun again on another spine", async ({ page }) => {
  await page.getByRole("button", { name: "Delete this view" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which rows do you want to predict for?");
  await page.getByRole("button", { name: "user_payments" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "For each of 2 rows of user_payments, the latest row of user_activity that had happened by then.",
  );
});

test("axe finds nothing in View", async ({ page }) => {
  await expect(page.getByRole("heading", { level: 1 })).toContainText("For each of 4 rows");
  await expectAccessible(page);
});
