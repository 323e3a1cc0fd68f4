import puppeteer from "puppeteer-core";
import type { StartedBrowser } from "./started-browser";

/** Starts Firefox, driven by WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<StartedBrowser> {
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
    driver: {
      goTo: async (url) => void (await page.goto(url)),
      reload: async () => void (await page.reload()),
      run: (inPage, ...args) =>
        page.evaluate(`(${inPage})(...${JSON.stringify(args)})`) as Promise<ReturnType<typeof inPage>>,
      drag: async (...points) => {
        for (const [at, [x, y]] of points.entries()) {
          await page.mouse.move(x, y);
          if (at === 0) await page.mouse.down();
        }
        await page.mouse.up();
      },
    },
    stop: () => browser.close(),
  };
}
