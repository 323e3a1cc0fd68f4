import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { openDemoStore } from "./demo-store";
import { pressApart } from "./present-press";
import { expect, test } from "./test";

const titles = (page: Page) => page.getByRole("textbox", { name: /^Title of step/ });
const inPlan = (page: Page) => page.getByRole("list", { name: "Steps" }).getByRole("listitem");

/** Adds what is on the screen to the plan: the last one that was made, or a new one. */
async function addToPlan(page: Page, says: RegExp): Promise<void> {
  await page.getByRole("button", { name: "Teach with this" }).click();
  await page.getByRole("menuitem", { name: "Add to my plan" }).click();
  const dialog = page.getByRole("dialog", { name: "Add to my plan" });
  await expect(dialog).toContainText(says);
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByRole("status")).toContainText("of “my class” now");
}

/** Somebody else’s browser, which keeps nothing yet. */
async function elsewhere(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test("a class is prepared from the app alone, taken to another machine by link and by file, and presented there", async ({
  page,
  browser,
}) => {
  await page.goto("./#/cases?case=tie");
  await addToPlan(page, /first step of a new plan/);
  await page.goto("./#/learn?lesson=look-left&part=predict");
  await addToPlan(page, /my class/);
  // Own rows: two payments and the activities of one of two users.
  await openDemoStore(page);
  await page.evaluate(() =>
    window.microfs.insert(
      "user_payments",
      [1, 2].map((user_id) => ({
        ...{ user_id, total_spend: 7, timestamp: "2025-11-02T09:00Z" },
      })),
    ),
  );
  await page.goto("./#/lab/train");
  await addToPlan(page, /The plan carries \d rows of your data\. Whoever gets it has them\./);
  await page.getByRole("link", { name: "Open the plan" }).click();
  await expect(titles(page)).toHaveCount(3);

  // The question comes first, by the keyboard alone; the focus goes along.
  await page.getByRole("button", { name: "Earlier: Look left, take the last" }).press("Enter");
  await expect(inPlan(page).first()).toContainText("a question, one vote");
  await expect(page.getByRole("button", { name: "Earlier: Look left, take the last" })).toBeFocused();
  await page.getByRole("textbox", { name: "Minutes of step 1" }).fill("2.5");
  await page.getByRole("textbox", { name: "Length of the class in minutes" }).fill("10");
  await expect(page.getByRole("article")).toContainText("8.5 min of");
  await expect(page.getByRole("article")).toContainText("1.5 min left");
  await page.getByRole("button", { name: /^More: step 2/ }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(titles(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(titles(page)).toHaveCount(3);
  // The beliefs behind its wrong answers came along.
  await expect(inPlan(page).first().locator("summary")).toContainText("B stands for “The nearest row wins");
  await inPlan(page).first().locator("summary").click();
  await page.getByRole("textbox", { name: "Notes of step 1" }).fill("Ask back at :time{row=2}.");
  // What is computed in the notes is seen as it will be said.
  await expect(inPlan(page).first().locator("summary")).toHaveText("Ask back at 10:08.");
  await page.getByRole("button", { name: "Add a sentence" }).click();
  const sentence = page.getByRole("textbox", { name: "Sentence of step 4" });
  await expect(sentence).toBeFocused();
  await sentence.fill("Now");
  await sentence.pressSequentially(" you.");
  await expect(sentence).toBeFocused();
  await expect(sentence).toHaveValue("Now you.");
  await page.reload();
  await expect(inPlan(page).first().locator("summary")).toHaveText("Ask back at 10:08.");

  await page.getByRole("button", { name: "Copy the link" }).click();
  const shared = page.getByRole("dialog", { name: "A link to this plan" });
  await expect(shared).toContainText(/It carries \d rows of your data/);
  const link = await shared.getByRole("textbox", { name: "Link" }).inputValue();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("dialog", { name: "Save as a file" }).getByRole("button", { name: "Save it" }).click();
  const file = await (await saving).path();

  const byLink = await elsewhere(browser, link);
  await expect(titles(byLink)).toHaveCount(4);
  await byLink.getByRole("link", { name: "Present" }).last().click();
  await expect(byLink.getByRole("heading", { level: 1 })).toContainText("Mia gets an order.");
  for (const step of [2, 3]) {
    await pressApart(byLink, "Shift+ArrowRight");
    await expect(byLink).toHaveURL(new RegExp(`step=${step}`));
  }
  await expect(byLink.getByRole("heading", { level: 1 })).toContainText(/^User \d/);
  await byLink.context().close();

  const byFile = await elsewhere(browser, "./#/present");
  await byFile.getByLabel("Open a plan from a file").setInputFiles(file);
  await expect(byFile.getByRole("textbox", { name: "Title of the plan" })).toHaveValue("my class");
  await expect(titles(byFile)).toHaveCount(4);
  await byFile.context().close();
});

test("a file that is no plan, and a link to one that is not here, are sentences with a way out", async ({
  page,
}) => {
  await page.goto("./#/present");
  const chooser = page.getByLabel("Open a plan from a file");
  const plan = JSON.parse(await readFile(new URL("../src/plans/ten.json", import.meta.url), "utf8"));
  plan.steps[1].minutes = "long";
  const file = (name: string, text: string) => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await chooser.setInputFiles(file("late.json", JSON.stringify(plan)));
  await expect(page.getByRole("alert")).toContainText(
    'plan.steps[1].minutes is "long", where a number of minutes from 0 to 240 is needed.',
  );
  await chooser.setInputFiles(file("notes.json", "Monday"));
  await expect(page.getByRole("alert")).toContainText("“notes.json” is no plan: it is not JSON.");

  plan.steps[1].minutes = 1;
  plan.steps[0].lesson = "gone";
  await chooser.setInputFiles(file("plan.json", JSON.stringify(plan)));
  await expect(page.getByRole("note").filter({ hasText: "There is no lesson named “gone”" })).toBeVisible();
  await expect(titles(page)).toHaveCount(5);

  await page.goto("./#/present?screen=projector&plan=nobody");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no plan here.");
  await page.getByRole("link", { name: "All plans" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Present");
});

test("the plans and one of them are for everybody, in light and in dark", async ({ page }) => {
  await page.goto("./#/present");
  await expect(page.getByRole("link", { name: "50 minutes", exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "20 minutes", exact: true }).click();
  await expect(titles(page)).toHaveCount(11);
  await inPlan(page).nth(3).locator("summary").click();
  await expectAccessible(page);
});
