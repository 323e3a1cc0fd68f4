import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { build } from "vite";
import { withPolicy } from "./content-security-policy.mjs";

/**
 * What the frame of a reader's code may do: run its own script, and start workers from text. Those inherit this policy.
 * docs/decisions, "a reader's code runs in a sandbox", says why each line is as it is.
 */
const FRAME_POLICY = {
  "default-src": "'none'",
  "worker-src": "data:",
  "base-uri": "'none'",
  "form-action": "'none'",
};

const BLOCKING_DUCKDB = "node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs";
const FRAME_SCRIPT = "src/sandbox/frame/frame-script.ts";
const FRAME_PAGE = "virtual:sandbox-frame";
/** After which a module is bundled for a worker of its own, and comes as text or as the address of a file that holds it. */
const QUERY = /\?program(?:-file)?$/;

/** The files of Python's and DuckDB's packages. */
const RUNTIME = /^(pyodide|@duckdb\/duckdb-wasm)\/.*\?url$/;
const NO_RUNTIME = "\0no-runtime";

/**
 * Gives the app the programs that run a reader's code: `x.ts?program` is the bundled text, `x.ts?program-file` a
 * file with it, and `virtual:sandbox-frame` the page that they run in, as `{ url, html }`, one of which is null.
 *
 * @param {{ asFiles: boolean }} options Whether files can stand beside the page. Without them `x.ts?program-file` is empty.
 * @returns {import("vite").Plugin}
 */
export function sandboxPrograms({ asFiles }) {
  let emitsFiles = false;
  return {
    name: "sandbox-programs",
    enforce: "pre",
    configResolved: ({ command }) => {
      emitsFiles = command === "build" && asFiles;
    },
    async resolveId(source, importer) {
      if (source === FRAME_PAGE) return `\0${FRAME_PAGE}`;
      // What is many megabytes has no place in a file that is sent by mail.
      if (!asFiles && RUNTIME.test(source)) return NO_RUNTIME;
      const [query] = QUERY.exec(source) ?? [];
      if (query === undefined) return null;
      const found = await this.resolve(source.slice(0, -query.length), importer, { skipSelf: true });
      return found === null ? null : `\0${found.id}${query}`;
    },
    async load(id) {
      /** @type {(name: string, source: string) => string} Vite puts the address of the file in the mark's place. */
      const emitted = (name, source) => `"__VITE_ASSET__${this.emitFile({ type: "asset", name, source })}__"`;
      if (id === NO_RUNTIME) return 'export default "";';
      if (id === `\0${FRAME_PAGE}`) {
        const html = await framePage();
        return emitsFiles
          ? `export default { url: ${emitted("sandbox.html", html)}, html: null };`
          : `export default ${JSON.stringify({ url: null, html })};`;
      }
      const [query] = (id.startsWith("\0") && QUERY.exec(id)) || [];
      if (query === undefined) return null;
      const path = id.slice(1, -query.length);
      const isText = query === "?program";
      if (!isText && !asFiles) return 'export default { url: "", bytes: 0 };';
      const { text, modules } = await bundled(path, isText ? "iife" : "es");
      for (const module of modules) this.addWatchFile(module);
      if (isText) return `export default ${JSON.stringify(text)};`;
      const name = path.replace(/^.*\/|\.ts$/g, "");
      const url = emitsFiles
        ? emitted(`${name}.txt`, text)
        : `"data:text/plain;base64,${Buffer.from(text).toString("base64")}"`;
      return `export default { url: ${url}, bytes: ${Buffer.byteLength(text)} };`;
    },
  };
}

/**
 * Whether a file of a build, by its name without the hash, is what a language runs on.
 *
 * @param {string} name
 */
export function isRuntimeFile(name) {
  return /^(pyodide\.asm\.wasm|python_stdlib\.zip|duckdb-eh\.wasm|(python|sql)-worker\.txt)$/.test(name);
}

/** What a policy names the frame's script by. */
export async function frameScriptHash() {
  const { text } = await bundled(FRAME_SCRIPT, "iife");
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The page that a reader's code runs in: a script, and the policy for it and for what it starts. */
async function framePage() {
  const { text } = await bundled(FRAME_SCRIPT, "iife");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox</title></head><body><script>${text}</script></body></html>`;
  return withPolicy(html, {
    ...FRAME_POLICY,
    // Compiling WebAssembly is what Python and SQL need. Nothing here makes code of text by `eval`.
    "script-src": `${await frameScriptHash()} 'wasm-unsafe-eval'`,
  });
}

/**
 * One script with all that it imports.
 *
 * @param {string} path
 * @param {"iife" | "es"} format A script that others stand beside must keep its names to itself; one alone may be a module.
 */
async function bundled(path, format) {
  const output = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    // The package names its part for browsers that answers at once by a file that it does not have.
    resolve: { alias: { "@duckdb/duckdb-wasm/blocking": resolve(BLOCKING_DUCKDB) } },
    // An application, not a library: a library keeps its modules' names of files.
    build: {
      write: false,
      target: ["chrome120", "firefox121", "safari17"],
      modulePreload: false,
      rollupOptions: { input: path, output: { format, codeSplitting: false } },
    },
  });
  // What a package would ask for beside its script is left out: nothing can be fetched in there.
  const chunk = (Array.isArray(output) || !("output" in output) ? [] : output.output).find(
    (file) => file.type === "chunk" && file.isEntry,
  );
  if (chunk?.type !== "chunk" || chunk.imports.length > 0)
    throw new Error(`${path} does not come as one script.`);
  return { text: chunk.code, modules: Object.keys(chunk.modules).filter((id) => !id.startsWith("\0")) };
}
