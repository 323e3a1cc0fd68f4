import { readFile } from "node:fs/promises";
import { expectAccessible } from "./accessibility";
import { openDemoStore, trainingRows } from "./demo-store";
import { expectStep } from "./step";
import { expect, test } from "./test";

test.describe.configure({ mode: "default" });
test.use({ staysOpen: true });

test.beforeEach(async ({ page }) => {
  await openDemoStore(page);
});

test("the training table of microFS's demo stands in time order, and only past payments are in it", async ({
  page,
}) => {
  await page.goto("./#/lab/train?row=3&phase=write_cell");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
  expect(await trainingRows(page)).toEqual([
    "1 | 1 Nov 12:00 | 10 | null",
    "2 | 1 Nov 12:00 | 5 | null",
    "2 | 4 Nov 12:00 | 15 | 50.00",
    "1 | 5 Nov 12:00 | 20 | 100.50",
  ]);
});

test("stepping through a row says each step in a sentence, and fills the cell only in the last", async ({
  page,
}) => {
  await page.goto("./#/lab/train?row=3");
  const sentence = page.getByRole("heading", { level: 1 });
  await expect(sentence).toContainText("User 2, as of 4 Nov 12:00.");
  expect((await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | ");
  const sentences = [await sentence.textContent()];
  for (let step = 2; step <= 6; step++) {
    await page.keyboard.press("ArrowRight");
    await expectStep(page, `step ${step} of 6`);
    sentences.push(await sentence.textContent());
  }
  expect(new Set(sentences).size).toBe(6);
  expect((await trainingRows(page))[2]).toBe("2 | 4 Nov 12:00 | 15 | 50.00");
  await page.keyboard.press("ArrowLeft");
  await expectStep(page, "step 5 of 6");
});

test("a cell says which row it came from when it is pointed at, and moves the timeline there when it is pressed", async ({
  page,
}) => {
  await page.goto("./#/lab/train");
  const cell = page.getByRole("gridcell", { name: "100.50" });
  await cell.hover();
  await expect(
    page.getByText("Row 1, total_spend: 100.50, from row 0 of user_payments, 3 Nov 12:00, 2 d before."),
  ).toBeVisible();
  await cell.click();
  await expect(page).toHaveURL(/row=1&phase=write_cell/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("100.50");
  await page.getByRole("gridcell", { name: "null" }).first().hover();
  await expect(
    page.getByText("Row 0, total_spend: null, because nothing happened before that moment."),
  ).toBeVisible();
});

test("back returns to the row before; a step on the way is no place of its own", async ({ page }) => {
  await page.goto("./#/lab/train?row=3");
  await expect(page.getByText("the 3rd of 4")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("the 4th of 4")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("the 3rd of 4")).toBeVisible();
  await expectStep(page, "join 1 of 1 · step 2 of 6");
});

test("play walks to the end of the row by itself and can be paused", async ({ page }) => {
  await page.goto("./#/lab/train?row=3");
  // Four times as fast: each step is shown as long as its sentence needs to be read.
  for (const speed of ["1×", "2×"]) await page.getByRole("button", { name: `Speed ${speed}` }).click();
  await page.getByRole("button", { name: "Play" }).click();
  await expectStep(page, "step 6 of 6");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});

test("the training table is exported as CSV and as Arrow", async ({ page }) => {
  await page.goto("./#/lab/train");
  const chooseTool = async (name: string) => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  const [csv] = await Promise.all([page.waitForEvent("download"), chooseTool("Download CSV")]);
  expect(csv.suggestedFilename()).toBe("spend_at_activity.csv");
  expect(await readFile(await csv.path(), "utf8")).toBe(
    [
      "user_id,activity_count,timestamp,total_spend",
      "1,10,2025-11-01T12:00:00Z,",
      "2,5,2025-11-01T12:00:00Z,",
      "2,15,2025-11-04T12:00:00Z,50",
      "1,20,2025-11-05T12:00:00Z,100.5",
      "",
    ].join("\r\n"),
  );
  const [arrow] = await Promise.all([page.waitForEvent("download"), chooseTool("Download Arrow")]);
  expect((await readFile(await arrow.path())).subarray(0, 6).toString()).toBe("ARROW1");
});

test("where cells leak that is said first, and the way goes through them, to one row under two joins, and to what it costs", async ({
  page,
}) => {
  await page.goto("./#/lab/train?rule=latest");
  const leaks = page.getByRole("region", { name: "Leaks" });
  await expect(leaks).toContainText("2 of 4 cells leak");
  const status = page.getByRole("status").filter({ hasText: "user_payments leaks" });
  await leaks.getByRole("button", { name: "next leak" }).click();
  await expect(status).toHaveText("Row 0: user_payments leaks. (leak · 1 of 2)");
  await page.keyboard.press("l");
  await expect(status).toHaveText("Row 2: user_payments leaks. (leak · 2 of 2)");
  await expect(leaks).toContainText("cell 2 of 2");
  await page.keyboard.press("Shift+L");
  await expect(leaks).toContainText("cell 1 of 2");
  await page.keyboard.press("l");
  await expect(leaks).toContainText("cell 2 of 2");
  await page.keyboard.press("l");
  await expect(status).toContainText("That was the last one; this is the first again. Row 0:");
  await expect(page).toHaveURL(/row=0&phase=write_cell&rule=latest/);
  const link = (name: string) => page.getByRole("link", { name });
  await expect(link("Compare this row")).toHaveAttribute(
    "href",
    "#/lab/compare?row=0&phase=write_cell&joins=together&rule=latest",
  );
  await page.getByRole("gridcell", { name: "100.50" }).last().focus();
  await expect(link("Compare this row").last()).toHaveAttribute(
    "href",
    /row=1&phase=write_cell.*column=total_spend/,
  );
  await link("what does it cost?").click();
  await expect(page).toHaveURL(/lab\/compare\?.*rule=latest&show=cost/);
  await page.goto("./#/lab/train");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("as of");
  await expect(leaks).toHaveCount(0);
});

test("a bad link gets a sentence and harms nothing", async ({ page }) => {
  await page.goto("./#/lab/train?row=99&phase=think");
  await expect(page.getByRole("alert")).toContainText('phase cannot be "think"');
  await expect(page.getByText("the 1st of 4")).toBeVisible();
});

test("axe finds nothing in Train", async ({ page }) => {
  await page.goto("./#/lab/train?row=3&phase=write_cell");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
  await expectAccessible(page);
});

test("a step is saved as a picture that needs nothing else, with its sentence, for a slide and for a paper", async ({
  page,
}) => {
  await page.goto("./#/lab/train?row=3&phase=write_cell");
  await page.getByRole("button", { name: "Teach with this" }).click();
  await page.getByRole("menuitem", { name: "Save as slides" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as slides" });
  const preview = dialog.getByRole("img", { name: /^User 2, as of 4 Nov 12:00/ });
  await expect(preview).toBeVisible();
  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^spend_at_activity-row-3-write-cell\.(svg|png)$/);
    return readFile(await download.path());
  };
  const slide = (await saved("Save SVG")).toString();
  expect(slide).toContain('width="1280" height="720"');
  expect(slide).toContain("50.00");
  expect(slide.match(/@font-face/g)).toHaveLength(4);
  expect(slide).not.toMatch(/url\((?!data:|#)/);
  expect((await saved("Save PNG")).subarray(1, 4).toString()).toBe("PNG");
  await dialog.getByRole("radio", { name: "a paper" }).check();
  await expect
    .poll(() => preview.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(880);
});

test("axe finds nothing in what Train opens", async ({ page }) => {
  await page.goto("./#/lab/train?row=3&phase=write_cell");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
  const press = (name: string) => page.getByRole("button", { name }).click();
  const choose = (name: string) => page.getByRole("menuitem", { name }).click();
  const openers: readonly (() => Promise<void>)[] = [
    () => press("Find a row"),
    () => press("Change by hand"),
    () => press("Share"),
    async () => {
      await press("More");
      await choose("Written transcript");
    },
    async () => {
      await press("Teach with this");
      await expectAccessible(page);
      await choose("Save as slides");
    },
  ];
  for (const open of openers) {
    await open();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
});
