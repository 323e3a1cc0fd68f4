import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { leadHome, leaveClean, letGo, watchForTraces } from "./kept-page";

export { expect } from "@playwright/test";

/** How many times slower than this machine's the processor is to be: `MICROFS_SLOWDOWN=4 npm run test:e2e`. */
const SLOWDOWN = Number(process.env.MICROFS_SLOWDOWN ?? 1);

/** A page that one test has left for the next. */
interface KeptPage {
  readonly page: Page;
  /** What it was made with. */
  readonly options: string;
  /** The file whose next test goes on where this one ended; `null` where the app was left, and nothing of it is stored. */
  readonly openIn: string | null;
}

/** What a file of tests says of itself with `test.use`. */
interface FileOptions {
  /**
   * Whether its tests, one after another, go on in the app of the one before, from its first page. Each says where it begins, and
   * changes nothing that one after it would see, or has the tag `@anew`: then the app is loaded for it alone. To load it costs more than
   * most of what a test does there.
   */
  readonly staysOpen: boolean;
}

/**
 * Playwright's own `test`, on a machine as slow as asked for: tests wait for states, and have no bounds of their own.
 *
 * Its page is the one that the test before has used, where that has left nothing that outlives what the page shows and the
 * browser stores: a page of its own costs a test more than most of what it does there.
 */
export const test = base.extend<FileOptions, { kept: { now: KeptPage | null } }>({
  staysOpen: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its parameter.
  kept: [async ({}, use) => use({ now: null }), { scope: "worker" }],

  context: async (
    {
      kept,
      browser,
      baseURL,
      staysOpen,
      viewport,
      colorScheme,
      serviceWorkers,
      contextOptions,
      hasTouch,
      isMobile,
      deviceScaleFactor,
    },
    use,
    info,
  ) => {
    const options = JSON.stringify({ serviceWorkers, contextOptions, hasTouch, isMobile, deviceScaleFactor });
    if (kept.now !== null && kept.now.options !== options) {
      await kept.now.page.context().close();
      kept.now = null;
    }
    const context = kept.now?.page.context() ?? (await slowed(await browser.newContext()));
    const page = kept.now?.page ?? (await context.newPage());
    const openIn = kept.now?.openIn ?? null;
    kept.now = null;
    const { file } = info;
    const isOpen = staysOpen && !info.tags.includes("@anew");
    if (openIn !== null && !(isOpen && openIn === file)) await leaveClean(page);
    await page.setViewportSize(viewport ?? { width: 1440, height: 900 });
    await page.emulateMedia({
      colorScheme: colorScheme ?? "light",
      reducedMotion: contextOptions.reducedMotion ?? null,
      media: null,
    });
    const isSpoilt = watchForTraces(page);
    await use(context);
    const isOurs = !page.isClosed() && page.url().startsWith(baseURL ?? "") && serviceWorkers === "block";
    // Where it has failed, the page may be anywhere.
    if (isSpoilt() || !isOurs || info.status !== info.expectedStatus) return context.close();
    await letGo(page);
    await (isOpen ? leadHome(page) : leaveClean(page));
    kept.now = { page, options, openIn: isOpen ? file : null };
  },

  page: async ({ context }, use) => {
    const [page] = context.pages();
    if (page === undefined) throw new Error("the context has no page");
    await use(page);
  },
});

async function slowed(context: BrowserContext): Promise<BrowserContext> {
  if (SLOWDOWN > 1)
    context.on("page", async (page) => {
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    });
  return context;
}
