import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What the package gives as its source is more than twice as long, and every page reads it anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that a theme can break; all others ask of what there is, whatever its colours. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page: the rule, and the elements that break it. All its rules, or those that are named. */
function violations(page: Page, rules: string[] | null): Promise<string[]> {
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, {
      // What passes is not written out: on a full page that takes longer than to look at it.
      resultTypes: ["violations"],
      ...(values && { runOnly: { type: "rule", values } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, rules);
}

/** What is still on its way was started before motion was reduced: on the way its colours are faint. */
async function whenStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => {
      return animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    });
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Expects that axe finds nothing, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await whenStill(page);
    expect(await violations(page, colorScheme === "light" ? null : OF_COLOURS), colorScheme).toEqual([]);
  }
}
