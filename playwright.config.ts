import { createServer } from "node:net";
import { chromium, defineConfig } from "@playwright/test";
import { browserFlags, browsersOnThisMachine, shellOnThisMachine } from "./scripts/find-browser.mjs";

/** A port that nothing listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port could be found"));
        else resolve(address.port);
      });
    });
  });
}

// Every worker reads this file again, and must come to the same port: the environment is what they share.
process.env.MICROFS_PREVIEW_PORT ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env.MICROFS_PREVIEW_PORT}/`;

// `npm test` has tried the browsers and says which one works; without it the first that is here, else Playwright's own.
const browser = process.env.MICROFS_BROWSER ?? browsersOnThisMachine()[0] ?? chromium.executablePath();
const shell = process.env.MICROFS_SHELL ?? shellOnThisMachine() ?? browser;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // One set of pictures for every system: the faces are the app's own, and the comparison is tolerant.
  snapshotPathTemplate: "{testDir}/{testFileName}-snapshots/{arg}{ext}",
  fullyParallel: true,
  // Two cores are what a small machine has; Playwright itself would take one of them.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // The one place of all bounds. They end what is stuck; a slow machine only takes longer.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL,
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    // Every frame of a motion is drawn by the processor here; the tests of what moves ask for it.
    contextOptions: { reducedMotion: "reduce" },
    // Not UTC: what is shown must not depend on where the reader sits.
    timezoneId: "America/New_York",
    // Tests watch what a page asks for; the ones of working offline allow what would answer in its place.
    serviceWorkers: "block",
    // A trace costs every test a fifth of its time, for the few that fail: `--trace on` where one is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: browser, args: browserFlags },
  },
  // In this order: what takes longest in one piece is not left to the end, where the other worker would wait for it.
  projects: [
    // Each test starts its own browser, by its own driver.
    { name: "other browsers", testMatch: "other-browsers/*.test.ts" },
    { name: "window", testIgnore: "other-browsers/**", grep: /@window/ },
    {
      name: "chromium",
      testIgnore: "other-browsers/**",
      grepInvert: /@window/,
      use: { launchOptions: { executablePath: shell, args: browserFlags } },
    },
  ],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${process.env.MICROFS_PREVIEW_PORT} --strictPort`,
    url: baseURL,
  },
});
