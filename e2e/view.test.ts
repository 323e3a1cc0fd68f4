import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { openDemoStore, trainingRows } from "./demo-store";
import { expect, test } from "./test";
import { releaseWorkerCalls, watchWorkerCalls } from "./worker-calls";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

/** Opens the demo as a link does, beside the reader's own data, in a page that has shown nothing else. */
async function openSample(page: Page): Promise<void> {
  await page.goto("about:blank");
  await page.goto("./#/lab/view?sample=demo");
  await expect(page.getByRole("combobox", { name: "Feature view" })).toHaveValue("activity_payment_fv");
}

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
      "1 | 1 Nov 12:00 | 10 | ",
      "2 | 1 Nov 12:00 | 5 | null",
      "2 | 4 Nov 12:00 | 15 | null",
      "1 | 5 Nov 12:00 | 20 | null",
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
  await expect(page.getByText("every join found a row")).toBeVisible();
  await expect(page.getByText("2 of 4 cells leak")).toBeVisible();
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

test("a view can be deleted, brought back, and begun again on another spine", async ({ page }) => {
  const sentence = page.getByRole("heading", { level: 1 });
  await page.getByRole("button", { name: "Delete this view" }).click();
  await expect(sentence).toHaveText("Which rows do you want to predict for?");
  await expect(page.getByText("The view spend_at_activity was deleted.")).toBeVisible();
  // What was pressed is gone: the focus is on the way back.
  await expect(page.getByRole("button", { name: "Take it back" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sentence).toContainText("For each of 4 rows of user_activity");
  await page.getByRole("button", { name: "Delete this view" }).click();
  await page.getByRole("button", { name: "user_payments" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "For each of 2 rows of user_payments, the latest row of user_activity that had happened by then.",
  );
});

test("a join that is removed and a label that is chosen on a sample can be taken back", async ({ page }) => {
  await openSample(page);
  const sentence = page.getByRole("heading", { level: 1 });
  await page.getByRole("button", { name: "Remove this join" }).click();
  await expect(sentence).toContainText("no features yet");
  await expect(page.getByText("user_payments is no longer joined. Here alone")).toBeVisible();
  await page.getByRole("combobox", { name: "What to predict (the label)" }).selectOption("activity_count");
  await expect(page.getByText("The label is activity_count now.")).toBeVisible();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("combobox", { name: "What to predict (the label)" })).toHaveValue("");
  await page.keyboard.press("Control+z");
  await expect(sentence).toContainText("the latest payment");
  await expect(page.getByRole("button", { name: "Take it back" })).toBeHidden();
});

test("what a direction does not look at is shown as not acting, and says why", async ({ page }) => {
  const choice = (name: string) => page.getByRole("combobox", { name });
  await choice("Which way?").selectOption({ label: "the latest of all" });
  for (const name of ["How late can it be used?", "At the very same moment?"])
    await expect(choice(name)).toBeDisabled();
  await expect(choice("How old may it be?")).toBeEnabled();
  await expect(page.getByText("Does not act:")).toHaveCount(2);
  await choice("Which way?").selectOption({ label: "forward, take the next" });
  await expect(choice("At the very same moment?")).toBeEnabled();
  await expect(choice("How late can it be used?")).toBeDisabled();
  await choice("Which way?").selectOption({ label: "back, take the last" });
  await expect(page.getByText("Does not act:")).toHaveCount(0);
});

test("an edit moves nothing of the form, and undoing it leaves the focus beside it", async ({ page }) => {
  const form = page.getByRole("combobox", { name: "Feature view" });
  const topOfForm = async () => (await form.boundingBox())?.y;
  for (const size of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await openSample(page);
    await expect(form).toBeVisible();
    const top = await topOfForm();
    await page.getByRole("combobox", { name: "How old may it be?" }).selectOption({ label: "7 d" });
    await expect(page.getByText("You look at your own copy (1 change):")).toBeVisible();
    expect(await topOfForm()).toBe(top);
    await page.getByRole("button", { name: "Undo" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Redo" })).toBeFocused();
    expect(await topOfForm()).toBe(top);
  }
});

test("two changes, the second before the first is stored, are both kept, and it is said that they are under way", async ({
  page,
}) => {
  await watchWorkerCalls(page, ["createFeatureView"]);
  await page.reload();
  const choice = (name: string) => page.getByRole("combobox", { name });
  await choice("How old may it be?").selectOption({ label: "1 h" });
  await expect(page.getByText("Your change is being stored …")).toBeVisible();
  await choice("Which way?").selectOption({ label: "nearest, either way" });
  await releaseWorkerCalls(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "the nearest payment, before or after, at most 1 hour away",
  );
  await expect(page.getByText("Your change is being stored …")).toBeHidden();
});

test("name, questions and the spine's first field stand on one line", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole("heading", { name: "user_payments" })).toBeVisible();
  const baselines = await page.evaluate(() =>
    ["Feature view", "user_payments", "How old may it be?", "Which way?"].map((text) => {
      const named = [...document.querySelectorAll("label, h2")].find(
        (element) => element.textContent === text,
      );
      if (named === undefined) throw new Error(`${text} is not there`);
      // Something without height stands on the baseline.
      const mark = document.createElement("span");
      mark.style.display = "inline-block";
      named.append(mark);
      const { bottom } = mark.getBoundingClientRect();
      mark.remove();
      return Math.round(bottom);
    }),
  );
  expect(new Set(baselines).size).toBe(1);
});

test("what looks like a label is proposed as one when a view is made, and its being served is warned of", async ({
  page,
}) => {
  await page.evaluate(async () => {
    await window.microfs.createFeatureGroup({
      name: "asked",
      schema: { user_id: "int64", churned: "bool", at: "timestamp" },
      primaryKeys: ["user_id"],
      eventTime: "at",
    });
    await window.microfs.insert("asked", [{ user_id: 1, churned: true, at: "2025-11-04" }]);
  });
  await page.getByRole("combobox", { name: "Feature view" }).selectOption({ label: "a new one …" });
  await page.getByRole("dialog").getByRole("button", { name: "asked" }).click();
  const label = page.getByRole("combobox", { name: "What to predict (the label)" });
  await expect(label).toHaveValue("churned");
  await label.selectOption({ label: "nothing declared" });
  await expect(page.getByText("churned looks like what is to be predicted, and is served.")).toBeVisible();
  await page.getByRole("button", { name: "Make churned the label" }).click();
  await expect(label).toHaveValue("churned");
});

test("axe finds nothing in View, nor in what it opens", async ({ page }) => {
  await expect(page.getByRole("heading", { level: 1 })).toContainText("For each of 4 rows");
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Which way?" }).selectOption({ label: "the latest of all" });
  await page.getByRole("combobox", { name: "What to predict (the label)" }).selectOption("activity_count");
  await expect(page.getByRole("button", { name: "Take it back" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Feature view" }).selectOption({ label: "a new one …" });
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await openSample(page);
  await page.getByRole("combobox", { name: "How old may it be?" }).selectOption({ label: "7 d" });
  await page.getByRole("button", { name: "Store the edits …" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Delete this view" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Which rows");
  await expectAccessible(page);
});
