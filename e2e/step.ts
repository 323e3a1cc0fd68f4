import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Expects the step that is looked at, as the player's slider says it: `join 2 of 4 · step 1 of 6`. */
export async function expectStep(page: Page, words: string): Promise<void> {
  await expect(page.locator('input[aria-label="Step"]')).toHaveAttribute(
    "aria-valuetext",
    new RegExp(`${words}(?!\\d)`),
  );
}
