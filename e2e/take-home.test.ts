import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { VERDICT_TERMS } from "../src/terms/verdicts";
import { expectAccessible } from "./accessibility";
import { openDemoStore } from "./demo-store";
import { plainServer } from "./plain-server";
import { expect, test } from "./test";

/** The words of each page of what the browser prints, and how large the pages are, points. */
async function printed(page: Page) {
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const pdf = await getDocument({ data, useSystemFonts: true }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, i) => {
    const one = await pdf.getPage(i + 1);
    const { items } = await one.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
    const { width, height } = one.getViewport({ scale: 1 });
    return { text, size: [Math.round(width), Math.round(height)] };
  });
  return Promise.all(pages);
}

const VERDICT_WORDS = Object.values(VERDICT_TERMS).map(({ word }) => new RegExp(`\\b${word}\\b`));

test("a worksheet is one page without an answer, and its key is another, on both papers", async ({
  page,
}) => {
  for (const [paper, size] of [
    ["a4", [595, 842]],
    ["letter", [612, 792]],
  ] as const) {
    for (const of of ["lesson=known-then", "case=joins", "case=train"]) {
      await page.goto(`#/worksheet?${of}&paper=${paper}`);
      await expect(page.getByRole("article", { name: "Key" })).toBeVisible();
      const [sheet, key, ...more] = await printed(page);
      expect(more).toEqual([]);
      expect([sheet?.size, key?.size]).toEqual([size, size]);
      for (const word of VERDICT_WORDS) expect(sheet?.text).not.toMatch(word);
      expect(sheet?.text).toContain("as of 5");
      expect(sheet?.text).not.toContain("Print");
      for (const word of ["chosen", "not yet known"]) expect(key?.text).toContain(word);
      expect(key?.text).toMatch(/goes into the row|gets/);
    }
  }
  await page.getByRole("checkbox", { name: "with the key" }).uncheck();
  expect((await printed(page)).length).toBe(1);
  await expectAccessible(page);

  await page.goto("#/worksheet?case=dense-rows");
  await expect(page.getByText("too many to be told apart on paper")).toBeVisible();
});

test("of one's own data the rows of one entity travel, and no others", async ({ page }) => {
  await openDemoStore(page);
  await page.goto("#/lab/train");
  await expect(page.getByRole("button", { name: "Share" })).toBeVisible();
  await page.getByRole("button", { name: "Teach with this" }).click();
  await page.getByRole("menuitem", { name: "Worksheet" }).click();
  const sheet = page.getByRole("article", { name: "Worksheet" });
  await expect(sheet.getByRole("cell", { name: "1 Nov 12:00" })).toBeVisible();
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByText("2 groups · 6 rows")).toBeVisible();

  await page.getByRole("button", { name: "Share" }).click();
  await page.getByText("Embed this timeline in a page of your own").click();
  // Two activities and one payment of user 1.
  await expect(page.getByText("It carries 3 rows of your data")).toBeVisible();
  const html = await page.getByLabel("HTML to paste").inputValue();
  expect(html).toMatch(/^<iframe src="[^"]+"/);
  expect(html).not.toContain("sandbox");
  const src = await page.evaluate(
    (written) => new DOMParser().parseFromString(written, "text/html").querySelector("iframe")?.src ?? "",
    html,
  );
  const other = await page.context().newPage();
  await other.goto(src);
  await expect(other.getByText("1 payment of user 1").first()).toBeVisible();
});

test("a timeline in a frame of another origin is live, keeps nothing and needs no storage", async ({
  page,
}) => {
  const app = await plainServer();
  const src = `${app.address}#/cases?case=train&embed`;
  const frames = {
    "/": `<iframe title="a" src="${src}" width="720" height="480"></iframe>`,
    "/sandboxed": `<iframe title="a" src="${src}" width="320" height="280" sandbox="allow-scripts"></iframe>`,
  };
  const host = createServer(({ url }, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>host</title>${frames[url === "/sandboxed" ? url : "/"]}`);
  }).listen(0, "localhost");
  await once(host, "listening");
  const address = `http://localhost:${(host.address() as AddressInfo).port}`;
  try {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
        Object.defineProperty(window, name, { configurable: true, get: refuse });
      Object.defineProperty(Navigator.prototype, "serviceWorker", { configurable: true, get: refuse });
    });
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await page.goto(address);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText("goes into the row").first()).toBeVisible();
    await expect(frame.getByRole("navigation")).toHaveCount(0);
    await frame.getByRole("button", { name: "Previous step" }).click();
    await expect(frame.locator("[aria-live]").first()).not.toContainText("goes into the row");
    await expect(frame.getByRole("link", { name: "Open in microFS" })).toHaveAttribute(
      "href",
      /phase=keep_latest/,
    );
    expect(workers).toEqual([]);

    await page.goto(`${address}/sandboxed`);
    await expect(page.frameLocator("iframe").getByText("microFS is starting")).toBeVisible();
  } finally {
    host.close();
    await app.stop();
  }
  await page.setViewportSize({ width: 720, height: 480 });
  await page.goto("#/cases?case=train&embed=yes");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await expectAccessible(page);
});

test("all steps of a row are saved as numbered slides in both themes, and as one page", async ({ page }) => {
  await page.goto("#/cases?case=superseded");
  await page.getByRole("button", { name: "Teach with this" }).click();
  await page.getByRole("menuitem", { name: "Save as slides" }).click();
  await page.getByRole("radio", { name: "all steps of this row" }).check();
  const [zip] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save all as a zip" }).click(),
  ]);
  const files = unzipSync(new Uint8Array(await readFile(await zip.path())));
  const names = ["light", "dark"].flatMap((theme) =>
    ["01-find-entity", "06-write-cell"].flatMap((name) => [`${theme}/${name}.svg`, `${theme}/${name}.png`]),
  );
  for (const name of names) expect(files[name]?.length).toBeGreaterThan(1000);
  expect(Object.keys(files).length).toBe(25);
  expect(strFromU8(files["sentences.txt"] ?? new Uint8Array())).toContain("06-write-cell: User 2");

  const [html] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save slides as HTML" }).click(),
  ]);
  const path = test.info().outputPath("slides.html");
  await html.saveAs(path);
  expect((await readFile(path)).length).toBeLessThan(600_000);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`file://${path}`);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("output")).toHaveText("2 of 6");
  await expect(page.locator("section:visible")).toHaveCount(1);
  expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
});
