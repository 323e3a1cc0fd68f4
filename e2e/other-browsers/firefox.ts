import puppeteer, { type Page } from "puppeteer-core";
import { pageDriver } from "../main-path/page-driver";
import type { StartedBrowser } from "./started-browser";

/** Starts Firefox, driven by WebDriver BiDi. */
export async function startFirefox(
  executablePath: string,
): Promise<StartedBrowser & { readonly page: Page }> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    // Starting is what a machine that is busy is slow at.
    timeout: 120_000,
    protocolTimeout: 120_000,
    defaultViewport: { width: 1440, height: 900 },
  });
  const page = await browser.newPage().catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  return {
    driver: pageDriver(page),
    page,
    stop: () => browser.close(),
  };
}
