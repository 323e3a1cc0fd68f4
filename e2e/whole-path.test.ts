import { dropFiles, headline, openEmpty, PAYMENTS, VISITS } from "./data-files";
import { trainingRows } from "./demo-store";
import { expect, test } from "./test";

// As it moves for most.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("two CSV files become a training table whose cells can be traced, and an online store that serves", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(page, VISITS, PAYMENTS);
  await page.getByRole("button", { name: "Store 4 rows" }).click();
  await page.getByRole("button", { name: "Go on with User Payments.csv" }).click();
  await page.getByRole("radio", { name: /3 November 2025/ }).check();
  await page.getByRole("button", { name: "Store 8 rows" }).click();
  await expect(headline(page)).toContainText("are stored in user_payments");
  await page.reload();

  await page.getByRole("link", { name: "View", exact: true }).click();
  await page.getByRole("button", { name: "visits", exact: true }).click();
  await expect(headline(page)).toHaveText(
    "For each of 4 rows of visits, the latest payment that had happened by then.",
  );
  await page.getByRole("combobox", { name: "What to predict (the label)" }).selectOption("churned");
  await page.getByRole("button", { name: "Watch it being made" }).click();

  await expect(page.getByRole("group", { name: "Player" })).toContainText("the 1st of 4");
  await page.keyboard.press("End");
  await expect
    .poll(() => trainingRows(page))
    .toEqual([
      "1 | 1 Nov 12:00 | no | 10 | null | null",
      "2 | 1 Nov 12:00 | no | 5 | null | null",
      "2 | 4 Nov 12:00 | no | 15 | 3 Nov 12:00 | 50.00",
      "1 | 5 Nov 12:00 | yes | 20 | 3 Nov 12:00 | 100.50",
    ]);
  await page.getByRole("gridcell", { name: "50.00" }).click();
  await expect(headline(page)).toContainText("User 2, as of 4 Nov 12:00.");
  await expect(headline(page)).toContainText("1 has not happened yet");
  await expect(
    page.getByText(/Row \d, amount: 50\.00, from row 2 of user_payments, 3 Nov 12:00, 1 d before\./),
  ).toBeVisible();

  await page.getByRole("link", { name: "Serve", exact: true }).click();
  await page.getByRole("button", { name: "Materialize 2 groups" }).click();
  await page.getByLabel("user_id").first().fill("2");
  await page.getByRole("button", { name: "Look up", exact: true }).click();
  await expect(headline(page)).toContainText("75.25");
  await expect(page.getByText("not served")).toBeVisible();
});
