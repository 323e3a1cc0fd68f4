import { openDemoStore, trainingRows } from "./demo-store";
import { middleOf } from "./middle-of";
import { expect, test } from "./test";

test.beforeEach(async ({ page }) => {
  await openDemoStore(page);
  await page.goto("./#/lab/train?row=3&phase=write_cell");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
});

test("a mark dragged over the line empties the cell, undo fills it again, and a reload keeps the edit", async ({
  page,
}) => {
  const [x, y] = await middleOf(page.getByLabel(/payment, 50\.00.*chosen/).first());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 260, y, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByText("1 edit, on top of the data as loaded.")).toBeVisible();
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00 → null");
  await page.reload();
  await expect.poll(async () => (await trainingRows(page))[2]).toMatch(/null/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00");
});

test("a row is added by hand and chosen; redo brings it back after undo", async ({ page }) => {
  await page.getByRole("button", { name: "Change by hand" }).click();
  await page.getByRole("combobox", { name: "What to change" }).selectOption({ label: "a new payment" });
  await page.getByRole("textbox", { name: "total_spend (float64)" }).fill("75");
  await page.getByRole("textbox", { name: "timestamp, UTC" }).fill("2025-11-04T10:00Z");
  await page.getByRole("button", { name: "Add the row" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("75.00");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("75.00");
  await page.getByRole("button", { name: "Reset to the data as loaded" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
});

test("edits are stored only when asked, and then are the data as loaded", async ({ page }) => {
  await page.getByRole("button", { name: "Change by hand" }).click();
  await page
    .getByRole("combobox", { name: "What to change" })
    .selectOption({ label: "the rule of user_payments" });
  await page.getByRole("textbox", { name: /TTL/ }).fill("6h");
  await page.getByRole("button", { name: "Change the rule" }).click();
  await expect.poll(async () => (await trainingRows(page))[2]).toMatch(/null/);
  await page.getByRole("button", { name: "Store the edits …" }).click();
  await page.getByRole("button", { name: "Store 1 edit" }).click();
  await expect(page.getByText("Your edits are stored.")).toBeVisible();
  await page.goto("./#/lab/view");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("of the last 6 hours");
});

test("a link carries rows, step and edits to a browser that has never seen them", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.getByRole("button", { name: "Share" }).click();
  const href = await page.getByRole("textbox", { name: "Link" }).inputValue();
  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await stranger.goto(href);
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText("User 2, as of 4 Nov 12:00.");
  expect(await trainingRows(stranger)).toEqual(await trainingRows(page));
  await stranger.goto("./#/lab/data?scenario=broken");
  await expect(stranger.getByRole("alert")).toContainText("damaged");
});
