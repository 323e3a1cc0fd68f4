// Draws the icons of the installed app from public/icon.svg: `npx tsx scripts/make-icons.ts`, after the drawing changed.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { browserFlags, ensureBrowser } from "./find-browser.mjs";

const drawing = readFileSync("public/icon.svg", "utf8");
const paper = "#fcfcfa";

/** `padding`: a part of the edge. Systems cut their own shapes out of a maskable icon, and round the one of a phone. */
const icons = [
  { file: "icon-192.png", edge: 192, padding: 0, background: "transparent" },
  { file: "icon-512.png", edge: 512, padding: 0, background: "transparent" },
  { file: "icon-maskable-512.png", edge: 512, padding: 0.1, background: paper },
  { file: "icon-180.png", edge: 180, padding: 0.04, background: paper },
];

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
try {
  const page = await browser.newPage();
  for (const { file, edge, padding, background } of icons) {
    await page.setViewportSize({ width: edge, height: edge });
    const inner = edge * (1 - 2 * padding);
    await page.setContent(
      `<body style="margin:0;padding:${edge * padding}px;background:${background}">${drawing.replace("<svg ", `<svg width="${inner}" height="${inner}" style="display:block" `)}</body>`,
    );
    await page.screenshot({ path: `public/${file}`, omitBackground: true });
    console.log(`wrote public/${file}`);
  }
} finally {
  await browser.close();
}
