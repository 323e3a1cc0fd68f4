import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { pageDriver } from "../main-path/page-driver";
import type { StartedBrowser } from "./started-browser";

/** Starts Firefox, driven by WebDriver BiDi. */
export function startFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    // Starting is what a machine that is busy is slow at.
    timeout: 120_000,
    protocolTimeout: 120_000,
    defaultViewport: { width: 1440, height: 900 },
  });
}

/** A page that shares nothing with the ones before it, and the way to close it. */
export async function pageOfFirefox(browser: Browser): Promise<StartedBrowser & { readonly page: Page }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  return { driver: pageDriver(page), page, stop: () => context.close() };
}
