import { copyFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import type { Plan } from "../src/present/plan";
import { pack } from "../src/scenario/pack";
import { expectAccessible } from "./accessibility";
import { ALL_REFUSED, escapingProgram } from "./ladder/escape";
import { PROGRAMS } from "./ladder/programs";
import { WritePath } from "./ladder/write-path";
import { pressApart } from "./present-press";
import { test as base, expect } from "./test";

/** The file as somebody has it: copied into a folder of theirs, opened without a server. */
const test = base.extend<{ folder: string; file: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "a stick "));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  file: async ({ folder }, use) => {
    const file = join(folder, "microfs.html");
    await copyFile("dist/microfs.html", file);
    await use(pathToFileURL(file).href);
  },
});

/** Everything that goes wrong on the pages of a context, and every request but those for files that are opened. */
function watch(context: BrowserContext): string[] {
  const wrong: string[] = [];
  context.on("request", (request) => {
    const isOpened = request.isNavigationRequest() && request.url().startsWith("file:");
    if (!isOpened && !/^(data|blob):/.test(request.url())) wrong.push(`asked for ${request.url()}`);
  });
  context.on("weberror", (error) => wrong.push(error.error().message));
  // What the file's policy refuses is said there too.
  context.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  return wrong;
}

const headline = (page: Page) => page.getByRole("heading", { level: 1 });

/** Saves the app by the dialog that is open; gives the path of what was saved, in a folder. */
async function saveFile(page: Page, folder: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name: "Save the file" }).click(),
  ]);
  const path = join(folder, `saved ${download.suggestedFilename()}`);
  await download.saveAs(path);
  return path;
}

test("one file under 5 MB, opened from a folder: a lesson is answered, a CSV is pasted and joined, a picture is saved, a reload keeps all of it; nothing is ever asked for", async ({
  context,
  page,
  file,
}) => {
  const wrong = watch(context);
  expect((await stat("dist/microfs.html")).size).toBeLessThan(5_000_000);

  await page.goto(file);
  await expect(headline(page)).toHaveText(/seen the future/);
  await expect(page.getByText("works offline")).toHaveCount(0);
  const faces = ["16px 'Source Serif 4 Variable'", "16px 'IBM Plex Sans'", "16px 'IBM Plex Mono'"];
  await page.evaluate((names) => Promise.all(names.map((name) => document.fonts.load(name))), faces);
  expect(await page.evaluate((names) => names.map((name) => document.fonts.check(name)), faces)).toEqual([
    true,
    true,
    true,
  ]);

  await page.getByRole("link", { name: "Learn →" }).click();
  await page.getByRole("link", { name: "Look left, take the last" }).click();
  await page.getByRole("radio", { name: /^10:01/ }).check();
  await page.getByRole("radio", { name: "certain" }).check();
  await page.getByRole("button", { name: "Commit, and see" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Step by step");
  await page.getByRole("button", { name: "Show me the step" }).click();
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(/^You took .+ The join takes .+$/);

  await page.goto(`${file}#/lab/data`);
  await paste(page, "visits", [
    "user_id,visited_at,pages",
    "1,2025-11-01T12:00:00Z,10",
    "2,2025-11-04T12:00:00Z,15",
  ]);
  await paste(page, "payments", [
    "user_id,paid_at,amount",
    "2,2025-11-03T12:00:00Z,50.25",
    "2,2025-11-05T09:00:00Z,75.75",
  ]);
  await page.goto(`${file}#/lab/view`);
  await page.getByRole("button", { name: "visits", exact: true }).click();
  await page.getByRole("button", { name: "Watch it being made" }).click();
  await page.reload();
  await expect(page.getByRole("gridcell", { name: "50.25" })).toBeVisible();
  await page.getByRole("button", { name: "Teach with this" }).click();
  await page.getByRole("menuitem", { name: "Save as slides" }).click();
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save SVG" }).click(),
  ]);
  expect(await readFile(await picture.path(), "utf8")).toContain("@font-face");
  expect(wrong).toEqual([]);
});

test("in the one file a join is written in TypeScript, and Python says where it is to be had", async ({
  page,
  file,
}) => {
  const path = new WritePath(page, file);
  await path.open("typescript");
  await path.writes(PROGRAMS.typescript.right, "All tests agree.");
  await path.writes(escapingProgram(file, "http://elsewhere.test"), ALL_REFUSED);
  await path.open("python");
  await path.writes(PROGRAMS.python.right, "Python is not in this file");
});

/** Pastes rows into the Data stage, and stores them in a group. */
async function paste(page: Page, group: string, lines: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "paste text" }).click();
  await page
    .getByRole("dialog")
    .getByRole("textbox")
    .fill(`${lines.join("\n")}\n`);
  await page.getByRole("button", { name: "Look at these rows" }).click();
  await page.getByRole("textbox", { name: "Group name" }).fill(group);
  await page.getByRole("button", { name: `Store ${lines.length - 1} rows` }).click();
  await expect(headline(page)).toHaveText(`2 rows of pasted text.csv are stored in ${group}.`);
}

/** A plan whose name ends a script, and begins a comment in which the next one would not. */
const PLAN: Plan = {
  version: 1,
  name: "mine",
  title: "Mine </script><!--<script>",
  steps: [{ kind: "words", minutes: 1, text: "Look left." }],
};

test("in the one file a class is presented and votes by typed numbers, a worksheet is laid out, and a code says that no phone reaches a file", async ({
  context,
  page,
  file,
}) => {
  const wrong = watch(context);
  // The question of the ten minutes that is voted on twice; a vote is open.
  await page.goto(`${file}#/present?screen=projector&plan=ten&step=3&press=3`);
  await expect(headline(page)).toBeVisible();
  await page.keyboard.press("h");
  await expect(page.getByLabel(/^A /)).toBeFocused();
  for (const key of ["2", "0", "Enter", "7", "Enter", "3", "Enter", "0", "Enter"])
    await page.keyboard.press(key);
  await pressApart(page, "PageDown");
  await expect(page.getByRole("list", { name: "Answers" }).getByRole("listitem").first()).toContainText("20");
  await pressApart(page, "q");
  const screen = page.getByRole("dialog", { name: "QR code" });
  await expect(screen).toContainText("No phone can open this link: the app was opened from a file");
  await expect(screen.getByRole("link")).toHaveText(/#\/learn\?lesson=look-left/);
  await pressApart(page, "q");
  await expect(screen).toHaveCount(0);

  await page.goto(`${file}#/worksheet?case=side-by-side`);
  for (const name of ["Worksheet", "Key"])
    await expect(page.getByRole("article", { name }).locator("img")).toBeVisible();
  expect(wrong).toEqual([]);
});

test("the served app says where the file is not to be had, and gives it with a plan inside; the file opens at it, and gives itself again, byte for byte", async ({
  context,
  page,
  folder,
}) => {
  await page.goto(`./#/present?screen=plan&plan=${pack(PLAN)}`);
  await expect(headline(page)).toHaveText(PLAN.title);
  await page.getByRole("button", { name: "Take this app with you" }).click();
  const dialog = page.getByRole("dialog");
  await page.route("**/microfs.html", (route) => route.abort());
  await dialog.getByRole("button", { name: "Save the file" }).click();
  await expect(dialog.getByRole("status")).toContainText("Try again with a network");
  await context.setOffline(true);
  await expect(dialog.getByRole("status")).toContainText("You are offline");
  await expect(dialog.getByRole("button", { name: "Save the file" })).toHaveCount(0);
  await context.setOffline(false);
  await page.unroute("**/microfs.html");
  await expectAccessible(page);
  const served = await saveFile(page, folder);
  await expect(page.getByRole("status").filter({ hasText: "microfs-mine.html is saved" })).toBeVisible();

  const wrong = watch(context);
  await page.goto(pathToFileURL(served).href);
  await expect(headline(page)).toHaveText(PLAN.title);
  expect(page.url()).toContain("#/present?");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("button", { name: "Take this app with you" }).click();
  const again = await saveFile(page, folder);
  expect(await readFile(again, "utf8")).toBe(await readFile(served, "utf8"));

  // Alone it opens where the app opens, and is what the build has made.
  await page.getByRole("dialog").getByRole("checkbox").uncheck();
  await page.goto(pathToFileURL(await saveFile(page, folder)).href);
  await expect(headline(page)).toHaveText(/seen the future/);
  expect(wrong).toEqual([]);
});

/** The link in a code that is on the screen, as a camera would read it: found and read in a page that knows the picture alone. */
async function codeOnScreen(page: Page): Promise<string | undefined> {
  const png = (await page.screenshot()).toString("base64");
  const reader = await page.context().newPage();
  await reader.addScriptTag({ path: "node_modules/jsqr/dist/jsQR.js" });
  const link = await reader.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(picture, 0, 0);
    const pixels = context?.getImageData(0, 0, width, height).data;
    const { jsQR } = window as unknown as { jsQR: typeof import("jsqr").default };
    return pixels && jsQR(pixels, width, height)?.data;
  }, png);
  await reader.close();
  return link;
}

test("a code on the screen leads a phone to the very step, in the phone's own size, and says where no phone reaches it", async ({
  page,
  browser,
}) => {
  await page.goto("./#/cases?case=side-by-side&row=0&join=1&phase=keep_latest&size=large&theme=dark");
  await page.getByRole("button", { name: "Teach with this" }).click();
  await page.getByRole("menuitem", { name: "QR code" }).click();
  const screen = page.getByRole("dialog", { name: "QR code" });
  await expect(screen).toContainText("No phone can open this link");
  await expectAccessible(page);
  const link = (await codeOnScreen(page)) ?? "";
  expect(link).toBe(await screen.getByRole("link").textContent());

  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await phone.goto(link);
  await expect(phone.getByRole("article")).toHaveAttribute("data-case", "side-by-side");
  await expect(phone.locator("html")).toHaveAttribute("data-size", "regular");
  expect(new URL(phone.url()).hash).toContain("row=0&join=1&phase=keep_latest");
  await phone.close();

  // Where the app is published is asked once.
  await screen.getByRole("textbox", { name: "Published address" }).fill("example.org/microfs/");
  await screen.getByRole("button", { name: "Lead there" }).click();
  expect(await codeOnScreen(page)).toBe(`https://example.org/microfs/${new URL(link).hash}`);
  await pressApart(page, "PageDown");
  await expect(screen).toHaveCount(0);
});
