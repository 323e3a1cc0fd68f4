import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

/** The subscriber of the churn sample whose refund happened before the prediction and was known only after it. */
const ROW = "./#/lab/compare?sample=churn&row=858";

test.use({ viewport: { width: 1280, height: 720 } });

const headline = (page: Page) => page.getByRole("heading", { level: 1 });
const pictureOf = (page: Page, name: string) => page.getByRole("group", { name: `${name}: Timeline` });
const joins = (page: Page) => page.getByRole("region", { name: "The joins compared" });

/** Whether all of it is on the screen. */
async function expectOnScreen(page: Page, ...parts: ReturnType<typeof headline>[]): Promise<void> {
  for (const part of parts) {
    const box = await part.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  }
}

test("one row under two joins is said, drawn and counted on one screen; both step as one, and a link restores it", async ({
  page,
}) => {
  await page.goto(ROW);
  await expect(headline(page)).toHaveText(
    "User 10354, account 9007199254741346, 1 May 06:00: as of writes amount 14.99; latest writes 0.00, known only 3 d 2 h later, and 9 more cells that were not known yet.",
  );
  const above = pictureOf(page, "as of, above");
  const below = pictureOf(page, "latest, below");
  const ordinary = joins(page).getByRole("row").last();
  // Counted, not built: six thousand rows would become four million.
  await expect(ordinary).toContainText("4\u00a0103\u00a0495");
  await expectOnScreen(page, headline(page), above, below, ordinary);

  await above.getByRole("button", { name: /^payment, 14.99, .*chosen/ }).hover();
  await expect(page.locator('[data-link="0"]')).toHaveAttribute("data-lit", "true");
  await expect(below.locator('[data-lane="0"] [data-lit]')).toHaveCount(1);

  // Keys step both.
  await page.mouse.move(0, 0);
  await page.keyboard.press("Home");
  await expect(page.getByText("step 1 of 5: rule out the future")).toBeVisible();
  await expect(below.getByRole("button", { name: /not judged yet/ }).first()).toBeVisible();
  await expect(above.getByRole("button", { name: /^support ticket, cancellation, .*future/ })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(below.getByRole("button", { name: /^payment, 0.00, .*a leak/ })).toBeVisible();
  await page.keyboard.press("End");

  // The table is one Tab stop, arrows lead through it, and Space chooses.
  await page.getByRole("radio", { name: "latest below" }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "nearest below" })).toBeFocused();
  await expect(page.getByRole("radio", { name: "latest below" })).toBeChecked();
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "nearest below" })).toBeChecked();
  await expect(pictureOf(page, "nearest, below")).toBeVisible();
  const said = await headline(page).textContent();
  expect(said).toContain("nearest writes 0.00");

  await page.keyboard.press("ArrowRight");
  // The name says what it means, with a way to the glossary: that is the next stop, once it is there.
  await expect(page.getByRole("link", { name: "Glossary", exact: true })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Previous row" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(joins(page).getByRole("button", { name: "nearest" })).toBeFocused();

  await page.getByRole("button", { name: "next row that differs" }).focus();
  await page.keyboard.press("Enter");
  await expect(headline(page)).not.toHaveText(said ?? "");
  await expect(page).not.toHaveURL(/row=858/);
  await page.goBack();
  await expect(headline(page)).toHaveText(said ?? "");

  const url = page.url();
  await page.goto("about:blank");
  await page.goto(url);
  await expect(headline(page)).toHaveText(said ?? "");
  await expect(page.getByRole("radio", { name: "nearest below" })).toBeChecked();
});

test("a join on the calendar date takes every row of that day, a number leads to its rows, and without a model there are no scores; axe finds nothing", async ({
  page,
}) => {
  await page.goto(`${ROW}&below=calendar_date&label=nothing`);
  await expect(headline(page)).toContainText(
    "as of writes sessions_7d 5; same calendar date writes 4, known only 3 h 7 min later",
  );
  const below = pictureOf(page, "same calendar date, below");
  await expect(below.getByRole("button", { name: /a leak/ })).toHaveCount(1);
  await expect(below.getByRole("button", { name: /not taken/ }).first()).toBeVisible();
  const leaked = joins(page).getByRole("link", { name: "2\u00a0224 leaked cells of same calendar date" });
  await expect(leaked).toHaveAttribute("href", /show=differences.*behind=calendar_date%2Cleaked/);
  await expect(page.getByText("No model is trained here. There is no label “nothing”.")).toBeVisible();
  await expect(joins(page).getByRole("columnheader", { name: /AUC/ })).toHaveCount(0);
  await joins(page).getByRole("button", { name: "same calendar date" }).focus();
  await expect(page.getByText("a join on the date of both sides")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "ordinary join below" }).check();
  await expect(headline(page)).toContainText("ordinary join makes 240 rows of it from 23 that it finds, 7");
  await page.getByRole("link", { name: "this row in Train" }).click();
  await expect(page).toHaveURL(/lab\/train.*row=858/);
});

test("the smallest example of a row is handed on as a test, blurred for once, opened and left again", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: {
        writeText: async (text: string) => document.documentElement.setAttribute("data-copied", text),
      },
    });
  });
  await page.goto(ROW);
  const opener = page.getByRole("button", { name: "smallest example: 3 rows" });
  const dialog = page.getByRole("dialog", {
    name: /^3 of .* rows are enough: as of writes 14\.99 into amount/,
  });
  await opener.press("Enter");
  await dialog.getByRole("button", { name: "Copy as pytest" }).click();
  const copied = page.locator("html");
  await expect(copied).toHaveAttribute(
    "data-copied",
    /\.merge\([\s\S]*assert written\(as_of\(\)\) == \[14\.99\]/,
  );
  await dialog.getByRole("checkbox", { name: "Blur names and numbers" }).check();
  await expect(page.getByRole("dialog")).toContainText("group_a");
  // The first closing too: the dialog came late.
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();

  await opener.press("Enter");
  await expect(dialog.getByRole("checkbox")).not.toBeChecked();
  await dialog.getByRole("link", { name: "Open it" }).click();
  await expect(page).toHaveURL(/#\/lab\/compare\?.*scenario=/);
  await expect(headline(page)).toContainText("as of writes amount 14.99; latest writes 0.00");
  await expect(page).toHaveTitle(/^Compare · Smallest example: as of and latest · microFS$/);
  await page.goBack();
  await expect(dialog).toBeVisible();
  await expect(page).toHaveTitle("Compare · Who will cancel? · microFS");
});
