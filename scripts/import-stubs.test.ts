import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importsOf } from "./import-stubs.mjs";

async function importsIn(code: string, name = "file.ts"): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "microfs-stubs-"));
  try {
    writeFileSync(join(folder, name), code);
    return await importsOf(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ["an import", `import { a } from "./a";`, ["./a"]],
  ["one for its effect", `import "./a.css";`, ["./a.css"]],
  ["one of types alone", `import type { A } from "./a";`, ["./a"]],
  ["a type's own import", `const a: import("./a").A = 1;`, ["./a"]],
  [
    "re-exports",
    `export { a } from "./a"; export * from "./b"; export type { C } from "./c";`,
    ["./a", "./b", "./c"],
  ],
  ["one that is made later", `const later = () => import("./a");`, ["./a"]],
  ["a worker's script", `new Worker(new URL("./a.ts", import.meta.url), { type: "module" });`, ["./a.ts"]],
  ["not an address that is none of a module's", `new URL("./sw.js", document.baseURI);`, []],
  ["a module twice, once", `import { a } from "./a"; import type { A } from "./a";`, ["./a"]],
  [
    "one behind code that only TypeScript has",
    `const all = <T,>(x: T) => x satisfies T; enum E { a = 1_000n as never } import "react";`,
    ["react"],
  ],
  ["no text that looks like one", `const text = 'import "./a"'; // import "./b"`, []],
])("importsOf finds %s", async (_, code, found) => expect(await importsIn(code)).toEqual(found));

test("importsOf reads JSX", async () => {
  expect(await importsIn(`export const A = () => <p>it's {1}</p>;\nimport "./a";`, "file.tsx")).toEqual([
    "./a",
  ]);
});

test("importsOf refuses what is no TypeScript", async () => {
  await expect(importsIn("import { from")).rejects.toThrow();
});
