import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { middleOf } from "./middle-of";
import { expect, test } from "./test";

const headline = (page: Page) =>
  page.getByRole("region", { name: "What your program does" }).getByRole("heading", { level: 2 });
const program = (page: Page) => page.getByRole("list", { name: "Your program" });
const choice = (page: Page, text: string) =>
  page.getByRole("region", { name: "Lines to choose from" }).getByRole("button", { name: text });
const agreeing = (page: Page, count: number) => page.getByText(`${count} of 7 tests agree`);
const yours = (page: Page) => page.getByRole("button", { name: /yours$/ });

/** Presses Tab until a line has the focus. */
async function tabTo(page: Page, line: Locator): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (await line.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}

test("SQL by keyboard alone: a belief is named and drawn, every move can be taken back, and the join opens the next rung", async ({
  page,
}) => {
  await page.goto("./#/learn");
  await page.getByRole("link", { name: "Write the join yourself" }).click();
  await expect(headline(page)).toHaveText("Your program is not whole yet.");
  await expectAccessible(page);

  await tabTo(page, choice(page, "SELECT e.row, e.ts"));
  await page.keyboard.press("Enter");
  // Past the other line of its group; then every line that stands alone, and the date's.
  for (const keys of [
    ["ArrowDown", "ArrowDown", "Enter"],
    ["ArrowDown", "Enter"],
  ])
    for (const key of keys) await page.keyboard.press(key);
  await expect(program(page).getByRole("button")).toHaveText([
    "SELECT e.row, e.ts",
    "AND e.user_id = p.user_id",
    "AND date(e.ts) = date(p.at)",
  ]);
  // Another of the group takes its place.
  for (const key of [
    "ArrowDown",
    "ArrowDown",
    "Enter",
    "ArrowDown",
    "Enter",
    "ArrowDown",
    "ArrowDown",
    "Enter",
  ])
    await page.keyboard.press(key);
  await expect(headline(page)).toHaveText("Your program takes the earliest, not the latest.");
  await expect(agreeing(page, 4)).toBeVisible();
  await expect(program(page).getByRole("button", { name: /^ORDER BY/ })).toHaveText(/earliest counts$/);
  await expect(yours(page)).toHaveAccessibleName(/^payment, a, .* 7 days before, yours$/);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(headline(page)).toHaveText("Your program takes a payment of any age.");
  await page.keyboard.press("Control+z");
  await expect(headline(page)).toHaveText("Your program takes the earliest, not the latest.");
  await page.keyboard.press("Control+Shift+z");

  // Its steps, and another test.
  await page.getByRole("button", { name: "Step through it" }).press("Enter");
  await page.getByRole("button", { name: "the expired" }).press("Enter");
  await expect(page.getByText(/older than 4 days/)).toBeVisible();
  await page.getByRole("button", { name: /the same moment/ }).press("Enter");
  await expect(page.getByText(/^Test 3: asked on day 2/)).toBeVisible();

  await choice(page, "AND e.ts >= p.at").press("Enter");
  await expect(headline(page)).toHaveText("Your program is the join.");
  await expect(agreeing(page, 7)).toBeVisible();
  // A line moves among those of its place, and the focus goes with it.
  const line = program(page).getByRole("button", { name: "AND e.ts <= p.at" });
  await line.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(program(page).getByRole("button").nth(1)).toHaveText("AND e.ts <= p.at");
  await expect(line).toBeFocused();
  await expect(headline(page)).toHaveText("Your program is the join.");
  await expectAccessible(page);

  await page.reload();
  await expect(agreeing(page, 7)).toBeVisible();
  await expect(page.getByRole("link", { name: /^1 Order the lines.*solved$/ })).toBeVisible();
  await page.getByRole("link", { name: "To the next rung" }).press("Enter");
  await expect(page.getByText("5 blanks are open.")).toBeVisible();
});

/** Takes a line by the mouse and lets it go at a place. */
async function drag(page: Page, line: Locator, [x, y]: readonly [number, number]): Promise<void> {
  await page.mouse.move(...(await middleOf(line)));
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.up();
}

test("Python by dragging: somebody else's row is drawn in its own lane, and a line is dragged out", async ({
  page,
}) => {
  await page.goto("./#/ladder?language=python");
  const over = async (text: string) => middleOf(program(page).getByText(text, { exact: true }));
  for (const text of [
    "rows.append(found[-1] if found else None)",
    "found.sort(key=lambda e: e.ts)",
    "if e.created <= p.at",
    "if e.ts <= p.at",
    "if e.ts >= p.at - ttl",
  ])
    await drag(page, choice(page, text).first(), await over("found = [e for e in payments"));
  await expect(headline(page)).toHaveText("Your program takes anybody’s payments.");
  await expect(page.getByRole("group", { name: /^other payments: / })).toBeVisible();
  await expect(yours(page)).toHaveAccessibleName(/^other payment, B, .*yours$/);
  await drag(page, choice(page, "if e.user_id == p.user_id"), await over("if e.created <= p.at"));
  await expect(headline(page)).toHaveText("Your program is the join.");
  // Let go anywhere else, a line is put back; Escape leaves it.
  const known = program(page).getByRole("button", { name: "if e.created <= p.at" });
  await page.mouse.move(...(await middleOf(known)));
  await page.mouse.down();
  await page.mouse.move(700, 850, { steps: 5 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(headline(page)).toHaveText("Your program is the join.");
  await drag(page, known, [700, 850]);
  await expect(headline(page)).toHaveText("Your program takes what nobody knew yet.");
  await expect(yours(page)).toHaveCount(1);
});

test("TypeScript's blanks, before they are open, say what cannot stand in them", async ({ page }) => {
  await page.goto("./#/ladder?language=typescript&rung=fill");
  await page.getByRole("button", { name: "Go on without it" }).click();
  const blank = (name: RegExp) => page.getByLabel(name);
  await blank(/what the user must equal/).selectOption("p.user");
  await blank(/event time compares with the prediction/).fill("=");
  await expect(page.getByText("TypeScript compares with ===; = assigns.")).toBeVisible();
  await blank(/event time compares with the prediction/).fill("<");
  await blank(/the time that must have come/).selectOption("e.created");
  await blank(/oldest that is fresh/).fill(">=");
  await blank(/in which order/).selectOption("a.ts - b.ts");
  await expect(headline(page)).toHaveText("Your program leaves out the same moment.");
  await expectAccessible(page);
  await blank(/event time compares with the prediction/).fill(" <= ");
  await expect(agreeing(page, 7)).toBeVisible();
  await page.reload();
  await expect(agreeing(page, 7)).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("lines are tapped in and out, and what the program does is said at the foot of the screen", async ({
    page,
  }) => {
    await page.goto("./#/ladder");
    for (const text of [
      "SELECT e.row, e.ts",
      "AND e.user_id",
      "AND e.ts <= p.at",
      "AND e.created",
      "ORDER BY ts DESC",
    ])
      await choice(page, text).tap();
    const foot = page.getByRole("button", { name: /^Your program / });
    await expect(foot).toHaveText(/^Your program takes a payment of any age\./);
    await expect(foot).toBeInViewport();
    await choice(page, "AND e.ts >=").tap();
    await expect(foot).toHaveText(/^Your program is the join\./);
    await program(page).getByRole("button", { name: "AND e.user_id" }).tap();
    await expect(foot).toHaveText(/anybody’s payments/);
    await foot.tap();
    await expect(headline(page)).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  });
});
