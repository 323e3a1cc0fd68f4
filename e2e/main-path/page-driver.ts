import type { Driver } from "./driver";

/** What Playwright's pages and puppeteer's have alike. */
export interface DrivenPage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
}

/** The main path's browser, driven through a page of Playwright's or puppeteer's. */
export function pageDriver(page: DrivenPage): Driver {
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
