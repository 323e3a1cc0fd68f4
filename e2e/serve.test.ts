import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { emptyStore } from "./demo-store";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

/** Opens the sample of that title by its button, in a store that is empty, and goes to Serve. */
async function openSample(page: Page, title: string): Promise<void> {
  await page.goto("./#/lab/data");
  await emptyStore(page);
  await page.getByRole("button", { name: title }).click();
  await page.getByRole("link", { name: "Serve" }).click();
  await expect(sentence(page)).toContainText("The online store is empty");
}

const sentence = (page: Page) => page.getByRole("heading", { level: 1 });
const onlineRows = (page: Page) => page.getByRole("grid", { name: /Online rows/ });
const vector = (page: Page) => page.getByRole("table", { name: /served vector/ });

/** The cells of one feature: served, in the training row, why they differ. */
async function feature(page: Page, name: string): Promise<string[]> {
  return vector(page)
    .getByRole("row", { name: new RegExp(`^${name} `) })
    .getByRole("cell")
    .allInnerTexts();
}

async function lookUp(page: Page, userId: string): Promise<void> {
  await page.getByRole("textbox", { name: "user_id" }).fill(userId);
  await page.getByRole("button", { name: "Look up", exact: true }).click();
}

/** Where everything that is not part of an answer stands on the page, and every row of the answer. */
async function places(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "main :is(h2, form, input, table tr, [role=grid], section, [type=submit])",
      ),
    ].map((element) => {
      const { x, y, width } = element.getBoundingClientRect();
      return [element.tagName, x, y + window.scrollY, width].join(" ");
    }),
  );
}

async function texts(rows: Locator): Promise<string[]> {
  return rows
    .getByRole("row")
    .evaluateAll((elements) =>
      elements
        .slice(1)
        .map((row) =>
          [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent).join(" | "),
        ),
    );
}

test("the latest values are materialized, browsed as they lie there, and served", async ({ page }) => {
  await openSample(page, "microFS demo");
  await page.getByRole("button", { name: "Materialize 2 groups" }).click();
  await expect(page.getByText("Wrote 2 keys.")).toHaveCount(2);
  await expect(sentence(page)).toHaveText(
    "The online store keeps the latest row of 4 keys, from 2 groups, ready to be served.",
  );

  await expect(
    page.getByRole("heading", { name: "IndexedDB · microfs / online / user_payments" }),
  ).toBeVisible();
  await expect
    .poll(() => texts(onlineRows(page)))
    .toEqual(["[1] | 100.50 | 3 Nov 2025 12:00", "[2] | 50.00 | 3 Nov 2025 12:00"]);
  await page.getByRole("radio", { name: "user_activity" }).check();
  await expect
    .poll(() => texts(onlineRows(page)))
    .toEqual(["[1] | 20 | 5 Nov 2025 12:00", "[2] | 15 | 4 Nov 2025 12:00"]);

  await lookUp(page, "1");
  await expect(sentence(page)).toHaveText(
    "The online store last heard of user 1 on 5 Nov 12:00. A request at 5 Nov 12:01 is served 20 and 100.50, as in its latest training row.",
  );
  await lookUp(page, "2");
  await expect(sentence(page)).toContainText(
    "user 2 on 4 Nov 12:00. A request at 5 Nov 12:01 is served 15 and 50.00",
  );
  await expect.poll(() => feature(page, "activity_count")).toEqual(["15", "15", "–"]);
  await expect.poll(() => feature(page, "total_spend")).toEqual(["50.00", "50.00", "–"]);
  await expect(page.getByText(/^\S+ ms$/)).toBeVisible();
});

test("materializing again writes nothing, and as of an earlier moment nothing newer gives way", async ({
  page,
}) => {
  await openSample(page, "microFS demo");
  await page.getByRole("button", { name: "Materialize user_activity" }).click();
  await expect(page.getByText("Wrote 2 keys.")).toBeVisible();
  await page.getByRole("button", { name: "Materialize user_activity" }).click();
  await expect(page.getByText("Wrote nothing and left 2 unchanged.")).toBeVisible();
  await page.getByRole("textbox", { name: "as of, UTC" }).fill("2025-11-04 12:00");
  await page.getByRole("button", { name: "Materialize user_activity" }).click();
  await expect(
    page.getByText("Wrote nothing, left 1 unchanged and kept 1 that is newer. As of 4 Nov 2025 12:00."),
  ).toBeVisible();
  await page.getByRole("textbox", { name: "as of, UTC" }).fill("yesterday");
  await page.getByRole("button", { name: "Materialize all 2" }).click();
  await expect(page.getByText(/“yesterday” is not a time: write it like 2025-11-05/)).toBeVisible();
});

test("a key that is not there and one that cannot be read each have their sentence", async ({ page }) => {
  await openSample(page, "microFS demo");
  await page.getByRole("button", { name: "Materialize user_payments" }).click();
  await lookUp(page, "7");
  await expect(sentence(page)).toHaveText("The online store has never heard of user 7.");
  await expect(page.getByText("No training row of this entity lies at or before that moment.")).toBeVisible();
  await lookUp(page, "two");
  await expect(page.getByText("“two” is not a whole number, like 2.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "user_id" })).toBeFocused();
  await lookUp(page, "");
  await expect(page.getByText("Give user_id: the view is looked up by it.")).toBeVisible();
  await lookUp(page, "2");
  await expect.poll(() => feature(page, "activity_count")).toEqual(["null", "15", "never materialized"]);
});

test("where training and serving differ, the difference has its reason", async ({ page }) => {
  await openSample(page, "microFS demo");
  await page.getByRole("textbox", { name: "as of, UTC" }).fill("2025-11-01 12:00");
  await page.getByRole("button", { name: "Materialize all 2" }).click();
  await expect(
    page.getByText("Nothing to write: no row was known by then. As of 1 Nov 2025 12:00."),
  ).toBeVisible();
  await lookUp(page, "2");
  await expect
    .poll(() => feature(page, "activity_count"))
    .toEqual(["5", "15", "the store is behind: 4 Nov 12:00 was never materialized"]);
  await expect.poll(() => feature(page, "total_spend")).toEqual(["null", "50.00", "never materialized"]);

  await page.getByRole("textbox", { name: "as of, UTC" }).fill("");
  await page.getByRole("button", { name: "Materialize all 2" }).click();
  await expect(sentence(page)).toContainText("as in its latest training row");
  await page.getByRole("textbox", { name: "now, UTC" }).fill("2025-11-02");
  await page.getByRole("button", { name: "Look up", exact: true }).click();
  await expect
    .poll(() => feature(page, "activity_count"))
    .toEqual(["null", "5", "the online row is from after now"]);
  await page.getByRole("button", { name: "Clear it and materialize as of then" }).click();
  await expect.poll(() => feature(page, "activity_count")).toEqual(["5", "5", "–"]);
});

test("a look-up is a link: a reload and another tab show it again, and Back leaves it", async ({
  page,
  context,
}) => {
  await openSample(page, "microFS demo");
  await page.getByRole("button", { name: "Materialize 2 groups" }).click();
  await page.getByRole("button", { name: "Look up [2]" }).click();
  await page.getByRole("button", { name: /its latest training row/ }).click();
  const said =
    "The online store last heard of user 2 on 4 Nov 12:00. A request at 4 Nov 12:00 is served 15 and 50.00";
  await expect(sentence(page)).toContainText(said);
  await page.reload();
  await expect(sentence(page)).toContainText(said);
  await expect(page.getByRole("textbox", { name: "user_id" })).toHaveValue("2");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sentence(other)).toContainText(said);

  await other.getByRole("button", { name: "Clear user_payments …" }).click();
  await other.getByRole("button", { name: "Clear 2 keys" }).click();
  await expect.poll(() => feature(page, "total_spend")).toEqual(["null", "50.00", "never materialized"]);

  await page.goBack();
  await expect(sentence(page)).toContainText("A request at 5 Nov 12:01 is served");
  await page.goBack();
  await expect(sentence(page)).toContainText(
    "keeps the latest row of 2 keys. user_payments was never materialized.",
  );
});

test("a view that is not on its groups' keys says why it cannot be served, and what would work", async ({
  page,
}) => {
  await openSample(page, "microFS demo");
  await page.evaluate(async () => {
    await window.microfs.createFeatureGroup({
      name: "by_shop",
      schema: { user_id: "int64", shop: "string", visits: "int64", timestamp: "timestamp" },
      primaryKeys: ["user_id", "shop"],
      eventTime: "timestamp",
    });
    await window.microfs.insert("by_shop", [
      { user_id: 1, shop: "<b>a|b</b>", visits: 3, timestamp: "2025-11-01" },
    ]);
    const joins = [{ fgName: "by_shop", on: "user_id" }];
    await window.microfs.createFeatureView({ name: "for_training", labelFg: "user_activity", joins });
  });
  await page.getByRole("combobox", { name: "View" }).selectOption("for_training");
  await page.getByRole("button", { name: "Materialize 2 groups" }).click();
  await expect(page.getByText(/can be trained on but not served.*Join on exactly those\./)).toBeVisible();
  await expect(sentence(page)).toContainText("but this view cannot be served from it");
  await expect.poll(() => texts(onlineRows(page))).toEqual(['[1, "<b>a|b</b>"] | 3 | 1 Nov 2025 00:00']);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Change the view’s joins" }).click();
  await expect(page).toHaveURL(/lab\/view\?view=for_training/);
});

test("everything can be done by keyboard", async ({ page }) => {
  await openSample(page, "microFS demo");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByRole("button", { name: "Legend, keys and look" }).focus();
  await press("Tab");
  await expect(page.getByRole("button", { name: "Materialize 2 groups" })).toBeFocused();
  await press("Enter");
  await expect(page.getByText("Wrote 2 keys.")).toHaveCount(2);
  // The look-up comes first; after it the store: the choice of group, the table.
  await page.getByRole("radio", { name: "user_payments" }).focus();
  await press("Tab", "ArrowDown", "Enter");
  await expect(sentence(page)).toContainText("last heard of user 2");
  await press("Tab");
  await expect(page.getByRole("button", { name: "Clear user_payments …" })).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  // Then what fills it, after the two terms in its heading: Escape closes what one says, and with it the link in that.
  await press("Tab", "Escape", "Tab");
  await expect(page.getByRole("button", { name: "online store", exact: true })).toBeFocused();
  await press("Escape", "Tab");
  await expect(page.getByRole("textbox", { name: "as of, UTC" })).toBeFocused();
  await page.getByRole("textbox", { name: "user_id" }).focus();
  await press("Control+a", "1", "Enter");
  await expect(sentence(page)).toContainText("is served 20 and 100.50");
});

test("a large group is materialized with its counts and browsed to its end, by account and user at once", async ({
  page,
}) => {
  await openSample(page, "Who will cancel?");
  await page.getByRole("button", { name: "Materialize 5 groups" }).click();
  await expect(page.getByText(/^Wrote .* keys\.$/)).toHaveCount(5);
  await page.getByRole("radio", { name: "usage" }).check();
  await expect(page.getByText("1 500 keys, one record each.")).toBeVisible();
  await onlineRows(page).getByRole("gridcell").first().focus();
  await page.keyboard.press("Control+End");
  await expect(onlineRows(page).getByRole("row").last()).toContainText(/^\[\d+\]/);
  await page.keyboard.press("Enter");
  await expect(sentence(page)).toContainText(/last heard of user \d+, account \d{16}/);
});

test("now is the minute after the end of old data, can be set, and a value that has expired since is set against training", {
  tag: "@anew",
}, async ({ page }) => {
  await page.goto("./#/lab/data");
  await page.waitForFunction(() => "microfs" in window);
  await page.evaluate(async () => {
    const { microfs } = window;
    const times = { primaryKeys: ["user"], eventTime: "at" };
    const schema = { user: "int64", churned: "bool", at: "timestamp" } as const;
    await microfs.createFeatureGroup({ name: "asked", schema, ...times });
    await microfs.createFeatureGroup({
      name: "paid",
      schema: { user: "int64", amount: "int64", at: "timestamp" },
      ...times,
      ttl: "2d",
    });
    await microfs.insert("asked", [{ user: 1, churned: true, at: "2025-11-05 12:00" }]);
    await microfs.insert("paid", [
      { user: 1, amount: 7, at: "2025-11-04 12:00" },
      { user: 1, amount: 8, at: "2025-11-05 12:00" },
    ]);
    const join = { fgName: "paid", on: "user", allowExactMatches: false };
    await microfs.createFeatureView({ name: "v", labelFg: "asked", joins: [join] });
  });
  await page.goto("./#/lab/serve");
  await page.getByRole("button", { name: "Materialize 2 groups" }).click();
  await expect(
    page.getByText("Now is 5 Nov 2025 12:01, UTC: just after the end of this data, 5 Nov 2025 12:00."),
  ).toBeVisible();
  await page.getByRole("textbox", { name: "user", exact: true }).fill("1");
  await page.getByRole("button", { name: "Look up", exact: true }).click();
  // The row of the very moment is not one that became known later.
  await expect
    .poll(() => feature(page, "amount"))
    .toEqual(["8", "7", "a row of that very moment, 5 Nov 12:00: exact matches are off"]);
  // What looks like a label, and is none, is served: it is said.
  await expect(page.getByText("churned looks like what is to be predicted")).toBeVisible();

  await page.getByRole("textbox", { name: "now, UTC" }).fill("2025-11-10 12:00");
  await page.getByRole("button", { name: "Look up", exact: true }).click();
  await expect
    .poll(() => feature(page, "amount"))
    .toEqual(["null", "7", "expired since: 5 d old now, 1 d then; TTL 2 d"]);
  await expect(
    page.getByText("its age is counted from now here, from the row’s moment there."),
  ).toBeVisible();
  await expect(page.getByText("Now is 10 Nov 2025 12:00, UTC, as it was set.")).toBeVisible();
  await page.getByRole("button", { name: "the wall clock" }).click();
  await expect(page.getByText("Now is the wall clock.")).toBeVisible();
  await expect(page).toHaveURL(/now=now/);
});

test("a key that cannot be read takes away what was said of the one before", async ({ page }) => {
  await openSample(page, "microFS demo");
  await page.getByRole("button", { name: "Materialize 2 groups" }).click();
  await lookUp(page, "2");
  await expect(sentence(page)).toContainText("last heard of user 2");
  await lookUp(page, "two");
  await expect(page.getByText("“two” is not a whole number, like 2.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "user_id" })).toHaveValue("two");
  await expect(sentence(page)).toContainText("The online store keeps the latest row of 4 keys");
  expect(await feature(page, "total_spend")).toEqual(["–", "–", "–"]);
  await expect(page.getByText(/^\S+ ms$/)).toBeHidden();
});

test("nothing moves when an answer arrives", async ({ page }) => {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await page.goto("about:blank");
    await page.goto("./#/lab/serve?sample=demo");
    const all = page.getByRole("button", { name: /^Materialize (all )?2 groups$/ });
    await all.first().click();
    await expect(page.getByRole("button", { name: "Look up [2]" })).toBeVisible();
    await expect(page.getByText(/^Wrote /)).toHaveCount(2);
    const before = await places(page);
    for (const key of ["[2]", "[1]"]) {
      await page.getByRole("button", { name: `Look up ${key}` }).click();
      await expect(sentence(page)).toContainText("as in its latest training row");
      await expect(page.getByRole("button", { name: /its latest training row/ })).toBeVisible();
      expect(await places(page)).toEqual(before);
    }
    await page.getByRole("textbox", { name: "now, UTC" }).fill("2025-11-02");
    await page.getByRole("button", { name: "Look up", exact: true }).click();
    await expect(page.getByRole("button", { name: "Clear it and materialize as of then" })).toBeVisible();
    expect(await places(page)).toEqual(before);
  }
});

test("nor does it on a phone where keys are long, times have years, and half of the values have expired", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./#/lab/serve?sample=churn");
  await page.getByRole("button", { name: "Materialize 5 groups" }).click();
  await expect(page.getByText(/^Wrote .* keys\.$/)).toHaveCount(5);
  await expect(page.getByRole("button", { name: "Look up [10006]" })).toBeVisible();
  const before = await places(page);
  await page.getByRole("button", { name: "Look up [10006]" }).click();
  await page.getByRole("button", { name: "the wall clock" }).click();
  await expect(sentence(page)).toContainText("A request now is served");
  await expect(page.getByText("an age is counted from now here, from the row’s moment there.")).toBeVisible();
  expect(await places(page)).toEqual(before);
});

test("one button is the primary one, whatever is online", async ({ page }) => {
  await openSample(page, "microFS demo");
  const primary = page.locator("main button[class*=primary]");
  await expect(primary).toHaveText(["Materialize 2 groups"]);
  await primary.click();
  await expect(primary).toHaveText(["Look up"]);
});

test("axe finds nothing, before and after", async ({ page }) => {
  await openSample(page, "microFS demo");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Materialize 2 groups" }).click();
  await lookUp(page, "two");
  await expectAccessible(page);
  await lookUp(page, "2");
  await expect(vector(page)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear user_payments …" }).click();
  await expectAccessible(page);
});

test("the focus stays on the page when what was pressed goes away", { tag: "@anew" }, async ({ page }) => {
  await page.goto("./#/lab/serve?sample=demo");
  const hasFocus = () => page.evaluate(() => document.activeElement !== document.body);
  await page.getByRole("button", { name: "Materialize 2 groups" }).press("Enter");
  await expect(page.getByRole("button", { name: "Look up", exact: true })).toBeVisible();
  expect(await hasFocus()).toBe(true);
  await page.getByRole("button", { name: "Materialize all 2 groups" }).press("Enter");
  await expect(page.getByText("left 2 unchanged").first()).toBeVisible();
  expect(await hasFocus()).toBe(true);
});
