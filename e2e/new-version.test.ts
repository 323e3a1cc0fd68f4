import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build, loadConfigFromFile, type Plugin, type PluginOption } from "vite";
import { expectAccessible } from "./accessibility";
import { plainServer } from "./plain-server";
import { expect, test } from "./test";

// One worker, and so one build of the next version, for all of the file.
test.describe.configure({ mode: "default" });
test.use({ serviceWorkers: "allow" });

const HEADLINES = { first: /seen the future\.$/, second: /seen the future, again\.$/ };

/** The next version of the app: one sentence on Home and one in the Lab are others, so that both have other chunks. */
const nextVersion: Plugin = {
  name: "next-version",
  transform: (code, id) =>
    /home-page\.tsx$|data-stage\.tsx$/.test(id)
      ? code
          .replace("has seen the future.", "has seen the future, again.")
          .replace("never sees the future.", "never sees it.")
      : null,
};

const nameOf = (plugin: PluginOption) =>
  typeof plugin === "object" && plugin !== null && "name" in plugin ? plugin.name : null;

let second = "";

test.beforeAll(async () => {
  second = mkdtempSync(join(tmpdir(), "microfs-second-build-"));
  const own = await loadConfigFromFile({ command: "build", mode: "production" });
  // The app as one file is not what is looked at here, and takes half of a build.
  const served = own?.config.plugins?.flat().filter((plugin) => nameOf(plugin) !== "and-one-file");
  await build({
    ...own?.config,
    configFile: false,
    plugins: [served, nextVersion],
    logLevel: "error",
    build: { ...own?.config.build, outDir: second, emptyOutDir: true },
  });
});

test.afterAll(() => rmSync(second, { recursive: true }));

const headline = (page: Page) => page.getByRole("heading", { level: 1 });
const offer = (page: Page) => page.getByRole("complementary", { name: "New version" });

/** The scripts that a page has run, by their names. */
const scriptsOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .flatMap(({ name }) => /assets\/([^/]+\.js)$/.exec(name)?.[1] ?? []),
  );

/** Keeps runtimes by their names, as the service worker does; returns the names of all that are kept. */
const keepRuntimes = (page: Page, more: readonly string[]) =>
  page.evaluate(async (names) => {
    const { scope } = await navigator.serviceWorker.ready;
    const cache = await caches.open(`runtimes-${scope}`);
    for (const name of names) await cache.put(`${scope}runtimes/${name}`, new Response(name));
    return (await cache.keys()).map(({ url }) => url.replace(/^.*\//, ""));
  }, more);

/** What one build has and the other has not. */
function onlyIn(folder: string, other: string): string[] {
  const others = new Set(readdirSync(join(other, "assets")));
  return readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js") && !others.has(name));
}

test("a new version is offered and never forced, and no page runs scripts of two", async ({ context }) => {
  const server = await plainServer("dist");
  const open = async () => {
    const page = await context.newPage();
    await page.goto(server.address);
    await expect(page.getByText("works offline")).toBeVisible();
    return page;
  };
  const reader = await open();
  const speaker = await open();
  const late = await open();
  const [sameRuntime = ""] = readdirSync("dist/runtimes");
  await keepRuntimes(reader, [sameRuntime, "of-another-version.wasm"]);
  server.serve(second);

  await test.step("a reload stays with the version that the reader has, and offers the other", async () => {
    await reader.reload();
    await expect(offer(reader)).toContainText("A new version is there.");
    await expect(headline(reader)).toHaveText(HEADLINES.first);
    await expectAccessible(reader);
    await offer(reader).getByRole("button", { name: "Not now" }).click();
    await expect(offer(reader)).toHaveCount(0);
    await reader.reload();
    await expect(headline(reader)).toHaveText(HEADLINES.first);
    await expect(offer(reader)).toBeVisible();
  });

  await test.step("a page that stood open loads its parts from the version that it is of", async () => {
    await expect(offer(speaker)).toBeVisible();
    await speaker.getByRole("link", { name: "Open the lab" }).click();
    await expect(headline(speaker)).toContainText("never sees the future.");
    await speaker.goBack();
  });

  await test.step("the reader takes it; the others are told, and go on as they are", async () => {
    await offer(reader).getByRole("button", { name: "Reload to use it" }).click();
    await expect(headline(reader)).toHaveText(HEADLINES.second);
    await expect(offer(reader)).toHaveCount(0);
    // What a language ran on goes with its version, unless the next has it too.
    await expect.poll(() => keepRuntimes(reader, [])).toEqual([sameRuntime]);
    for (const page of [speaker, late]) {
      await expect(offer(page)).toContainText("Another tab uses a new version now.");
      await expect(headline(page)).toHaveText(HEADLINES.first);
    }
  });

  await test.step("a part that is gone with the old version says so, with a way out", async () => {
    await late.getByRole("link", { name: "Open the lab" }).click();
    await expect(late.getByRole("alert")).toContainText("a newer version has taken its place");
  });

  const [newScripts, oldScripts] = [onlyIn(second, "dist"), onlyIn("dist", second)];
  for (const page of [speaker, late]) {
    const run = await scriptsOf(page);
    expect(run.filter((name) => newScripts.includes(name))).toEqual([]);
    expect(run.filter((name) => oldScripts.includes(name))).not.toEqual([]);
  }
  const run = await scriptsOf(reader);
  expect(run.filter((name) => oldScripts.includes(name))).toEqual([]);
  expect(run.filter((name) => newScripts.includes(name))).not.toEqual([]);

  await test.step("the way out leads to the new version", async () => {
    await late.getByRole("alert").getByRole("button", { name: "Reload" }).click();
    await expect(headline(late)).toHaveText(/never sees it\.$/);
    await offer(speaker).getByRole("button", { name: "Reload to use it here" }).click();
    await expect(headline(speaker)).toHaveText(HEADLINES.second);
  });
  await server.stop();
});

test("a new version is taken at once, also while another page loads its parts", async ({ context }) => {
  const server = await plainServer("dist");
  const reader = await context.newPage();
  const other = await context.newPage();
  for (const page of [reader, other]) {
    await page.goto(server.address);
    await expect(page.getByText("works offline")).toBeVisible();
  }
  server.serve(second);
  await reader.reload();
  await expect(offer(reader)).toBeVisible();
  // A part after the other, until the new version has taken the place of the one that has them.
  const loading = other.evaluate(async () => {
    const part = document.querySelector<HTMLScriptElement>("script[type=module]")?.src ?? "";
    let answered = 0;
    const { controller } = navigator.serviceWorker;
    while (navigator.serviceWorker.controller === controller) if ((await fetch(part)).ok) answered += 1;
    return answered;
  });
  await offer(reader).getByRole("button", { name: "Reload to use it" }).click();
  await expect(headline(reader)).toHaveText(HEADLINES.second);
  expect(await loading).toBeGreaterThan(0);
  await server.stop();
});

test("where something else is served now, it is shown from the next visit on", async ({ page }) => {
  const other = mkdtempSync(join(tmpdir(), "microfs-other-page-"));
  writeFileSync(join(other, "index.html"), "<h1>Something else</h1>");
  const server = await plainServer("dist");
  await page.goto(server.address);
  await expect(page.getByText("works offline")).toBeVisible();
  server.serve(other);
  await page.reload();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
  await page.reload();
  await expect(headline(page)).toHaveText("Something else");
  await server.stop();
  rmSync(other, { recursive: true });
});
