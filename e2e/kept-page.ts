import { expect, type Page } from "@playwright/test";

/** What a test can do to a page, its context or its clock that leaving the page does not take back. */
const LASTING = [
  "addInitScript",
  "exposeBinding",
  "exposeFunction",
  "grantPermissions",
  "install",
  "newCDPSession",
  "newPage",
  "route",
  "setExtraHTTPHeaders",
  "setFixedTime",
  "setOffline",
];

const HEARD = ["console", "dialog", "download", "pageerror", "popup", "request", "requestfailed", "response"];

/**
 * Watches whether a test does to its page what outlives it.
 *
 * @returns Says whether it has, and stops watching.
 */
export function watchForTraces(page: Page): () => boolean {
  const context = page.context();
  let isSpoilt = false;
  const spoil = () => {
    isSpoilt = true;
  };
  const owners: readonly object[] = [page, context, page.clock];
  for (const owner of owners)
    for (const name of LASTING) {
      const own: unknown = Reflect.get(owner, name);
      if (typeof own !== "function") continue;
      Reflect.set(owner, name, (...args: unknown[]) => {
        spoil();
        return own.apply(owner, args);
      });
    }
  context.on("page", spoil);
  return () => {
    context.off("page", spoil);
    // What was set on the objects covers what their classes have.
    for (const owner of owners) for (const name of LASTING) Reflect.deleteProperty(owner, name);
    return isSpoilt;
  };
}

/** Takes from a page what a test listened to there, and the pointer off whatever it lay on. */
export async function letGo(page: Page): Promise<void> {
  for (const event of HEARD)
    for (const owner of [page, page.context()]) Reflect.apply(owner.removeAllListeners, owner, [event]);
  await page.mouse.move(0, 0);
}

/**
 * Leads the app that stays open to its first page, over the same data: what a test waits for must not stand there already, from
 * the test before.
 */
export async function leadHome(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sample = /sample=[^&]*/.exec(window.location.hash)?.[0];
    window.location.hash = sample === undefined ? "#/" : `#/?${sample}`;
  });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("seen the future");
}

/** Leaves the app, and takes from the browser all that it has stored. */
export async function leaveClean(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  // Both belong to the tab, and outlive what it shows.
  await page.evaluate(() => {
    sessionStorage.clear();
    window.name = "";
  });
  await page.goto("about:blank");
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
}
