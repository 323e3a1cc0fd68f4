import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { trainingRows } from "./demo-store";
import { expect, test } from "./test";

/** The latest row, whether or not it was known. */
const FORGETFUL = `function join(predictions: bigint[], eventTimes: bigint[]): (number | null)[] {
  return predictions.map(() => {
    let best: number | null = null;
    eventTimes.forEach((time, row) => {
      if (best === null || time >= (eventTimes[best] ?? 0n)) best = row;
    });
    return best;
  });
}`;
const ENDLESS = "function join(predictions: bigint[]): null[] { for (;;); }";

/** As the ladder keeps what was finished on it. */
async function keepFinished(page: Page, source: string): Promise<void> {
  await page.evaluate((finished) => {
    const typescript = { arrangement: null, blanks: null, source: finished, finished, hints: 0, solved: [] };
    localStorage.setItem("microfs.ladder", JSON.stringify({ version: 1, languages: { typescript } }));
  }, source);
  await page.reload();
}

test("a join of one's own drives Train: where it leaks is marked, listed and drawn; it can be stopped and left", async ({
  page,
}) => {
  await page.goto("./#/lab/train?sample=demo&row=3&phase=write_cell");
  const own = page.getByRole("region", { name: "Your join" });
  const mine = page.getByRole("radio", { name: "my join (TypeScript)" });
  await expect(page.getByRole("radio", { name: "latest" })).toBeVisible();
  await expect(mine).toHaveCount(0);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: "Write this join yourself" })).toHaveAttribute(
    "href",
    /^#\/ladder/,
  );

  await keepFinished(page, FORGETFUL);
  await mine.check();
  await expect(own.getByRole("status")).toHaveText("Your join differs in 2 of 4 cells");
  await expect(own).toContainText("both leak");
  expect(await trainingRows(page)).toEqual([
    "1 | 1 Nov 12:00 | 10 | null yours leaks",
    "2 | 1 Nov 12:00 | 5 | null yours leaks",
    "2 | 4 Nov 12:00 | 15 | 50.00",
    "1 | 5 Nov 12:00 | 20 | 100.50",
  ]);
  await own.getByRole("button", { name: "list them" }).click();
  const list = page.getByRole("dialog", { name: "Your join, in TypeScript" });
  await expectAccessible(page);
  await list.getByRole("gridcell", { name: "row 1 leaks" }).click();
  await expect(page).toHaveURL(/row=2&phase=write_cell/);
  await expect(own).toContainText("here yours takes row 1");
  await expect(page.getByText("you took a payment from 2 days later")).toBeVisible();
  await own.getByRole("button", { name: "next difference" }).click();
  await expect(page).toHaveURL(/row=0&phase=write_cell/);
  await expectAccessible(page);

  await page.getByRole("radio", { name: "as of" }).check();
  await expect(own).toHaveCount(0);
  expect((await trainingRows(page))[0]).toBe("1 | 1 Nov 12:00 | 10 | null");

  await keepFinished(page, ENDLESS);
  await mine.check();
  const stop = own.getByRole("button", { name: "stop it" });
  await stop.click();
  await expect(own.getByRole("alert")).toHaveText("Stopped at 0 %");
  await expect(own.getByRole("button", { name: "run again" })).toBeFocused();
});
