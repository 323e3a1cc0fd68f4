// `npm test`: installs what the tests need, then runs every check and every test, and counts them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./check.mjs";
import { ensureBrowser, ensureShell } from "./find-browser.mjs";
import { ensureOtherBrowsers } from "./find-other-browsers.mjs";
import { ensureInstalled } from "./install.mjs";
import { run } from "./run.mjs";
import { countPlaywright, countVitest } from "./test-counts.mjs";

/** @typedef {import("./test-counts.mjs").Counts} Counts */

const oneFailure = { passed: 0, failed: 1, skipped: 0 };

/**
 * Runs a test runner that writes a JSON report, and counts from the report.
 *
 * @param {string[]} command
 * @param {Record<string, string | undefined>} env
 * @param {string} reportPath
 * @param {(report: any) => Counts} count
 * @returns {Promise<Counts>} At least one failure where the runner fails or writes no report, whatever it counted.
 */
async function runTests([program = "", ...args], env, reportPath, count) {
  const { code } = await run(program, args, { env });
  let counts;
  try {
    counts = count(JSON.parse(readFileSync(reportPath, "utf8")));
  } catch (error) {
    console.log(`${program} left no report that can be read: ${error}`);
    return oneFailure;
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Starts work that mostly waits for the network, while something else is done.
 *
 * @template Result
 * @param {(say: (line: string) => void) => Promise<Result>} work
 * @returns {() => Promise<Result>} Waits for it, and prints what it has said. Throws what it threw.
 */
function inTheBackground(work) {
  /** @type {string[]} */
  const said = [];
  const done = work((line) => said.push(line));
  // Whoever waits for it hears of it; until then nobody does.
  done.catch(() => {});
  return () =>
    done.finally(() => {
      for (const line of said.splice(0)) console.log(line);
    });
}

/**
 * Finds or installs the browsers, one after the other: all may need apt, which only one can use at a time. Chromium comes last,
 * since it is tried with what npm installs.
 *
 * @param {Promise<void>} installed
 */
function prepareBrowsers(installed) {
  /** @type {Promise<unknown>} */
  let before = Promise.resolve();
  const others = inTheBackground((say) => {
    const found = ensureOtherBrowsers(undefined, say);
    before = found.catch(() => {});
    return found;
  });
  const chromium = inTheBackground(async (say) => {
    await Promise.all([installed, before]);
    const browser = await ensureBrowser(undefined, say);
    return { browser, shell: (await ensureShell()) ?? browser };
  });
  return { chromium, others };
}

const reports = mkdtempSync(join(tmpdir(), "microfs-test-"));
const unitReport = join(reports, "unit.json");
const endToEndReport = join(reports, "end-to-end.json");

/** @type {[string, (browsers: ReturnType<typeof prepareBrowsers>) => Promise<Counts>][]} */
const stages = [
  ["Checks", async () => ({ ...(await runChecks()), skipped: 0 })],
  [
    "Unit tests",
    () =>
      runTests(
        ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
        {},
        unitReport,
        countVitest,
      ),
  ],
  [
    "Production build",
    async () => {
      const { code } = await run("vite", ["build", "--logLevel", "warn"]);
      return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : oneFailure;
    },
  ],
  [
    "End-to-end tests",
    async ({ chromium, others }) => {
      const { browser, shell } = await chromium();
      await others();
      return runTests(
        ["playwright", "test", "--reporter=list,json"],
        { MICROFS_BROWSER: browser, MICROFS_SHELL: shell, PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
        endToEndReport,
        countPlaywright,
      );
    },
  ],
];

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
try {
  const installed = ensureInstalled();
  const browsers = prepareBrowsers(installed);
  await installed;
  for (const [name, stage] of stages) {
    console.log(`\n— ${name}`);
    const start = performance.now();
    const counts = await stage(browsers).catch((/** @type {unknown} */ error) => {
      console.log(error instanceof Error ? error.message : String(error));
      return oneFailure;
    });
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed${skipped}, ${seconds} s`);
  }
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  total.failed++;
} finally {
  rmSync(reports, { recursive: true });
}

if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
