import { expectAccessible } from "./accessibility";
import { openDemoStore } from "./demo-store";
import { expect, test } from "./test";

test("the marked lines of the source follow the step, and the query of this view can be copied", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDemoStore(page);
  await page.goto("./#/lab/train?row=3&phase=rule_out_future");
  await page.getByRole("link", { name: "Code", exact: true }).click();
  const marked = page.getByRole("region", { name: "src/microfs/explain.ts" }).locator("[data-marked]");
  await expect(marked.filter({ hasText: "row.eventTime > t" })).not.toHaveCount(0);
  await page.goto("./#/lab/code?row=3&phase=rule_out_expired");
  await expect(marked.filter({ hasText: "t - row.eventTime > rule.ttlUs" })).toHaveCount(1);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("user_activity.csv");
  await page.getByRole("radio", { name: "pandas", exact: true }).check();
  await expect(page.getByRole("region", { name: /in pandas/ })).toContainText("import pandas");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save user_payments.csv" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("user_payments.csv");
  await expectAccessible(page);
});
