import { readFile } from "node:fs/promises";
import { expectAccessible } from "./accessibility";
import { openDemoStore } from "./demo-store";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

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

test("a file whose texts a spreadsheet would run says so, and holds them as the query needs them", async ({
  page,
}) => {
  await openDemoStore(page);
  await page.evaluate(async () => {
    await window.microfs.createFeatureGroup({
      name: "notes",
      schema: { user_id: "int64", note: "string", since: "timestamp" },
      primaryKeys: ["user_id"],
      eventTime: "since",
    });
    await window.microfs.insert("notes", [{ user_id: 1, note: "=1+1", since: "2025-11-01" }]);
    await window.microfs.createFeatureView({
      name: "with_notes",
      labelFg: "user_activity",
      joins: [{ fgName: "notes", on: "user_id" }],
    });
  });
  await page.goto("./#/lab/code?view=with_notes");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save notes.csv" }).click(),
  ]);
  await expect(page.getByRole("status")).toContainText("1 text that a spreadsheet would run as a formula");
  expect(await readFile(await file.path(), "utf8")).toContain("1,=1+1,");
});
