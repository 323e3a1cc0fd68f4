import { readFile } from "node:fs/promises";
import { pack } from "../src/scenario/pack";
import { expectAccessible } from "./accessibility";
import { chooseFile, dropFiles, headline, openEmpty, PAYMENTS, VISITS } from "./data-files";
import { expect, test } from "./test";

test("two dropped files become two groups: one thing corrected, the rest as found, and a reload keeps what is stored", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(page, VISITS, PAYMENTS);
  await expect(headline(page)).toHaveText("visits.csv has 4 rows. All are ready.");
  await expect(page.getByLabel("Entity key")).toHaveValue("user_id");
  await expect(page.getByLabel("Event time: when it happened")).toHaveValue("visited_at");
  await page.getByRole("button", { name: "Store 4 rows" }).click();
  await expect(headline(page)).toHaveText("4 rows of visits.csv are stored in visits.");

  await page.getByRole("button", { name: "Go on with User Payments.csv" }).click();
  await expect(headline(page)).toContainText("Say how “paid_at” is meant.");
  await expect(page.getByRole("button", { name: /^Store/ })).toBeDisabled();
  await page.getByRole("radio", { name: /3 November 2025/ }).check();
  await expect(headline(page)).toHaveText(
    "User Payments.csv has 10 rows. 8 are ready; 2 cannot be read and would be left out.",
  );
  await expect(page.getByText("Line 10, paid_at: “soon” is not a time")).toBeVisible();
  await page.getByRole("button", { name: "Store 8 rows" }).click();
  await expect(headline(page)).toHaveText("7 rows of User Payments.csv are stored in user_payments.");
  await expect(page.getByText("10 rows read = 7 stored + 1 repeated + 2 left out")).toBeVisible();
  const rejected = page.getByRole("grid", { name: "Rows that were not stored" });
  await expect(rejected.getByRole("row").nth(1)).toContainText("10paid_atsoon");
  await expect(rejected.getByRole("row").nth(2)).toContainText("has 2 cells, where 3 are expected");

  await page.reload();
  await expect(page.getByText("2 groups · 11 rows")).toBeVisible();
  await page.getByRole("link", { name: /^user_payments/ }).click();
  await expect(headline(page)).toHaveText(
    "user_payments has 7 rows of 3 entities, from 2 Nov 2025 to 8 Nov 2025.",
  );
  const rows = page.getByRole("grid", { name: "Rows of user_payments" });
  await expect(rows.getByRole("row").nth(1)).toContainText("3 Nov 2025 12:00100.50");
});

test("rejected rows are saved as CSV", async ({ page }) => {
  await openEmpty(page);
  await dropFiles(page, PAYMENTS);
  await page.getByRole("radio", { name: /3 November 2025/ }).check();
  await page.getByRole("button", { name: "Store 8 rows" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all 2 as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("user_payments-rejected.csv");
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")[0]).toBe("line,column,value,reason");
  expect(text).toMatch(/^10,paid_at,soon,/m);
});

test("the same file again adds nothing, and says so", async ({ page }) => {
  await openEmpty(page);
  await dropFiles(page, VISITS);
  await page.getByRole("button", { name: "Store 4 rows" }).click();
  await expect(headline(page)).toContainText("are stored in visits");
  await dropFiles(page, VISITS);
  await page.getByRole("button", { name: "Add 4 rows to visits" }).click();
  await expect(headline(page)).toHaveText("0 rows of visits.csv are stored in visits.");
  await expect(page.getByText("4 rows read = 0 stored + 4 repeated + 0 left out")).toBeVisible();
  await expect(page.getByText("1 group · 4 rows")).toBeVisible();
});

test("a name that stands for another group is refused with what differs and a free name", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(page, VISITS);
  await page.getByRole("button", { name: "Store 4 rows" }).click();
  await expect(headline(page)).toContainText("are stored in visits");
  await dropFiles(page, { name: "visits.csv", text: "user_id,visited_at\n7,2025-11-01\n" });
  await expect(headline(page)).toContainText("There is a group “visits” of another shape.");
  await expect(page.getByText("the file lacks “pages” and “churned”")).toBeVisible();
  await page.getByRole("button", { name: "Name it visits_2" }).click();
  await page.getByRole("button", { name: "Store 1 row" }).click();
  await expect(headline(page)).toHaveText("1 row of visits.csv is stored in visits_2.");
});

test("a group that a view uses is not deleted, and says which view; another one is", async ({ page }) => {
  await openEmpty(page);
  await page.getByRole("button", { name: "microFS demo" }).click();
  await expect(page).toHaveURL(/#\/lab\/train/);
  await page.goto("./#/lab/data?group=user_payments");
  await page.getByRole("button", { name: "Delete user_payments …" }).click();
  await expect(page.getByRole("dialog")).toContainText("A view is made of it: activity_payment_fv.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep it" }).click();
  await dropFiles(page, VISITS);
  await page.getByRole("button", { name: "Store 4 rows" }).click();
  await page.getByRole("link", { name: "Look at visits" }).click();
  await page.getByRole("button", { name: "Delete visits …" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete visits", exact: true }).click();
  await expect(page.getByText("2 groups · 6 rows")).toBeVisible();
});

test("a sample asks before it stands beside what is there, or takes its place", async ({ page }) => {
  await openEmpty(page);
  await dropFiles(page, VISITS);
  await page.getByRole("button", { name: "Store 4 rows" }).click();
  await expect(page.getByText("1 group · 4 rows")).toBeVisible();
  await page.getByRole("button", { name: "microFS demo" }).click();
  await expect(page.getByRole("dialog")).toContainText("There is 1 group with 4 rows in this browser.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(page.getByText("1 group · 4 rows")).toBeVisible();
  await page.getByRole("button", { name: "microFS demo" }).click();
  await page.getByRole("button", { name: "Delete everything and load it" }).click();
  await expect(page.getByText("2 groups · 6 rows")).toBeVisible();
});

test("a correction of a column counts at once, and can be made without a mouse", async ({ page }) => {
  await openEmpty(page);
  await page.getByRole("button", { name: "paste text" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.getByRole("textbox").focus();
  await page.keyboard.insertText("user_id,at,amount\n1,2025-11-01,3\n1,2025-11-02,4\n");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(headline(page)).toHaveText("pasted text.csv has 2 rows. All are ready.");

  await page.getByRole("button", { name: /^amount, int64/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("It holds").focus();
  await page.keyboard.type("text");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^amount, string/ })).toBeFocused();

  await page.getByRole("textbox", { name: "Group name" }).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("amounts");
  // All rows are read by the new plan first.
  await expect(page.getByRole("button", { name: "Store 2 rows" })).toBeEnabled();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(headline(page)).toHaveText("2 rows of pasted text.csv are stored in amounts.");
});

test("a file of 100 MB can be looked at at once, and a cancel leaves nothing of it", async ({ page }) => {
  await openEmpty(page);
  const transfer = await page.evaluateHandle(() => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `${row},2025-11-01 12:00:00,${row / 8}\n`).join(
      "",
    );
    const data = new DataTransfer();
    const parts = ["user_id,at,amount\n", ...Array.from({ length: 1e8 / rows.length }, () => rows)];
    data.items.add(new File(parts, "long.csv"));
    return data;
  });
  await page.getByRole("button", { name: /^Drop CSV or TSV files here/ }).dispatchEvent("drop", {
    dataTransfer: transfer,
  });
  await expect(headline(page)).toContainText("long.csv has about");
  // What a reading loses is known once all rows were looked at.
  await page.getByRole("button", { name: /^Store \d/ }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(headline(page)).toContainText(/^long\.csv has/);
  expect(await page.evaluate(async () => (await window.microfs.featureGroups()).length)).toBe(0);
});

test("a reload while a file is being stored leaves all of it or nothing, never an empty group", async ({
  page,
}) => {
  const numRows = 400_000;
  const drop = async () => {
    const transfer = await page.evaluateHandle((count) => {
      const rows = Array.from({ length: count }, (_, row) => `${row},2025-11-01 12:00:00,${row / 8}\n`);
      const data = new DataTransfer();
      data.items.add(new File(["user_id,at,amount\n", ...rows], "long.csv"));
      return data;
    }, numRows);
    await page.getByRole("button", { name: /^Drop CSV or TSV files here/ }).dispatchEvent("drop", {
      dataTransfer: transfer,
    });
    await page.getByRole("button", { name: /^Store (the|400 000) rows$/ }).click();
  };
  await openEmpty(page);
  // The page reloads itself: storing may be over before it is seen from outside.
  await page.evaluate(() => {
    const reload = () => {
      if (document.querySelector('[role="progressbar"][aria-label="Storing the rows"]') !== null)
        window.location.reload();
    };
    new MutationObserver(reload).observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  const reloaded = page.waitForEvent("load");
  await drop();
  await reloaded;
  await expect(headline(page)).toBeVisible();
  const stored = await page.evaluate(async () =>
    (await window.microfs.featureGroups()).map((group) => group.numRows),
  );
  expect([[], [numRows]]).toContainEqual(stored);
});

test("after the last group is deleted there is the way to begin again, not a word of what was stored", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(page, VISITS);
  await page.getByRole("button", { name: "Store 4 rows" }).click();
  await page.getByRole("link", { name: "Look at visits" }).click();
  await page.getByRole("button", { name: "Delete visits …" }).click();
  await page.getByRole("button", { name: "Delete visits", exact: true }).click();
  await expect(headline(page)).toHaveText("Build a training table that never sees the future.");
  await expect(page.getByText("visits", { exact: false })).toHaveCount(0);
});

test("the focus goes to the heading of what has come: after storing, deleting, putting away and loading", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(page, VISITS, PAYMENTS);
  const store = page.getByRole("button", { name: "Store 4 rows" });
  await store.focus();
  await page.keyboard.press("Enter");
  await expect(headline(page)).toContainText("are stored in visits");
  await expect(headline(page)).toBeFocused();

  await page.getByRole("link", { name: "Look at visits" }).focus();
  await page.keyboard.press("Enter");
  await expect(headline(page)).toContainText("visits has 4 rows");
  await expect(headline(page)).toBeFocused();
  await page.getByRole("button", { name: "Delete visits …" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Delete visits", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(headline(page)).toContainText("User Payments.csv has 10 rows");
  await expect(headline(page)).toBeFocused();

  await page.getByRole("button", { name: "Not now" }).focus();
  await page.keyboard.press("Enter");
  await expect(headline(page)).toHaveText("Build a training table that never sees the future.");
  await expect(headline(page)).toBeFocused();
  await page.getByRole("button", { name: "Bring it back" }).focus();
  await page.keyboard.press("Enter");
  await expect(headline(page)).toContainText("User Payments.csv has 10 rows");
  await expect(headline(page)).toBeFocused();

  await page.getByRole("button", { name: "Not now" }).click();
  await page.getByRole("button", { name: "microFS demo" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/lab\/train/);
  await expect(headline(page)).toBeFocused();
});

test("dialogs of the top bar stand outside it, give the focus back, and every summary can be hit", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(page, PAYMENTS);
  await expect(headline(page)).toContainText("Say how");
  for (const summary of await page.locator("summary").all())
    expect((await summary.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  for (const name of ["Share", "Keys and look"]) {
    const opener = page.getByRole("button", { name });
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expect(page.getByRole("banner").getByRole("dialog")).toHaveCount(0);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});

test("data of a link is listed where data is brought, and can be deleted there", async ({ page }) => {
  await page.goto("./#/lab/data?sample=demo");
  await expect(page.getByText("2 groups").or(headline(page))).toBeVisible();
  await page.getByRole("button", { name: "Data kept from links" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("microFS demo");
  await expect(dialog).toContainText("6 rows · opened today");
  await expect(dialog).toContainText("open now");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "your own data" }).click();
  await page.getByRole("button", { name: "Data kept from links" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Delete microFS demo" }).click();
  await expect(dialog).toContainText("Nothing is kept now.");
  await expect(dialog.getByText("What a link or a sample brought is kept")).toBeFocused();
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).not.toContain("microfs sample demo");
});

test("data of a link that another tab has open is not deleted, and that is said", async ({
  page,
  context,
}) => {
  await page.goto("./#/lab/data?sample=demo");
  await page.getByRole("button", { name: "Data kept from links" }).waitFor();
  const other = await context.newPage();
  await other.goto("./#/lab/data");
  await other.getByRole("button", { name: "Data kept from links" }).click();
  await other.getByRole("button", { name: "Delete microFS demo" }).click();
  await expect(other.getByRole("alert")).toHaveText(
    "“microFS demo” is open in another tab: close that tab first.",
  );
  await page.reload();
  await expect(page.getByRole("link", { name: /^user_payments/ })).toBeVisible();
});

test("a link of 40 000 rows is refused with the limit, before and beside one's own data", async ({
  page,
}) => {
  const scenario = {
    version: 1,
    name: "large",
    title: "Large",
    groups: [{ rows: { kind: "inline", rows: Array.from({ length: 40_000 }, () => ({ a: 1 })) } }],
  };
  await openEmpty(page);
  await dropFiles(page, VISITS);
  await page.getByRole("button", { name: "Store 4 rows" }).click();
  await expect(headline(page)).toContainText("are stored in visits");
  await page.goto(`./#/lab/train?view=theirs&row=7&scenario=${pack(scenario)}`);
  await expect(page.getByRole("alert")).toHaveText(
    /^This link cannot be opened\. It carries 40\s000 rows, and a link carries 300 at most: ask for the files instead, and drop them on Data\. What you see is your own data\./,
  );
  await expect(page.getByText("1 group · 4 rows")).toBeVisible();
});

test("every state of the stage is accessible, light and dark", async ({ page }) => {
  await openEmpty(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "paste text" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await dropFiles(page, PAYMENTS);
  await expect(headline(page)).toContainText("Say how");
  await page.getByText("How the file is read").click();
  await page.getByText("Its rows count at any age").click();
  await expectAccessible(page);
  await page.getByRole("radio", { name: /3 November 2025/ }).check();
  await page.getByRole("button", { name: /^amount, / }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Store 8 rows" }).click();
  await expect(headline(page)).toContainText("are stored in user_payments");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Look at user_payments" }).click();
  await expect(headline(page)).toContainText("7 rows of 3 entities");
  await expectAccessible(page);
  await chooseFile(page, "empty.csv", "");
  await expect(headline(page)).toHaveText("empty.csv cannot be read.");
  await expectAccessible(page);
});
