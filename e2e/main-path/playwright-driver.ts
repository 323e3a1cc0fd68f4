import type { Page } from "@playwright/test";
import type { Driver } from "./driver";

/** The main path's browser, driven by Playwright. */
export function playwrightDriver(page: Page): Driver {
  return {
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
  };
}
