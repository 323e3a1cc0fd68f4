import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { SMALL_FILE } from "../src/learn/lesson-file/testing/small-file";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

/** Drops a file on something, as a person drags it from a folder. */
async function drop(target: Locator, name: string, text: string): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text] as const,
  );
  await target.dispatchEvent("dragover", { dataTransfer });
  await target.dispatchEvent("drop", { dataTransfer });
}

const part = (page: Page) => page.getByRole("heading", { level: 2 });

test("a row of the Lab saved as a lesson, dropped, solved by keyboard, deleted and brought back", async ({
  page,
}) => {
  await page.goto("./#/lab/train?sample=demo&row=3");
  await page.getByRole("button", { name: "Teach with this" }).click();
  await page.getByRole("menuitem", { name: /^Save as a lesson/ }).click();
  const dialog = page.getByRole("dialog", { name: "Save as a lesson" });
  await expect(dialog).toContainText(/The file carries \d+ (of the \d+|rows)/);
  await dialog.getByLabel("Title").fill("Who *paid* last?");
  await dialog.getByLabel("Your name").fill("Ada & Co");
  await dialog.getByLabel("Why it is so").fill("Later rows <b>do not exist</b> yet.");
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save the file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("who-paid-last.lesson.md");
  const file = await readFile(await download.path(), "utf8");
  await expect(dialog.getByRole("status")).toContainText("Saved as who-paid-last.lesson.md");
  await page.keyboard.press("Escape");

  // On the place where tables are dropped it is a lesson all the same.
  await page.goto("./#/lab/data");
  await drop(page.getByRole("button", { name: /^Drop CSV or TSV files here/ }), "mine.lesson.md", file);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who *paid* last?");
  await expect(page).toHaveURL(/own=who-paid-last/);
  await expect(page.getByText("A lesson by Ada & Co")).toBeVisible();
  await expect(part(page)).toHaveText("Predict");
  await expectAccessible(page);

  const first = page.getByRole("radio").first();
  await first.focus();
  await page.keyboard.press("Space");
  await page.getByRole("radio", { name: "fairly" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Commit, and see" }).focus();
  await page.keyboard.press("Enter");
  await expect(part(page)).toHaveText("Step by step");
  await page.getByRole("button", { name: "Go on" }).focus();
  await page.keyboard.press("Enter");
  await expect(part(page)).toBeFocused();
  // What was written as HTML is read, and not made.
  await expect(page.getByText("Later rows <b>do not exist</b> yet.")).toBeVisible();
  await expect(page.getByText("That was all of “Who *paid* last?”.")).toBeVisible();
  await page.reload();
  await expect(part(page)).toHaveText("Why");

  await page
    .getByRole("contentinfo")
    .or(page.locator("footer"))
    .getByRole("link", { name: "All lessons" })
    .click();
  const others = page.getByRole("region", { name: "Lessons by others" });
  await expect(others.getByRole("listitem")).toContainText("done");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await others.getByRole("button", { name: "Delete “Who *paid* last?”" }).click();
  await expect(others).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(others.getByRole("listitem")).toContainText("done");
});

test("broken lesson files are told with line and field, and hostile ones do nothing", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("./#/");
  const home = page.locator("main");
  const dialog = page.getByRole("dialog");
  const close = () => page.keyboard.press("Escape");

  await drop(
    home,
    "broken.lesson.md",
    SMALL_FILE.replace('"author"', '"writer"').replace('"row": 0', '"row": 7'),
  );
  await expect(dialog).toContainText("“broken.lesson.md” cannot be opened as a lesson");
  await expect(dialog.getByRole("listitem")).toHaveText(/^Line 5writer is not known here/);
  await expectAccessible(page);
  await close();
  await expect(dialog).toHaveCount(0);

  const hostile = `${SMALL_FILE.replace('"version": 1,', '"version": 1, "__proto__": { "isHostile": true },')}
<script>window.isHostile = true</script>

[Look](javascript:window.isHostile=true)

![](https://example.org/seen.png)
`;
  await drop(home, "hostile.lesson.md", hostile);
  await expect(dialog.getByRole("listitem")).toHaveText([
    /^Line 3__proto__ is no name/,
    /^Line \d+ ?HTML is not read/,
    /^Line \d+ ?a link leads into the app/,
    /^Line \d+ ?pictures are not shown/,
  ]);
  await close();

  await drop(home, "large.lesson.md", SMALL_FILE + "words ".repeat(900_000));
  await expect(dialog).toContainText("It has 5.4 MB");
  await close();

  // What is harmless in it is shown, and where a link leads is said.
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    SMALL_FILE.replace("Mia drives", "See [Feast](https://docs.feast.dev). `<b>` is text. Mia drives"),
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mia’s battery");
  const link = page.getByRole("link", { name: "Feast" });
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(page.getByText("(docs.feast.dev)")).toBeVisible();
  expect(await page.evaluate(() => [Reflect.get(window, "isHostile"), Reflect.get({}, "isHostile")])).toEqual(
    [undefined, undefined],
  );
  const origin = new URL(page.url()).origin;
  expect(
    asked.filter((url) => !url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")),
  ).toEqual([]);
});
