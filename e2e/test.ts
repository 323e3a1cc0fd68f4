import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** How many times slower than this machine's the processor is to be: `MICROFS_SLOWDOWN=4 npm run test:e2e`. */
const SLOWDOWN = Number(process.env.MICROFS_SLOWDOWN ?? 1);

/** Playwright's own `test`, on a machine as slow as asked for: tests wait for states, and have no bounds of their own. */
export const test = base.extend({
  context: async ({ context }, use) => {
    if (SLOWDOWN > 1)
      context.on("page", async (page) => {
        const session = await context.newCDPSession(page);
        await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
      });
    await use(context);
  },
});
