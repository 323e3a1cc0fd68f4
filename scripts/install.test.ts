import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installState } from "./install.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "microfs-install-"));
  mkdirSync(join(folder, "node_modules"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const wanted = { dependencies: { a: "^1.0.0" } };
const locked = {
  "node_modules/a": { version: "1.2.0" },
  "node_modules/other-os": { version: "1.0.0", optional: true },
};

function project(files: { wanted?: object; installed?: object }) {
  const write = (path: string, value: object) => writeFileSync(join(folder, path), JSON.stringify(value));
  write("package.json", files.wanted ?? wanted);
  write("package-lock.json", { packages: { "": wanted, ...locked } });
  if (files.installed) write("node_modules/.package-lock.json", { packages: files.installed });
  return installState(folder);
}

test.each([
  [
    "current, with no binary for another system",
    { installed: { "node_modules/a": { version: "1.2.0" } } },
    "current",
  ],
  ["missing where an installation was broken off", {}, "missing"],
  ["stale where a version differs", { installed: { "node_modules/a": { version: "1.1.0" } } }, "stale"],
  ["stale where a package is not there", { installed: {} }, "stale"],
  [
    "mismatch where package.json wants something else",
    { wanted: { dependencies: { a: "^2.0.0" } } },
    "mismatch",
  ],
  [
    "mismatch where package.json wants something more",
    { wanted: { dependencies: { a: "^1.0.0", b: "1" } } },
    "mismatch",
  ],
])("installState is %s", (_, files, state) => expect(project(files)).toBe(state));
