import type { Locator } from "@playwright/test";

/** The middle of what is on the page, pixels of the screen: where a hand takes hold of it. */
export async function middleOf(locator: Locator): Promise<[x: number, y: number]> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`not on the screen: ${locator}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}
