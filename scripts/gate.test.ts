import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { filesUnder, isTest } from "./source-files.mjs";

// Every gate is run on a copy of the tree with something forbidden planted in real files. That each is green on the tree as it
// is, is what `npm run check` runs them for.
let copy = "";
let sources: string[] = [];
const planted: string[] = [];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "microfs-gate-"));
  const tools = new Set(["node_modules", ".git", "dist", "test-results", "playwright-report", "coverage"]);
  for (const name of readdirSync(".")) {
    if (!tools.has(name)) cpSync(name, join(copy, name), { recursive: true });
  }
  // A folder of links, and not one link: what the tools write into node_modules/.cache stays in the copy.
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync("node_modules")) {
    if (name !== ".cache")
      symlinkSync(join(process.cwd(), "node_modules", name), join(copy, "node_modules", name));
  }
  sources = filesUnder("src").filter((path) => /\.tsx?$/.test(path) && !isTest(path));
});

afterEach(() => {
  for (const path of planted.splice(0)) {
    if (existsSync(path)) cpSync(path, join(copy, path));
    else rmSync(join(copy, path), { recursive: true });
  }
});

afterAll(() => rmSync(copy, { recursive: true }));

/** The first file of ours whose path matches; a gate that has nothing to guard must not pass for one that holds. */
function real(pattern: RegExp): string {
  const path = sources.find((source) => pattern.test(source));
  if (path === undefined) throw new Error(`no file matches ${pattern}`);
  return path;
}

/** How the file `from` would import the file `to`. */
const specifier = (from: string, to: string) =>
  `./${relative(dirname(from), to).replaceAll("\\", "/")}`.replace(/^\.\/\.\./, "..").replace(/\.tsx?$/, "");

/** Adds to a file of the copy, or makes it. */
function plant(path: string, code: string): void {
  planted.push(path);
  mkdirSync(join(copy, dirname(path)), { recursive: true });
  appendFileSync(join(copy, path), `\n${code}\n`);
}

function gate(program: string, ...args: string[]): { code: number | null; output: string } {
  const bin = program === "node" ? process.execPath : join(copy, "node_modules", ".bin", program);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: copy, encoding: "utf8" });
  return { code: status, output: stdout + stderr };
}

/** Of the engine alone: the rest of the tree compiles after it. */
const engineTypes = () => gate("tsc", "-b", "tsconfig.engine.json", "--pretty", "false");
const imports = () => gate("node", "scripts/check-imports.mjs");
const deadCode = () => gate("knip", "--no-progress");

test("the import gate names every forbidden import, its rule and its file", { timeout: 120_000 }, () => {
  const engine = real(/^src\/microfs\/duration\.ts$/);
  const kernel = real(/^src\/microfs\/join\//);
  const scenario = real(/^src\/scenario\//);
  const ui = real(/^src\/ui\//);
  const timeline = real(/^src\/timeline\//);
  const state = real(/^src\/state\//);
  const page = real(/^src\/pages\/[^/]+\//);
  const otherPage = "src/pages/planted/planted.ts";
  plant(otherPage, "export const planted = 1;");

  plant(engine, `import "react";`);
  plant(kernel, `import "apache-arrow";`);
  plant(scenario, `import "${specifier(scenario, state)}";`);
  plant(scenario, `import "${specifier(scenario, kernel)}";`);
  plant(timeline, `import "${specifier(timeline, "src/microfs/index.ts")}";`);
  plant(ui, `import type {} from "${specifier(ui, state)}";`);
  plant(page, `export const planted = () => import("${specifier(page, otherPage)}");`);

  const { code, output } = imports();
  // It looks at all of the tree, and at what was planted: what it does not see it cannot guard.
  const seen = filesUnder("src").filter((path) => /(?<!\.d)\.tsx?$/.test(path)).length + 1;
  expect(output).toContain(`${seen} modules`);
  const lines = output.split("\n");
  const violation = (rule: string, from: string, to: string) =>
    lines.some((line) => line.startsWith(`${rule}: ${from} → `) && line.includes(to));
  expect(code, output).not.toBe(0);
  expect(violation("microfs-imports-only-apache-arrow-and-idb", engine, "react"), output).toBe(true);
  // Not the kernel itself: what core reaches.
  expect(
    violation("core-does-without-arrow-and-storage", "src/microfs/core.ts", "apache-arrow"),
    output,
  ).toBe(true);
  expect(violation("microfs-is-entered-by-its-two-doors", scenario, kernel), output).toBe(true);
  expect(
    violation("the-timeline-and-its-terms-enter-microfs-by-core", timeline, "src/microfs/index.ts"),
    output,
  ).toBe(true);
  expect(violation("ui-imports-only-what-is-below-it", ui, state), output).toBe(true);
  expect(violation("a-page-never-imports-another", page, otherPage), output).toBe(true);
  expect(violation("scenario-imports-only-what-is-below-it", scenario, state), output).toBe(true);
});

test("the compiler holds the engine free of the page", { timeout: 120_000 }, () => {
  const engine = real(/^src\/microfs\/errors\.ts$/);
  plant(engine, "export const planted = document.title;");
  const { code, output } = engineTypes();
  expect(code).not.toBe(0);
  expect(output).toMatch(
    new RegExp(`^${engine}\\(\\d+,\\d+\\): error TS\\d+: Cannot find name 'document'`, "m"),
  );
});

test("the dead-code gate names a file that nothing imports and an export that nothing uses", {
  timeout: 120_000,
}, () => {
  const used = real(/^src\/scenario\/[^/]+\.ts$/);
  plant("src/scenario/planted-file.ts", "export const plantedFile = 1;");
  plant(used, "export const plantedExport = 1;");
  const { code, output } = deadCode();
  expect(code).not.toBe(0);
  expect(output).toMatch(/^src\/scenario\/planted-file\.ts/m);
  expect(output).toMatch(/^plantedExport\s+src\/scenario\//m);
});

test("the import gate is red where dependency-cruiser finds no modules", { timeout: 120_000 }, () => {
  // What happens without a parser that it knows: no modules, no violations, and an exit code of 0.
  unlinkSync(join(copy, "node_modules", ".bin"));
  mkdirSync(join(copy, "node_modules", ".bin"));
  writeFileSync(
    join(copy, "node_modules", ".bin", "depcruise"),
    `#!/bin/sh\necho '{"modules":[],"summary":{"violations":[]}}'\n`,
    { mode: 0o755 },
  );
  const { code, output } = imports();
  expect(code).not.toBe(0);
  expect(output).toContain("not seen: src/microfs/index.ts");
});

const grain = () => gate("node", "scripts/check-grain.mjs");
const keptState = () => gate("node", "scripts/check-state.mjs");

test("the grain gate names what is too long, what is too full, and what is too small to stand alone", () => {
  expect(grain()).toMatchObject({ code: 0 });
  const long = real(/^src\/scenario\/[^/]+\.ts$/);
  plant(long, Array.from({ length: 400 }, (_, i) => `const planted${i} = ${i};`).join("\n"));
  const by = real(/^src\/state\/[^/]+\.ts$/);
  plant("src/state/planted-small.ts", "export const planted = 1;");
  plant(by, `import { planted } from "./planted-small";`);
  for (let i = 0; i < 25; i++) plant(`src/state/planted/planted-${i}.ts`, "export const planted = 1;");
  const { code, output } = grain();
  expect(code).not.toBe(0);
  expect(output).toMatch(new RegExp(`^${long} has \\d+ lines; 400 is the limit`, "m"));
  expect(output).toContain("src/state/planted holds 25 files; 24 is the limit");
  expect(output).toContain(`src/state/planted-small.ts has 2 lines and only ${by} imports it`);
});

test("the state gate names what is kept at module level", () => {
  expect(keptState()).toMatchObject({ code: 0 });
  const planted = [
    ["src/state/", "let planted = 1;"],
    ["src/timeline/", "const planted = new Map<string, number>();"],
    ["src/views/", "export const planted: string[] = [];"],
    ["src/views/compare/", "const planted = {} as Record<string, number>;"],
  ] as const;
  const paths = planted.map(([room, code]) => {
    const path = real(new RegExp(`^${room}.*\\.ts$`));
    plant(path, code);
    return path;
  });
  const { code, output } = keptState();
  expect(code).not.toBe(0);
  for (const path of paths) expect(output).toContain(`${path} keeps planted at module level`);
});
