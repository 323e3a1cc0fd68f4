import type { Page } from "@playwright/test";
import { BOUNCE_MS } from "../src/present/press";

/** Longer than a bounce: what comes sooner after a press is the same press. */
export const APART_MS = BOUNCE_MS + 20;

/** Presses a key of Present, where a press before it may have been a moment ago. */
export async function pressApart(page: Page, key: string): Promise<void> {
  await page.waitForTimeout(APART_MS);
  await page.keyboard.press(key);
}
