import { expectAccessible } from "./accessibility";
import { PROGRAMS } from "./ladder/programs";
import { WritePath } from "./ladder/write-path";
import { expect, test } from "./test";

test("the join is written in SQL, which is loaded for it", async ({ page }) => {
  await new WritePath(page, "./").walk("sql");
});

// In Python it is written in `offline.test.ts`, where it then runs without a server.

test("the join is written in TypeScript, by keyboard alone, and kept", async ({ page }) => {
  const path = new WritePath(page, "./");
  const editor = page.getByRole("textbox", { name: "Your join in" });
  const results = page.getByRole("region", { name: "What your program does" });

  await test.step("what is written is drawn beside what is right, and a failure stands at its line", async () => {
    await path.open("typescript");
    await expect(results).toContainText("1 of 8 tests agree");
    await path.types("function join() { return missing }", "It stops at line 1.");
    await expect(editor).toContainText("missing is not defined");
    await path.writes(PROGRAMS.typescript.earliest, "Your program takes the earliest");
    await expect(results.getByRole("link")).toHaveAttribute("href", /#\/learn\?lesson=/);
    await expect(editor).not.toContainText("missing is not defined");
    await path.types("function join(at) { console.log('at', at.length); return at.map(() => 17) }", "17");
    await expect(page.getByRole("region", { name: "What your program printed" })).toContainText("at 2");
  });

  await test.step("hints come one after another, and stay", async () => {
    await page.getByRole("button", { name: "Give me a hint" }).press("Enter");
    await page.getByRole("button", { name: "Another hint, 2 of" }).press("Enter");
    await page.reload();
    await path.open("typescript");
    await expect(page.getByRole("region", { name: "Hints" }).getByRole("listitem")).toHaveCount(2);
    await expect(editor).toContainText("return at.map(() => 17)");
  });

  await test.step("Escape and Tab leave the editor, and what was started over comes back", async () => {
    await editor.focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeFocused();
    await page.getByRole("button", { name: "Start over" }).press("Enter");
    await expect(editor).toContainText("return null;");
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeFocused();
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await expect(editor).toContainText("return at.map(() => 17)");
  });

  await path.walk("typescript");
  await expect(page.getByRole("link", { name: "Use my join in the Lab" })).toHaveAttribute(
    "href",
    /lab\/train/,
  );
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  // Nothing reaches beyond the page's side; the room of a scroll bar is kept free.
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
});
