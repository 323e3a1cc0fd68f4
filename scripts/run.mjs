import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

// npm and the files in node_modules/.bin are batch files on Windows, which only a shell starts.
const shell = process.platform === "win32";

/**
 * Runs a program, one of node_modules/.bin first, and waits for it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean }} [options]
 *   `quiet` keeps the program's output out of the terminal, and returns it instead.
 * @returns {Promise<{ code: number, output: string }>} The exit code; 127 where the program cannot be started.
 */
export function run(command, args, { cwd = root, env = {}, quiet = false } = {}) {
  const path = [join(cwd, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, PATH: path, ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.on("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Ends a script with one sentence instead of a stack trace.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
