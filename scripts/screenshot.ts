// Takes the picture in the README from the build in dist: `npm run screenshot`, which builds first.
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { browserFlags, ensureBrowser } from "./find-browser.mjs";

const picture = "docs/screenshot.png";

const server = await preview({ preview: { port: 0, host: "127.0.0.1" } });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserFlags });
try {
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("The preview server has no local address.");
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1120 },
    colorScheme: "light",
    // No half-way picture: with reduced motion every change is at once.
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  // The last step of the sample's telling row; the table is the last thing to arrive.
  await page.goto(`${address}#/lab/train?sample=churn&row=858&phase=write_cell`);
  await page.getByRole("grid").getByRole("gridcell").first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: picture });
  console.log(`wrote ${picture}`);
} finally {
  await browser.close();
  await server.close();
}
