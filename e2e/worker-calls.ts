import type { Page } from "@playwright/test";

declare global {
  interface Window {
    workerCalls: { names: string[]; release: () => void };
  }
}

/**
 * Writes down what the page asks of its worker from the next load on, by the names of the methods.
 *
 * @param held - Calls of these methods wait until {@link releaseWorkerCalls}: a worker that takes its time.
 */
export async function watchWorkerCalls(page: Page, held: readonly string[] = []): Promise<void> {
  await page.addInitScript((heldMethods) => {
    const waiting: (() => void)[] = [];
    let isHolding = true;
    window.workerCalls = {
      names: [],
      release: () => {
        isHolding = false;
        for (const send of waiting.splice(0)) send();
      },
    };
    for (const target of [Worker.prototype, MessagePort.prototype]) {
      const post = target.postMessage as (message: unknown, transfer: Transferable[]) => void;
      target.postMessage = function (this: unknown, message: unknown, transfer: Transferable[] = []) {
        const call = message as { type?: string; path?: string[] } | undefined;
        const method = call?.type === "APPLY" ? call.path?.at(-1) : undefined;
        const send = () => post.call(this, message, transfer);
        if (method !== undefined) window.workerCalls.names.push(method);
        if (isHolding && method !== undefined && heldMethods.includes(method)) waiting.push(send);
        else send();
      } as typeof target.postMessage;
    }
  }, held);
}

/** How often each of these methods was asked for since the last time this was asked. */
export async function takeWorkerCalls(page: Page, method: string): Promise<number> {
  return page.evaluate((name) => {
    const { names } = window.workerCalls;
    const times = names.filter((one) => one === name).length;
    window.workerCalls.names = names.filter((one) => one !== name);
    return times;
  }, method);
}

/** Lets the held calls go, and every later one. */
export async function releaseWorkerCalls(page: Page): Promise<void> {
  await page.evaluate(() => window.workerCalls.release());
}
