import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

/** Ten predictions of 1 May 06:00: four too old by up to 2 d 2 h, one under a key with a blank, one known 3 h later, four filled. */
test.beforeEach(async ({ page }) => {
  await page.goto("./#/lab/data");
  await page.waitForFunction(() => "microfs" in window);
  await page.evaluate(async () => {
    const { microfs } = window;
    await microfs.createFeatureGroup({
      name: "predictions",
      schema: { user_id: "string", at: "timestamp", churned: "bool" },
      primaryKeys: ["user_id"],
      eventTime: "at",
    });
    await microfs.createFeatureGroup({
      name: "usage",
      schema: { user_id: "string", at: "timestamp", known_at: "timestamp", sessions: "int64" },
      primaryKeys: ["user_id"],
      eventTime: "at",
      createdTime: "known_at",
      ttl: "14d",
    });
    const users = Array.from({ length: 10 }, (_, user) => String(user));
    await microfs.insert(
      "predictions",
      users.map((user_id) => ({ user_id, at: "2025-05-01T06:00Z", churned: false })),
    );
    const usage = (user_id: string, sessions: number, at: string, known_at = at) => ({
      user_id,
      sessions,
      at,
      known_at,
    });
    await microfs.insert("usage", [
      ...["0", "1", "2", "3"].map((user) => usage(user, 7, "2025-04-15T04:00Z")),
      usage("4 ", 9, "2025-04-28T16:00Z"),
      usage("4 ", 8, "2025-04-20T16:00Z"),
      usage("5", 4, "2025-05-01T05:18Z", "2025-05-01T09:00Z"),
      ...["6", "7", "8", "9"].map((user) => usage(user, 3, "2025-04-30T12:00Z")),
    ]);
    await microfs.createFeatureView({
      name: "churn",
      labelFg: "predictions",
      joins: [{ fgName: "usage", on: "user_id", features: ["sessions"] }],
    });
  });
  await page.goto("./#/lab/train");
});

test("from the table's foot to why cells are empty, a change that fills them, and back", async ({ page }) => {
  await page.getByRole("button", { name: "6 of 10 joins found no row: why?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "6 cells are empty. 4 of them would not be, if the TTL of usage were 16 d 2 h.",
  );
  await expectAccessible(page);

  await page.getByRole("button", { name: "no such entity" }).click();
  await page.getByRole("button", { name: /^row 4/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("4");
  await page.goBack();
  // What was open still is, and the row has the focus.
  await expect(page.getByRole("button", { name: /^row 4/ })).toBeFocused();

  await page.getByRole("button", { name: "TTL 14 d → 16 d 2 h" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("4 cells are filled now.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" }).first()).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 cells are empty.");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("6 cells are empty.");

  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("empty.");
});
