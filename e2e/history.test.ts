import type { Page } from "@playwright/test";
import { trainingRows } from "./demo-store";
import { middleOf } from "./middle-of";
import { expect, test } from "./test";
import { releaseWorkerCalls, takeWorkerCalls, watchWorkerCalls } from "./worker-calls";

const DEMO = "./#/lab/train?sample=demo&row=3&phase=write_cell";

/** A mark, the line and the mark again: three edits, none of which replaces the one before. */
async function makeThreeEdits(page: Page): Promise<void> {
  const mark = page.getByRole("button", { name: /payment, / }).first();
  const line = page.getByRole("slider", { name: /as of|moment|line/i }).first();
  await mark.press("Alt+ArrowRight");
  await expect(page.getByText("You look at your own copy (1 change):")).toBeVisible();
  await line.press("ArrowRight");
  await expect(page.getByText("You look at your own copy (2 changes):")).toBeVisible();
  await mark.press("Alt+ArrowRight");
  await expect(page.getByText("You look at your own copy (3 changes):")).toBeVisible();
}

test("Back goes to the row before, and the edits stay", async ({ page }) => {
  await page.goto(DEMO);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("User 2, as of 4 Nov 12:00.");
  await page.getByRole("gridcell", { name: "20", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("User 1, as of 5 Nov 12:00.");
  await makeThreeEdits(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("User 2, as of 4 Nov 12:00.");
  await expect(page.getByText("You look at your own copy (3 changes):")).toBeVisible();
  await page
    .getByRole("button", { name: /payment, / })
    .first()
    .press("Alt+ArrowRight");
  await expect(page.getByText("You look at your own copy (4 changes):")).toBeVisible();
  for (let left = 3; left > 0; left--) {
    await page.keyboard.press("Control+z");
    await expect(page.getByText(`own copy (${left} ${left === 1 ? "change" : "changes"})`)).toBeVisible();
  }
});

test("a changed sample is one's own copy: its original is a look away, and starting over can be undone", async ({
  page,
}) => {
  await page.goto(DEMO);
  await makeThreeEdits(page);
  const changed = await trainingRows(page);
  await page.getByRole("button", { name: "show the original" }).click();
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00");
  await expect(page.getByRole("button", { name: "Change by hand" })).toHaveCount(0);
  await page.getByRole("button", { name: "show my copy" }).click();
  await expect.poll(() => trainingRows(page)).toEqual(changed);
  await page.getByRole("button", { name: "start over" }).click();
  await expect(page.getByText(/your own copy/)).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("You look at your own copy (3 changes):")).toBeVisible();
  await expect.poll(() => trainingRows(page)).toEqual(changed);
});

test("an edit made while edits are being stored stays an edit", async ({ page }) => {
  await watchWorkerCalls(page, ["applyEdits"]);
  await page.goto(DEMO);
  await page
    .getByRole("button", { name: /payment, / })
    .first()
    .press("Alt+ArrowRight");
  await page.getByRole("button", { name: "Store the edits …" }).click();
  await page.getByRole("button", { name: "Store 1 edit" }).click();
  await page
    .getByRole("slider", { name: /as of|moment|line/i })
    .first()
    .press("ArrowRight");
  await releaseWorkerCalls(page);
  await expect(page.getByText("Your edits are stored.")).toBeVisible();
  await expect(page.getByText("You look at your own copy (1 change):")).toBeVisible();
});

test("while edits are stored the table never shows what was there before them", async ({ page }) => {
  await page.goto(DEMO);
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00");
  const [x, y] = await middleOf(page.getByLabel(/payment, 50\.00.*chosen/).first());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 260, y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00 → null");
  await page.evaluate(() => {
    const shown = new Set<string>();
    Object.assign(window, { shown });
    const look = () => {
      const row = document.querySelectorAll('[role="grid"][aria-label^="Training table"] [role="row"]')[3];
      shown.add([...(row?.querySelectorAll('[role="gridcell"]') ?? [])].at(-1)?.textContent ?? "nothing");
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await page.getByRole("button", { name: "Store the edits …" }).click();
  await page.getByRole("button", { name: /^Store \d edits?$/ }).click();
  await expect(page.getByText("Your edits are stored.")).toBeVisible();
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | null");
  const shown = await page.evaluate(() => [...(window as unknown as { shown: Set<string> }).shown]);
  expect(shown).not.toContain("50.00");
});

test("the training set is asked for once at the first load, and once at a new revision", async ({ page }) => {
  await watchWorkerCalls(page);
  await page.goto(DEMO);
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00");
  expect(await takeWorkerCalls(page, "training")).toBe(1);
  await page.evaluate(() =>
    window.microfs.insert("user_payments", [{ user_id: 2, total_spend: 60, timestamp: "2025-11-04T10:00Z" }]),
  );
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 60.00");
  expect(await takeWorkerCalls(page, "training")).toBe(1);
});

test("a rule changed in View of a sample is an edit: in the table before and after, in the URL, undone, after a reload", async ({
  page,
}) => {
  await page.goto("./#/lab/view?sample=demo");
  await page.getByRole("combobox", { name: "How old may it be?" }).selectOption({ label: "1 h" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("the latest payment of the last hour");
  await expect(page.getByText("You look at your own copy (1 change):")).toBeVisible();
  // What was not changed says what it said.
  await expect(page.getByRole("combobox", { name: "How late can it be used?" })).toHaveValue("inherited");
  expect(page.url()).toContain("edits=");
  await page.getByRole("button", { name: "Watch it being made" }).click();
  await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00 → null");
  await page.goBack();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "How old may it be?" })).toHaveValue("1h");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("payment that had happened by then");
});

test("a join that is taken out of a view takes its edits along, and undo brings it back with them", async ({
  page,
}) => {
  await page.goto("./#/lab/view?sample=churn");
  await page.getByRole("combobox", { name: "How old may it be?" }).first().selectOption({ label: "1 d" });
  await expect(page.getByText("You look at your own copy (1 change):")).toBeVisible();
  await page
    .getByRole("combobox", { name: "Which way?" })
    .first()
    .selectOption({ label: "nearest, either way" });
  await expect(page.getByRole("combobox", { name: "How old may it be?" }).first()).toHaveValue("1d");
  await page.getByRole("button", { name: "Remove this join" }).first().click();
  await expect(page.getByText(/your own copy/)).toBeHidden();
  const ages = page.getByRole("combobox", { name: "How old may it be?" });
  await expect(ages.first()).toHaveValue("inherited");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("You look at your own copy (2 changes):")).toBeVisible();
  await expect(ages.first()).toHaveValue("1d");
  await expect(ages.nth(1)).toHaveValue("inherited");
});
