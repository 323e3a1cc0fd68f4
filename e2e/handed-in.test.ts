import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Download, Locator, Page } from "@playwright/test";
import { zipSync } from "fflate";
import ical from "node-ical";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 30, 15, 2);
const FIRST = { lesson: "look-left", question: "first", variant: 0, at: "lesson" };

/** Opens the app as a learner on the short path, who has answered what is given. */
async function openAs(page: Page, route: string, answers: readonly object[] = []): Promise<void> {
  const progress = JSON.stringify({ version: 1, pace: "short", seed: 7, lessons: {}, answers });
  await page.clock.setFixedTime(NOW_MS);
  await page.addInitScript((text) => {
    if (localStorage.getItem("microfs.learn") === null) localStorage.setItem("microfs.learn", text);
  }, progress);
  await page.goto(`./#/${route}`);
}

async function commit(page: Page, option: Locator, sure: string): Promise<void> {
  await option.check();
  await page.getByRole("radio", { name: sure }).check();
  await page.getByRole("button", { name: "Commit, and see" }).click();
}

/** The report that is right: of those before the line, the last. */
async function rightReport(page: Page): Promise<Locator> {
  const before = page.getByRole("button", { name: /^report, .* minutes? before/ });
  await expect(before.first()).toBeVisible();
  const names = await before.evaluateAll((marks) =>
    marks.map((mark) => mark.getAttribute("aria-label") ?? ""),
  );
  const [last = ""] = names.sort((a, b) => minutesOf(a) - minutesOf(b));
  const clock = /\d\d:\d\d/.exec(last)?.[0] ?? "";
  return page.getByRole("radio", { name: clock });
}

function minutesOf(name: string): number {
  return Number(/(\d+) minutes? before/.exec(name)?.[1]);
}

async function textOf(saved: Download): Promise<string> {
  return readFile(await saved.path(), "utf8");
}

const none = (page: Page) => page.getByRole("radio", { name: "none of them" });
const said = (page: Page) => page.getByRole("heading", { level: 3, name: /^You took/ });

test("what was certain and wrong comes back before the lesson is done, opens the next, and is in a calendar five days later", async ({
  page,
}) => {
  await openAs(page, "learn?lesson=look-left");
  await commit(page, none(page), "certain");
  await page.getByRole("button", { name: "Go on" }).click();

  await test.step("the lesson is not done before it was asked once more, with other data", async () => {
    await expect(page.getByText("It comes back before the lesson is done.")).toBeVisible();
    await expect(page.getByRole("link", { name: /^Next lesson/ })).toHaveCount(0);
    await expect(page.getByRole("navigation", { name: "Lessons" })).toContainText("0 of 10 done");
    await page.getByRole("link", { name: "Once more" }).click();
    await expect(page.getByText("Some of its data are others than you saw.")).toBeVisible();
    await commit(page, await rightReport(page), "fairly");
    await expect(said(page)).toContainText("and so does the join");
    await expect(page.getByText("That is the three-minute path.")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Lessons" })).toContainText("1 of 10 done");
  });

  let link = "";
  await test.step("a calendar file holds the time, and the link", async () => {
    await page.getByRole("button", { name: "Calendar file" }).click();
    await expect(page.getByRole("dialog")).toContainText("Saturday 5 December at 10:15: one question");
    await expectAccessible(page);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the calendar file" }).click();
    const [event, ...others] = Object.values(ical.sync.parseICS(await textOf(await saved))).flatMap((one) =>
      one?.type === "VEVENT" ? [one] : [],
    );
    expect(others).toEqual([]);
    expect(event?.summary).toBe("microFS: a question comes back");
    const after = Number(event?.start) - NOW_MS;
    expect(after).toBeGreaterThanOrEqual(5 * DAY_MS);
    expect(after).toBeLessThan(5 * DAY_MS + 15 * 60_000);
    link = String(event?.url);
  });

  await test.step("it opens the next lesson, with data that were not asked", async () => {
    await page.getByRole("link", { name: "Next lesson: The boundary" }).click();
    await expect(
      page.getByRole("heading", { name: "From lesson 2, Look left, take the last" }),
    ).toBeVisible();
    await commit(page, await rightReport(page), "certain");
    await page.getByRole("button", { name: "Begin: The boundary" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Predict" })).toBeFocused();
  });

  await test.step("the link says before its time that nothing has come back; five days later it asks just that", async () => {
    await page.goto(link);
    await expect(page.getByText("The next question comes back on Saturday.")).toBeVisible();
    await page.clock.setFixedTime(NOW_MS + 5 * DAY_MS);
    await page.reload();
    await expect(page.getByRole("heading", { name: "What has come back" })).toBeFocused();
    await commit(page, await rightReport(page), "certain");
    await page.getByRole("button", { name: "All lessons" }).click();
    const row = page.getByRole("listitem").filter({ hasText: "Look left, take the last" });
    await expect(row).toContainText("to review on 12 December");
    await expect(page.getByText("sure, but wrong")).toHaveCount(0);
  });
});

/** What a student has handed in who answered one question so. */
function handedIn(name: string, option: string, sure: string): string {
  const answers = [{ ...FIRST, option, isRight: false, belief: null, sure }];
  return JSON.stringify({
    format: "microfs-handed-in",
    version: 1,
    name,
    savedOn: "2026-11-30",
    answers,
    practice: [],
  });
}

test("a student hands in a file that says no more than they saw; a teacher drops the folder and sees who believed what", async ({
  page,
}, testInfo) => {
  const time = NOW_MS - DAY_MS;
  const own = { ...FIRST, option: "row:2", isRight: false, confidence: "certain", time };
  await openAs(page, "learn", [own]);

  let text = "";
  await test.step("by keyboard: a name, what the file says, and the file", async () => {
    await page.getByRole("button", { name: "Hand in" }).focus();
    await page.keyboard.press("Enter");
    const name = page.getByRole("textbox", { name: "Your name, or a code" });
    await expect(name).toBeVisible();
    await expectAccessible(page);
    await name.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Write a name or a code first.")).toBeVisible();
    await page.keyboard.type("<b>Ada</b>");
    await expect(page.getByRole("region", { name: "What the file says" })).toContainText("10:08 · 58, wrong");
    const saved = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    text = await textOf(await saved);
    expect((await saved).suggestedFilename()).toBe("microfs-answers-b-ada-b.json");
    const answer = { ...FIRST, option: "row:2", isRight: false, belief: "closest", sure: "certain" };
    expect(JSON.parse(text)).toEqual({
      format: "microfs-handed-in",
      version: 1,
      name: "<b>Ada</b>",
      savedOn: "2026-11-30",
      answers: [answer],
      practice: [],
    });
  });

  const folder = testInfo.outputPath("class");
  await mkdir(join(folder, "late"), { recursive: true });
  await writeFile(join(folder, "ada.json"), text);
  await writeFile(join(folder, "late", "bo.json"), handedIn("Bo", "row:2", "guessing"));
  await writeFile(join(folder, "late", "notes.txt"), "not an answer");
  await writeFile(join(folder, "broken.json"), "{");
  const zip = zipSync({ "cy.json": new TextEncoder().encode(handedIn("Cy", "row:1", "fairly")) });

  await page.goto("./#/present");
  await page.getByRole("link", { name: "What the class has handed in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Handed in" })).toBeVisible();
  await expectAccessible(page);

  const question = page.getByRole("listitem", { name: "Lesson 2, Look left, take the last: first" });
  const belief = question.getByRole("listitem").filter({ hasText: "The nearest row wins" });
  await test.step("a folder is dropped: what it holds is counted, what cannot be read is named", async () => {
    await dropPath(page, page.getByRole("button", { name: /^Drop a folder/ }), folder);
    await expect(page.getByRole("status")).toHaveText("2 files read, 2 not.");
    const unread = page.getByRole("list", { name: "Files that were not read" });
    await expect(unread).toContainText("class/broken.json It is no JSON.");
    await expect(unread).toContainText("class/late/notes.txt It is no .json file");
    await expect(question).toContainText("0 of 2 right, 1 sure and wrong");
  });

  await test.step("a zip is added", async () => {
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /^Drop a folder/ }).click();
    await (await chosen).setFiles({
      name: "more.zip",
      mimeType: "application/zip",
      buffer: Buffer.from(zip),
    });
    await expect(page.getByText("3 students")).toBeVisible();
    await expect(question).toContainText("1 of 3 right");
  });

  await test.step("who believed it is told at a press, by number until names are shown; a name is text", async () => {
    await belief.getByText("Who").focus();
    await page.keyboard.press("Enter");
    await expect(belief.getByRole("list")).toHaveText("certain: student 1guessing: student 2");
    await page.getByRole("checkbox", { name: "Hide the names" }).focus();
    await page.keyboard.press("Space");
    await expect(belief.getByRole("list")).toHaveText("certain: <b>Ada</b>guessing: Bo");
    await question.getByText("As a table").click();
    await expect(question.getByRole("row", { name: /Bo/ })).toContainText("10:08 · 58");
    await expectAccessible(page);
  });

  await test.step("a name that two have is told only where names are shown", async () => {
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /^Drop a folder/ }).click();
    const buffer = Buffer.from(handedIn("Bo", "row:1", "certain"));
    await (await chosen).setFiles({ name: "bo-too.json", mimeType: "application/json", buffer });
    const told = page.getByText("2 students are called “Bo”");
    await expect(told).toBeVisible();
    await page.getByRole("checkbox", { name: "Hide the names" }).check();
    await expect(page.getByText("Some files have the same name in them")).toBeVisible();
    await expect(told).toHaveCount(0);
    await page.getByRole("checkbox", { name: "Hide the names" }).uncheck();
  });

  await test.step("it is saved for a spreadsheet, and stands on a phone", async () => {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as CSV" }).click();
    const lines = (await textOf(await saved)).split("\r\n");
    expect(lines.find((line) => line.startsWith("<b>Ada</b>"))).toContain(
      ',10:08 · 58,no,closest,"The nearest row wins, before or after.",certain,as answered first',
    );
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(belief).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  await test.step("the question is presented; what was read is there until the page is loaded anew", async () => {
    await question.getByRole("link", { name: "Present this question" }).click();
    await expect(page).toHaveURL(/screen=projector/);
    await page.goBack();
    await expect(page.getByText("4 students")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: /^Drop a folder/ })).toBeVisible();
    await expect(page.getByText("4 students")).toHaveCount(0);
  });
});

/** Drops a file or a folder of this machine, as a hand would: no other way makes a folder of it. */
async function dropPath(page: Page, at: Locator, path: string): Promise<void> {
  const box = await at.boundingBox();
  if (box === null) throw new Error("the place to drop on must be on the screen");
  const session = await page.context().newCDPSession(page);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...place, data });
}
