import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { dropFiles, headline, openEmpty, type TestFile } from "./data-files";
import { expect, test } from "./test";

/** What each join costs, of the churn sample: 6 013 rows of ten joined features. */
const COST = "./#/lab/compare?show=cost&sample=churn";

const joins = (page: Page) => page.getByRole("group", { name: /^Join that is shown/ });
const gap = (page: Page) => page.getByRole("region", { name: "Offline and in production" });
const peeks = (page: Page) => page.getByRole("region", { name: "How far leaked values reach" });
const rowsBehind = (page: Page) => page.getByRole("grid", { name: "Rows behind the number" });

test.describe("on a projector", () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test("the cost of a join is computed, on one screen, and every number leads to its rows, without a mouse", async ({
    page,
  }) => {
    await page.goto(COST);
    await expect(headline(page)).toHaveText(
      /^Joined on the latest value, [\d\s]+ of 60\s130 cells come from the future\. The model gains 0\.\d{3} AUC offline over as of, and in production it is worse by 0\.\d{3}\.$/,
    );
    for (const part of [
      headline(page),
      gap(page),
      peeks(page),
      page.getByRole("row", { name: "ordinary join" }),
    ])
      await expect(part).toBeInViewport({ ratio: 0.99 });
    await expectAccessible(page);

    await joins(page).getByRole("radio", { name: "latest" }).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect(headline(page)).toHaveText(/^Joined on the nearest value/);
    await expect(page).toHaveURL(/below=nearest/);

    // One Tab stop, and the arrows from there.
    const bar = peeks(page).getByRole("link").nth(6);
    await peeks(page).getByRole("link").first().focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight");
    await expect(bar).toBeFocused();
    const cells = (await bar.getAttribute("aria-label"))?.match(/^[\d\s]+/)?.[0].trim();
    await page.keyboard.press("Enter");
    await expect(headline(page)).toHaveText(
      new RegExp(`^${cells} leaked cells of nearest, known .* later, in`),
    );
    await expectAccessible(page);

    const cell = rowsBehind(page).getByRole("row").nth(3).getByRole("gridcell").nth(2);
    const feature = await cell.textContent();
    await cell.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/lab\/compare\?row=\d+/);
    await page.goBack();
    await expect(cell).toBeFocused();
    await expect(cell).toHaveText(feature ?? "");
    await page.getByRole("link", { name: "Back to what it costs" }).press("Enter");
    await expect(headline(page)).toHaveText(/^Joined on the nearest value/);
  });
});

test("a link restores join, label, features and seed, and says what of it makes no sense", async ({
  page,
}) => {
  await page.goto(`${COST}&below=event_time&features=amount,status&folds=1&seed=7`);
  await expect(headline(page)).toHaveText(
    /^Joined by event time only, .* hold what was not known yet\. The model/,
  );
  await expect(page.getByLabel("Seed")).toHaveValue("7");
  await expect(page.getByLabel("Rolling origins")).toHaveValue("1");
  await expect(page.getByRole("checkbox", { name: /^topic/ })).not.toBeChecked();
  await page.getByRole("button", { name: "Use all" }).click();
  await expect(page).not.toHaveURL(/features=/);
  await expect(page.getByRole("rowheader", { name: /^topic/ }).first()).toBeVisible();

  await page.goto(`${COST}&label=chruned`);
  await expect(page.getByText("There is no label “chruned”.")).toBeVisible();
  await page.getByRole("button", { name: "Choose a label" }).click();
  await expect(page.getByRole("combobox", { name: "Label" })).toBeFocused();
  await page.goto(`./#/lab/compare?show=differences&sample=churn&behind=latest,leaked,amuont`);
  await expect(headline(page)).toHaveText("The view writes no feature “amuont”.");
  await page.getByRole("link", { name: "All cells that differ" }).click();
  await expect(headline(page)).toHaveText(/^Under latest, [\d\s]+ cells hold another value than under as of/);
  await page.getByRole("combobox", { name: "Below" }).selectOption("strict");
  await expect(headline(page)).toHaveText("< instead of ≤ and as of write the same into every cell.");
});

/** Sixty users, asked about on the first of six months; only a payment after all of that says who had left. */
function leakyFiles(): readonly [TestFile, TestFile] {
  const users = Array.from({ length: 60 }, (_, user) => user + 1);
  const months = [1, 2, 3, 4, 5, 6];
  const isGone = (user: number) => (user * 7) % 3 === 0;
  // Nothing that a model could learn from, the same in every run.
  const noise = (user: number, month: number) => ((user * 37 + month * 101) % 17) + 1;
  const visits = months.flatMap((month) =>
    users.map((user) => `${user},2025-0${month}-01T00:00:00Z,${noise(user, month)},${isGone(user)}`),
  );
  const payments = months.flatMap((month) =>
    users.map((user) => `${user},2025-0${month}-01T00:00:00Z,${noise(month, user)}`),
  );
  const last = users.map((user) => `${user},2025-08-01T00:00:00Z,${isGone(user) ? 0 : 50}`);
  return [
    { name: "visits.csv", text: ["user_id,visited_at,pages,churned", ...visits, ""].join("\n") },
    { name: "payments.csv", text: ["user_id,paid_at,amount", ...payments, ...last, ""].join("\n") },
  ];
}

test("from dropped files to what a leak costs, by keyboard, and with another label", async ({ page }) => {
  await openEmpty(page);
  await dropFiles(page, ...leakyFiles());
  await page.getByRole("button", { name: /^Store (both|all)/ }).press("Enter");
  await page.getByRole("button", { name: "Choose what to predict" }).press("Enter");
  await page.getByRole("button", { name: "visits", exact: true }).press("Enter");
  await expect(headline(page)).toContainText("For each of 360 rows of visits");
  await page.getByRole("link", { name: "Compare", exact: true }).press("Enter");
  await page.getByRole("link", { name: "What it costs" }).press("Enter");

  await expect(headline(page)).toHaveText(
    /^Joined on the latest value, 720 of 720 cells come from the future\. The model gains 0\.\d{3} AUC offline over as of, and in production it is no better beyond the band\. As of itself is no better than chance\.$/,
  );
  await expect(page.getByText(/^Logistic regression predicts churned = true/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Label" }).focus();
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/label=pages/);
  await expect(page.getByText(/^Ridge regression predicts pages/)).toBeVisible();
  await expect(gap(page)).toContainText("R² offline");
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Label" })).toHaveValue("pages");
  await expect(page.getByText(/^Ridge regression predicts pages/)).toBeVisible();
});
