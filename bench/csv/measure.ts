import { deepStrictEqual } from "node:assert";
import { join } from "node:path";
import { type CDPSession, chromium, type JSHandle } from "@playwright/test";
import { build, preview } from "vite";
import { browserFlags, ensureBrowser } from "../../scripts/find-browser.mjs";
import { median } from "../findings";
import type { BenchPage } from "./page";
import type { Outcome } from "./reader";

const ROWS = 600_000;
const ROUNDS = 5;

/** One reading of the file: on the clock, and how long the page's process was at work, all its threads together. */
interface Reading {
  seconds: number;
  cpuSeconds: number;
}

/**
 * Reads one file by all readers in one page of Chromium, one run of each before the next run of any, and returns a table. Throws where two come
 * to other values.
 */
export async function measureCsv(): Promise<string> {
  const configFile = join(import.meta.dirname, "vite.config.ts");
  await build({ configFile, logLevel: "error" });
  const server = await preview({ configFile, preview: { port: 0, host: "127.0.0.1" } });
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: browserFlags,
  });
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error("The preview server has no local address.");
    const page = await browser.newPage();
    await page.goto(address);
    const bench = await page.evaluateHandle((rows) => window.openBench(rows), ROWS);
    const bytes = await bench.evaluate((one) => one.bytes);
    const readings = await readAll(bench, await browser.newBrowserCDPSession());
    return table(readings, bytes);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function readAll(bench: JSHandle<BenchPage>, session: CDPSession): Promise<Map<string, Reading[]>> {
  const names = await bench.evaluate((one) => one.readers);
  const readings = new Map(names.map((name): [string, Reading[]] => [name, []]));
  let same: { outcome: Outcome; of: string } | undefined;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, all] of readings) {
      const before = await cpuSeconds(session);
      // The first round warms up, and is what is checked.
      const { seconds, outcome } = await bench.evaluate(
        (one, [reader, checked]) => one.run(reader, checked),
        [name, round === 0] as const,
      );
      if (round > 0) all.push({ seconds, cpuSeconds: (await cpuSeconds(session)) - before });
      if (outcome === null) continue;
      same ??= { outcome, of: name };
      deepStrictEqual(outcome, same.outcome, `${name} and ${same.of} must come to the same`);
    }
  }
  return readings;
}

/** How long the page's process has been at work. */
async function cpuSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function table(readings: ReadonlyMap<string, Reading[]>, bytes: number): string {
  const megabytes = bytes / 1e6;
  const [first] = readings.values();
  const middle = (all: readonly Reading[] = [], of: keyof Reading) =>
    median(all.map((reading) => reading[of]));
  const lines = [...readings].map(([name, all]) => {
    const speeds = all.map(({ seconds }) => megabytes / seconds);
    const speed = megabytes / middle(all, "seconds");
    const ratio = middle(first, "seconds") / middle(all, "seconds");
    const cpuRatio = middle(first, "cpuSeconds") / middle(all, "cpuSeconds");
    const range = `${Math.min(...speeds).toFixed(0)}–${Math.max(...speeds).toFixed(0)}`;
    return `| ${name} | ${speed.toFixed(0)} | ${range} | ${ratio.toFixed(2)} | ${(megabytes / middle(all, "cpuSeconds")).toFixed(0)} | ${cpuRatio.toFixed(2)} |`;
  });
  return [
    "| | MB/s, median | range | ratio | MB per second of processor | ratio |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
    "",
    `${megabytes.toFixed(0)} MB, ${ROWS.toLocaleString("en-US")} rows. Runs: ${ROUNDS}. All that keep rows came to the same values.`,
  ].join("\n");
}
