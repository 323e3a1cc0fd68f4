import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { openDemoStore, trainingRows } from "./demo-store";
import { middleOf } from "./middle-of";
import { expectStep } from "./step";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

// As it moves for most.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

// Subscriber 10354 of the sample, asked about on 1 May: four joins, a late correction, a refund in the future.
const CHURN = "./#/lab/train?sample=churn&row=858";

const sentence = (page: Page) => page.getByRole("heading", { level: 1 });
const lane = (page: Page, join: number) => page.locator(`[data-lane="${join}"]`);
const looks = (page: Page, join: number) =>
  lane(page, join)
    .locator("[data-state]")
    .evaluateAll((marks) =>
      marks
        .sort((a, b) => Number(a.getAttribute("data-x")) - Number(b.getAttribute("data-x")))
        .map((mark) => mark.getAttribute("data-state")),
    );

test.describe("on the sample", () => {
  test("a whole row, step by step: the sentence, and each mark judged only from its phase on", async ({
    page,
  }) => {
    await page.goto(`${CHURN}&phase=find_entity`);
    await expect(sentence(page)).toHaveText(
      "User 10354, as of 1 May 06:00. payments holds 4 payments of user 10354, none of them judged yet.",
    );
    expect(await looks(page, 0)).toEqual(["undecided", "undecided", "undecided", "undecided"]);
    await expect(page.getByText("4 of 7 426 rows")).toBeAttached();
    const steps: [says: RegExp, marks: string[]][] = [
      [/No payment lies after 1\sMay\s06:00/, ["undecided", "undecided", "undecided", "undecided"]],
      [/1 cannot be used yet, only from 4\sMay/, ["undecided", "undecided", "undecided", "not_yet_known"]],
      [/1 is older than 45 days/, ["expired", "undecided", "undecided", "not_yet_known"]],
      [
        /14\.99 from 27\sApr\s08:36:01, supersedes 1 other/,
        ["expired", "superseded", "chosen", "not_yet_known"],
      ],
      [/14\.99, goes into the row with its status/, ["expired", "superseded", "chosen", "not_yet_known"]],
    ];
    for (const [says, marks] of steps) {
      await page.keyboard.press("ArrowRight");
      await expect(sentence(page)).toHaveText(says);
      expect(await looks(page, 0)).toEqual(marks);
    }
    // The next step is the first of the next join, and there nothing is judged yet.
    await page.keyboard.press("ArrowRight");
    await expectStep(page, "join 2 of 4 · step 1 of 6");
    expect(await looks(page, 1)).toEqual(["undecided", "undecided"]);
    await page.keyboard.press("End");
    await expectStep(page, "join 4 of 4 · step 6 of 6");
    expect(await looks(page, 3)).toEqual(["chosen", "future"]);
  });

  test("together all joins take each step, and one join can be gone back to", async ({ page }) => {
    await page.goto(`${CHURN}&phase=find_entity`);
    await page.getByRole("radio", { name: "all joins" }).check({ force: true });
    await expect(page).toHaveURL(/joins=together/);
    await expect(sentence(page)).toContainText("4 payments, 2 support tickets");
    for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
    await expectStep(page, "all 4 joins · step 6 of 6");
    await expect(sentence(page)).toContainText(
      "amount gets 14.99, topic quality, sessions_7d 5 and plan standard.",
    );
    for (const join of [0, 1, 2, 3]) expect(await looks(page, join)).toContain("chosen");
    await page.getByRole("button", { name: "Go to usage" }).click();
    await expectStep(page, "join 3 of 4 · step 6 of 6");
    await page.keyboard.press("j");
    await expectStep(page, "join 4 of 4 · step 6 of 6");
    await page.keyboard.press("Shift+J");
    await expectStep(page, "join 3 of 4");
  });

  test("the source stands beside the step, one press away, the lines of its phase marked, and stays as it is left", {
    tag: "@anew",
  }, async ({ page }) => {
    await page.goto(`${CHURN}&phase=rule_out_not_yet_known`);
    const source = page.getByRole("region", { name: "The lines of this step" });
    const panel = page.getByText("The lines of code that do this step");
    await expect(panel).toBeVisible();
    await expect(source).toBeHidden();
    await panel.click();
    await expect(source.locator("[data-marked]").first()).toHaveText(
      'if (isNotYetKnown(row, t, rule)) return "not_yet_known";',
    );
    await page.keyboard.press("ArrowRight");
    await expect(source.locator("[data-marked]").first()).toHaveText(
      'if (isTooOld(row, t, rule)) return "expired";',
    );
    await page.reload();
    await expect(sentence(page)).toContainText("older than 45 days");
    await expect(source).toBeVisible();
    await panel.click();
    await page.reload();
    await expect(sentence(page)).toContainText("older than 45 days");
    await expect(source).toBeHidden();
    // A link says what stands open, whatever the reader has left.
    await page.goto("./#/lab/data?sample=churn");
    await page.goto(`${CHURN}&phase=rule_out_expired&open=source`);
    await expect(source).toBeVisible();
  });

  test("a link can hide parts of the page, and the dialog that makes it says which", async ({ page }) => {
    await page.goto(`${CHURN}&phase=write_cell`);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByText("Hide parts of Train").click();
    await page.getByRole("checkbox", { name: "hide the sentence" }).check();
    await page.getByRole("checkbox", { name: "hide the training table" }).check();
    await page.getByRole("checkbox", { name: "hide dragging and changing" }).check();
    const href = await page.getByRole("textbox", { name: "Link" }).inputValue();
    await page.goto(href);
    await page.reload();
    await expect(sentence(page)).toHaveText("How row 858 is made");
    await expect(page.getByRole("grid")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Change by hand" })).toHaveCount(0);
    await expect(page.getByRole("slider", { name: "The moment of the prediction" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
    // What a teacher has changed stays changed.
    await page.goto("./#/lab/train?sample=churn&row=858&phase=write_cell");
    await page.getByRole("slider", { name: "TTL of payments" }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(page).toHaveURL(/edits=/);
    const changed = `${page.url()}&hide=edits`;
    await page.goto("./#/lab/data");
    await page.goto(changed);
    await expect(page.getByText("TTL 46 d")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByText("TTL 46 d")).toBeVisible();
    await expectAccessible(page);
  });

  test("on a phone the table is the row that is being written", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${CHURN}&phase=keep_latest`);
    await expect(page.getByText("row 858")).toBeVisible();
    await expect(page.getByRole("grid")).toBeHidden();
    const row = page.getByLabel("The training row being written");
    await expect(row.getByText("amount")).toBeVisible();
    const amount = row.locator("[data-current] dd").first();
    await expect(amount).toHaveCount(0);
    await page.getByRole("button", { name: "Next step" }).click();
    await expect(amount).toHaveText("14.99");
    await expect(page.getByRole("button", { name: "Play" })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  });
});

test.describe("on the demo", () => {
  test.beforeEach(async ({ page }) => {
    await openDemoStore(page);
    await page.goto("./#/lab/train?row=3&phase=write_cell");
    await expect(sentence(page)).toContainText("50.00");
  });

  test("while a payment is in the hand the table follows, before it is let go", async ({ page }) => {
    const [x, y] = await middleOf(page.getByLabel(/payment, 50\.00.*chosen/).first());
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 260, y, { steps: 8 });
    expect((await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00 → null");
    await expect(page.locator('[data-state="leak"]')).toHaveCount(1);
    await page.mouse.move(x, y, { steps: 4 });
    expect((await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00");
    await page.mouse.up();
  });

  test("a row to predict is added and deleted by hand, and a link to it opens it", async ({ page }) => {
    await page.getByRole("button", { name: "Change by hand" }).click();
    await page
      .getByRole("combobox", { name: "What to change" })
      .selectOption({ label: "a new row to predict" });
    await page.getByRole("textbox", { name: "activity_count (int64)" }).fill("7");
    await page.getByRole("textbox", { name: "timestamp, UTC" }).fill("2025-11-03T18:00Z");
    await page.getByRole("button", { name: "Add the row" }).click();
    await expect(sentence(page)).toContainText("User 2, as of 3 Nov 18:00.");
    await expect.poll(async () => (await trainingRows(page))[2]).toBe("2 | 3 Nov 18:00 | 7 | 50.00");
    await page.reload();
    await expect(sentence(page)).toContainText("User 2, as of 3 Nov 18:00.");
    await expect(page.getByText("the 3rd of 5")).toBeVisible();
    // Taken back while it is looked at, it gives way to its neighbour, and nothing is wrong.
    await page.keyboard.press("Control+z");
    await expect(page.getByText("the 3rd of 4")).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.keyboard.press("Control+Shift+z");
    await expect(page.getByText("1 edit, on top of the data as loaded.")).toBeVisible();
    await page.getByRole("button", { name: "Change by hand" }).click();
    await page
      .getByRole("combobox", { name: "What to change" })
      .selectOption({ label: "the row to predict of 3 Nov 2025 18:00" });
    await page.getByRole("button", { name: "Delete the row" }).click();
    await expect(page.getByText("the 3rd of 4")).toBeVisible();
    await expect(sentence(page)).toContainText("User 2, as of 4 Nov 12:00.");
  });

  test("a row to predict that is stored is still the one that is looked at", { tag: "@anew" }, async ({
    page,
  }) => {
    await page.getByRole("button", { name: "Change by hand" }).click();
    await page
      .getByRole("combobox", { name: "What to change" })
      .selectOption({ label: "a new row to predict" });
    await page.getByRole("textbox", { name: "timestamp, UTC" }).fill("2025-11-03T18:00Z");
    await page.getByRole("button", { name: "Add the row" }).click();
    await expect(page.getByText("the 3rd of 5")).toBeVisible();
    await page.getByRole("button", { name: "Store the edits …" }).click();
    await page.getByRole("button", { name: "Store 1 edit" }).click();
    await expect(page.getByText("Your edits are stored.")).toBeVisible();
    await expect(page.getByText("the 3rd of 5")).toBeVisible();
    await expect(sentence(page)).toContainText("User 2, as of 3 Nov 18:00.");
    await expect(page).toHaveURL(/row=4(&|$)/);
  });

  test("a join's direction is tried out on top of the view, and what it leaks is marked", async ({
    page,
  }) => {
    await page.getByRole("button", { name: "Change by hand" }).click();
    await page
      .getByRole("combobox", { name: "What to change" })
      .selectOption({ label: "the rule of user_payments" });
    await page.getByRole("combobox", { name: "Which way?" }).selectOption("latest");
    await page.getByRole("button", { name: "Change the rule" }).click();
    await expect.poll(async () => (await trainingRows(page))[0]).toBe("1 | 1 Nov 12:00 | 10 | null → 100.50");
    await page.getByRole("gridcell", { name: "100.50" }).first().click();
    await expect(sentence(page)).toContainText("That is a leak");
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await trainingRows(page))[0]).toBe("1 | 1 Nov 12:00 | 10 | null");
  });

  test("two clicks on empty ground open the form of a new row, at that moment", async ({ page }) => {
    const line = await page.getByRole("slider", { name: "The moment of the prediction" }).boundingBox();
    const lanes = await lane(page, 0).locator('[data-state="chosen"]').boundingBox();
    if (line === null || lanes === null) throw new Error("the line and the payment must be on the picture");
    // Between the payment and the line nothing stands.
    const x = (lanes.x + lanes.width / 2 + line.x + line.width / 2) / 2;
    await page.mouse.dblclick(x, lanes.y + lanes.height / 2);
    await expect(page.getByRole("combobox", { name: "What to change" })).toHaveValue(/"join":0,"row":null/);
    await expect(page.getByRole("textbox", { name: "timestamp, UTC" })).toHaveValue(/^[34] Nov 2025 /);
    await page.getByRole("textbox", { name: "total_spend (float64)" }).fill("75");
    await page.getByRole("button", { name: "Add the row" }).click();
    await expect(sentence(page)).toContainText("75.00");
  });

  test("a row's details lead to its form, and delete it", async ({ page }) => {
    await page
      .getByLabel(/payment, 50\.00.*chosen/)
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Change …" }).click();
    await page.getByRole("textbox", { name: "total_spend (float64)" }).fill("60");
    await page.getByRole("button", { name: "Change the row" }).click();
    await expect(sentence(page)).toContainText("60.00");
    await page
      .getByLabel(/payment, 60\.00.*chosen/)
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Delete", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(sentence(page)).toContainText("the cell stays empty");
    // The mark is gone: its lane has the focus, and the keys go on from there.
    await expect(lane(page, 0)).toBeFocused();
  });
});
