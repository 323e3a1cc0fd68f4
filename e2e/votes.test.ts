import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { pressApart } from "./present-press";
import { expect, test } from "./test";

test.use({ viewport: { width: 1280, height: 720 } });

/** The question of the ten minutes that is voted on twice: its third step. A 10:05 is right. */
async function open(page: Page, screen: "projector" | "speaker", press: number): Promise<void> {
  await page.goto(`./#/present?screen=${screen}&plan=ten&step=3&press=${press}`);
  // The page that says “Opening …” has a main part as well, and no keys.
  await expect(page.locator("[data-act]").first()).toBeVisible();
}

const act = (page: Page, name: string) => page.locator(`main [data-act=${name}]`).first();
const answers = (page: Page) => page.getByRole("main").getByRole("list", { name: "Answers" });
const presses = (page: Page, keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** Four numbers as an instructor types them who looks at the hands, without the mouse. */
async function typeHands(page: Page, counts: readonly number[]): Promise<void> {
  await page.keyboard.press("h");
  await expect(page.getByLabel(/^A /)).toBeFocused();
  await presses(
    page,
    counts.flatMap((count) => [...String(count), "Enter"]),
  );
}

test("hands are typed in the speaker’s window; the bars wait for the close; then advice, a second vote, the flow", async ({
  page: projector,
}) => {
  await open(projector, "projector", 3);
  const [speaker] = await Promise.all([projector.waitForEvent("popup"), projector.keyboard.press("n")]);
  await expect(speaker.getByText("in step with the projector")).toBeVisible();
  await typeHands(speaker, [20, 20, 7, 0]);
  await expect(projector.locator("footer").first()).toContainText("47 hands");
  await expect(answers(projector)).not.toContainText("20");
  await expectAccessible(speaker);

  // A remote goes on from within a field, too.
  await speaker.keyboard.press("h");
  await pressApart(speaker, "PageDown");
  await expect(act(projector, "counted")).toBeVisible();
  await expect(answers(projector).getByRole("listitem").first()).toContainText("20");
  await expect(speaker.getByText("43\u00a0% right: let neighbours talk, then vote again.")).toBeVisible();
  await expect(
    speaker.getByText(/^20 hold B\. “The nearest row wins, before or after\.” Ask: /),
  ).toBeVisible();
  await expectAccessible(speaker);

  // Both votes tell nothing of the answer before that is shown.
  await open(projector, "projector", 6);
  await typeHands(projector, [40, 5, 2, 0]);
  await expect(projector.getByLabel(/^A /)).toBeHidden();
  await pressApart(projector, "PageDown");
  const flow = projector.getByRole("figure", { name: "From the first vote to the second" });
  await expect(flow).toContainText("At least 20 moved, and the picture shows no more");
  await expect(projector.locator("main")).not.toContainText("right");
  await expect(projector.locator('main [data-mark][data-state="chosen"]')).toHaveCount(0);
  await expect(speaker.getByText("85\u00a0% right, before it 43\u00a0%: go on.")).toBeVisible();
  await pressApart(projector, "PageDown");
  await expect(flow.getByRole("list", { name: "first vote" })).toContainText("43\u00a0% right");
  await expect(flow.getByRole("list", { name: "second vote" })).toContainText("85\u00a0% right");
  await expect(flow).toContainText("At least 20 came over to A: hands do not tell who.");
  await expect(projector.locator('main [data-mark][data-state="chosen"]')).toHaveCount(1);
  const sizes = await flow
    .locator("b, span, figcaption")
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  await expectAccessible(projector);
});

test("at a glance a vote takes one key a letter and is said as it was seen; one vote becomes two by a press; notes cover no answer", async ({
  page,
}) => {
  // A step that its plan lets the class vote on once.
  await page.goto("./#/present?screen=projector&plan=ten&step=1&press=3");
  await expect(page.getByText("Vote now.")).toBeVisible();
  await page.keyboard.press("m");
  await page.keyboard.press("h");
  const notes = page.getByRole("complementary", { name: "Notes" });
  await page.getByRole("radio", { name: "hands, at a glance" }).check({ force: true });
  await expect(page.getByLabel(/^A /)).toBeFocused();
  const { y = 0, height = 0 } = (await notes.boundingBox()) ?? {};
  expect(height).toBeGreaterThan(0);
  expect(y + height).toBeLessThan((await page.getByText("Vote now.").boundingBox())?.y ?? 0);
  expect(y + height).toBeLessThan((await page.getByLabel(/^A /).boundingBox())?.y ?? 0);
  await expect(notes).not.toContainText("Right:");
  await presses(page, ["h", "h", "f", "n"]);
  await expect(page.getByLabel(/^A /)).toBeHidden();
  await pressApart(page, "PageDown");
  await expect(answers(page).getByRole("listitem").first()).toContainText("about half");
  await expect(page.locator("footer").first()).toContainText("hands, at a glance");
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 300);
  await page.getByRole("button", { name: "Let them talk, and vote again" }).click();
  await expect(page.getByText("Convince your neighbour.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Convince your neighbour.")).toBeVisible();
  await pressApart(page, "PageDown");
  await expect(page.getByText("Vote again.")).toBeVisible();
  // A second vote that nobody noted: the first stays in sight.
  await pressApart(page, "PageDown");
  await expect(act(page, "both_votes")).toBeVisible();
  await expect(answers(page).getByRole("listitem").first()).toContainText("about half");

  await page.goto("./#/present?screen=speaker&plan=ten&step=1&press=4");
  await expect(page.getByText(/right: .*\.$/).first()).toBeVisible();
  await page.getByRole("button", { name: "Clear this vote" }).click();
  await expect(page.getByText("Nobody’s answer was noted.")).toBeVisible();
  await page.getByRole("button", { name: "Bring back hands, at a glance" }).click();
  await expect(page.getByText("Nobody’s answer was noted.")).toBeHidden();
});
