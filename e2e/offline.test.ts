import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { elsewhere, escapingInPython } from "./ladder/escape";
import { PROGRAMS } from "./ladder/programs";
import { WritePath } from "./ladder/write-path";
import { MainPath } from "./main-path/main-path";
import { pageDriver } from "./main-path/page-driver";
import { plainServer } from "./plain-server";
import { test as base, expect } from "./test";

/** A server that a test may stop, or give another version to. */
const test = base.extend<{ server: Awaited<ReturnType<typeof plainServer>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
  server: async ({}, use) => {
    const server = await plainServer();
    await use(server);
    await server.stop();
  },
});
test.use({ serviceWorkers: "allow" });

/** Everything that can be opened by its URL, and what heads it. */
const PLACES: readonly [route: string, headline: RegExp][] = [
  ["", /seen the future/],
  ["index.html", /seen the future/],
  ["?from=a-mail", /seen the future/],
  ["#/gallery", /./],
  ["#/lab/data", /training table that never sees the future/],
  ["#/lab/data?sample=churn", /./],
  ["#/lab/view?sample=churn", /^For each of .* rows/],
  ["#/lab/train?sample=churn&row=858&phase=write_cell&open=found", /^User 10354/],
  ["#/lab/serve?sample=demo", /online store/],
  ["#/lab/code?sample=demo", /./],
];

/** The first visit: until the page says that it works offline. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByText("works offline")).toBeVisible();
}

test("after a first visit every file is kept, and every page, every stage and the whole main path open without a server", async ({
  page,
  context,
  server,
}) => {
  const wrong: string[] = [];
  await visit(page, server.address);
  await test.step("every file of the build is kept, whether a page has asked for it or not", () =>
    everyFileIsKept(page, server.address));
  await server.stop();
  await expect(fetch(server.address)).rejects.toThrow();
  const place = await context.newPage();
  place.on("pageerror", (error) => wrong.push(`${place.url()}: ${error.message}`));
  place.on("requestfailed", (request) => {
    // A newer version is asked after, and that nobody answers is no news.
    if (!request.url().endsWith("/sw.js"))
      wrong.push(`${place.url()}: ${request.url()} ${request.failure()?.errorText}`);
  });
  for (const [route, headline] of PLACES) {
    await test.step(route || "Home", async () => {
      // From elsewhere: within the app another route loads nothing.
      await place.goto("about:blank");
      await place.goto(server.address + route);
      await expect(place.getByRole("heading", { level: 1 })).toHaveText(headline);
      await place.reload();
      await expect(place.getByRole("heading", { level: 1 })).toHaveText(headline);
    });
  }
  await place.close();
  expect(wrong).toEqual([]);
  await new MainPath(pageDriver(page), server.address).walk();
});

async function everyFileIsKept(page: Page, address: string): Promise<void> {
  const kept = await page.evaluate(async (address) => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.replace(address, "").replace(/\?.*/, ""));
  }, address);
  const built = readdirSync("dist", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replace(/^dist\//, ""));
  // The app as one file would double what is kept: it is fetched where it is wanted. So is what a language runs on.
  const isKept = (path: string) => !["sw.js", "microfs.html"].includes(path) && !path.startsWith("runtimes/");
  expect(kept.sort()).toEqual(built.filter(isKept).sort());
}

test("the join is written in Python, which is loaded for it, lets nothing out, and runs without a server from then on", async ({
  page,
  server,
}) => {
  await visit(page, server.address);
  const path = new WritePath(page, server.address);
  await path.walk("python");
  await test.step("nor does what JavaScript has, which it can name, let anything out", async () => {
    const other = await elsewhere();
    for (const [program, refusal] of escapingInPython(other.address)) await path.writes(program, refusal);
    expect(other.asked).toEqual([]);
    other.stop();
  });
  await test.step("without a server it runs, and a language that was not used says what helps", async () => {
    await server.stop();
    await page.reload();
    await path.open("python");
    await path.writes(PROGRAMS.python.right, "All tests agree.");
    await path.open("sql");
    await path.writes(PROGRAMS.sql.right, "SQL could not be loaded (36 MB). Try again with a network");
  });
});

test("it can be installed: its manifest names a start, a scope and icons that are there", {
  tag: "@window",
}, async ({ page, server }) => {
  await visit(page, server.address);
  const browser = await page.context().newCDPSession(page);
  const { errors } = await browser.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // A window in private, as every test's is, cannot install anything; nothing else may be the matter.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
});

test("without service workers it works as before, and does not say that it works offline", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(server.address, { waitUntil: "networkidle" });
  await expect(page.getByText("nothing leaves this browser")).toBeVisible();
  await expect(page.getByText("works offline")).toHaveCount(0);
  await page.getByRole("link", { name: "Open the lab" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Build a training table");
  expect(wrong).toEqual([]);
  await context.close();
});

for (const part of ["lab-page", "store-worker", "worker-handle"]) {
  test(`a part that cannot be had is said, with a way out that deletes nothing: ${part}`, async ({
    browser,
    server,
  }) => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.route(new RegExp(`/assets/${part}-[^/]*\\.js$`), (route) => route.abort());
    await page.goto(`${server.address}#/lab/data`);
    await expect(page.getByRole("alert")).toContainText("could not be loaded");
    await expect(page.getByRole("alert")).toContainText("stored is untouched");
    await expect(page.getByRole("button", { name: /Start over/ })).toHaveCount(0);
    await page.unrouteAll();
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Build a training table");
    await context.close();
  });
}
