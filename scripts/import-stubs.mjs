import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "@swc/core";
import { filesUnder } from "./source-files.mjs";

/** @typedef {{ type?: string, value?: unknown, [key: string]: any }} AstNode */

/**
 * The module that a node of the syntax tree names: an import, type-only or not, a re-export, `import("…")`, a type's
 * `import("…")`, or the script of a worker, `new URL("./…", import.meta.url)`.
 *
 * @param {AstNode} node
 * @returns {unknown}
 */
function moduleNamedBy(node) {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return node.source?.value;
    case "CallExpression":
      return node.callee.type === "Import" ? node.arguments[0]?.expression.value : undefined;
    case "TsImportType":
      return node.argument.value;
    case "NewExpression":
      return node.callee.value === "URL" && isModulesOwn(node.arguments?.[1]?.expression)
        ? textOf(node.arguments[0].expression)
        : undefined;
    default:
      return undefined;
  }
}

/**
 * Whether an expression is `import.meta.url`.
 *
 * @param {AstNode | undefined} expression
 */
function isModulesOwn(expression) {
  return expression?.type === "MemberExpression" && expression.object?.type === "MetaProperty";
}

/**
 * The text of a literal. A name in the code has a `value` too, which is not what it stands for.
 *
 * @param {AstNode} expression
 * @returns {unknown}
 */
function textOf(expression) {
  return expression.type === "StringLiteral" ? expression.value : undefined;
}

/**
 * @param {unknown} node A syntax tree, or a part of one.
 * @param {Set<string>} found
 */
function collectModules(node, found) {
  if (typeof node !== "object" || node === null) return;
  const named = moduleNamedBy(node);
  if (typeof named === "string") found.add(named);
  for (const child of Object.values(node)) collectModules(child, found);
}

/**
 * Every module that a file names, as a compiler sees it.
 *
 * @param {string} path Of a `.ts` or `.tsx` file.
 * @returns {Promise<string[]>} As they are written there, each once. Rejects where the file is no TypeScript.
 */
export async function importsOf(path) {
  const found = /** @type {Set<string>} */ (new Set());
  const tree = await parse(readFileSync(path, "utf8"), { syntax: "typescript", tsx: path.endsWith("x") });
  collectModules(tree, found);
  return [...found];
}

/**
 * Copies `src` into a new folder, each file reduced to its imports: what dependency-cruiser can parse without a
 * compiler for TypeScript, and needs to see. Other files (styles, data) are there, but empty.
 *
 * @returns {Promise<{ folder: string, imports: Map<string, string[]> }>} The folder, to be removed by the caller, and
 *   the imports of each file of code by its path.
 */
export async function writeImportStubs() {
  const folder = mkdtempSync(join(tmpdir(), "microfs-imports-"));
  const imports = new Map();
  for (const path of filesUnder("src")) {
    const isCode = /\.tsx?$/.test(path) && !path.endsWith(".d.ts");
    const named = isCode ? await importsOf(path) : [];
    if (isCode) imports.set(path, named);
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), named.map((name) => `import ${JSON.stringify(name)};\n`).join(""));
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"), "junction");
  // Which packages are for development is written here.
  writeFileSync(join(folder, "package.json"), readFileSync("package.json"));
  return { folder, imports };
}
