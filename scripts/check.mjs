// `npm run check`: everything that can be said of the source without running it.
import { ensureInstalled } from "./install.mjs";
import { exitWith, run } from "./run.mjs";

/** Each is one program that exits with 0 where it finds nothing. */
const checks = [
  { name: "types", command: "tsc", args: ["-b"] },
  {
    name: "lint and format",
    command: "biome",
    args: ["ci", "--error-on-warnings", "--diagnostic-level=warn", "--colors=off", "."],
  },
  { name: "import directions", command: "node", args: ["scripts/check-imports.mjs"] },
  { name: "dead code and unused dependencies", command: "knip", args: ["--no-progress"] },
  { name: "grain", command: "node", args: ["scripts/check-grain.mjs"] },
  { name: "no state at module level", command: "node", args: ["scripts/check-state.mjs"] },
  { name: "lockfile", command: "node", args: ["scripts/check-lockfile.mjs"] },
];

/** @param {typeof checks[number]} check */
async function timed({ name, command, args }) {
  const start = performance.now();
  const { code, output } = await run(command, args, {
    quiet: true,
    env: { NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return { name, code, output, seconds };
}

/**
 * Runs every check, all at once, also where one fails, and shows the output of those that do, always in the same order.
 *
 * @returns {Promise<{ passed: number, failed: number }>} Each check counts as one.
 */
export async function runChecks() {
  let failed = 0;
  for (const running of checks.map(timed)) {
    const { name, code, output, seconds } = await running;
    console.log(`${code === 0 ? "passed" : "FAILED"}  ${name} (${seconds} s)`);
    if (code !== 0) {
      failed++;
      console.log(output.trimEnd().replace(/^/gm, "        "));
    }
  }
  return { passed: checks.length - failed, failed };
}

if (process.argv[1] === import.meta.filename) {
  try {
    await ensureInstalled();
    const { failed } = await runChecks();
    process.exitCode = failed === 0 ? 0 : 1;
  } catch (error) {
    exitWith(error);
  }
}
