import { createHash } from "node:crypto";
import { build } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { withPolicy } from "./content-security-policy.mjs";
import { frameScriptHash } from "./sandbox-programs.mjs";

/** The mode of Vite in which the app is built as one file: `vite build --mode one-file`. */
export const ONE_FILE_MODE = "one-file";

const FILE_NAME = "microfs.html";

/**
 * Builds the whole app as one HTML file that opens without a server: scripts, sheets, faces and the workers are
 * in it. docs/decisions, "one file", says why each part is in it as it is.
 *
 * @returns {import("vite").PluginOption[]}
 */
export function oneFile() {
  return [
    {
      name: "one-file",
      config: () => ({
        publicDir: false,
        worker: { format: "iife" },
        build: { emptyOutDir: false, modulePreload: false },
      }),
    },
    workersInside(),
    noTouchIcon(),
    viteSingleFile(),
    sealed(),
  ];
}

/**
 * A worker of a page that was opened from a file can be had from a blob alone, and from a module in none: Chromium refuses
 * both others. So a worker that the source starts by its URL, as it is documented, comes inlined.
 *
 * @returns {import("vite").Plugin}
 */
function workersInside() {
  const started =
    /new Worker\(\s*new URL\(\s*"(?<path>[^"]+)",\s*import\.meta\.url\s*\),\s*\{\s*type: "module",?(?<options>[^}]*)\}\s*\)/g;
  return {
    name: "one-file-workers",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes("new Worker(")) return null;
      /** @type {string[]} */
      const imports = [];
      const inside = code.replace(started, (_, /** @type {string} */ path, /** @type {string} */ options) => {
        const name = `InlineWorker${imports.length}`;
        imports.push(`import ${name} from ${JSON.stringify(`${path}?worker&inline`)};`);
        return `new ${name}({${options}})`;
      });
      if (inside.includes("new Worker(")) this.error(`${id} starts a worker in a way that one file cannot.`);
      return { code: `${imports.join("")}${inside}`, map: null };
    },
  };
}

/**
 * What only a server has is left out: an icon for the home screen of a phone is asked for by its address.
 *
 * @returns {import("vite").Plugin}
 */
function noTouchIcon() {
  return {
    name: "one-file-no-touch-icon",
    transformIndexHtml: {
      order: "pre",
      handler: (html) => html.replace(/\s*<link rel="apple-touch-icon"[^>]*>/, ""),
    },
  };
}

/**
 * Gives the file its name, and a policy that lets this very script and these very sheets run, and nothing else.
 *
 * @returns {import("vite").Plugin}
 */
function sealed() {
  return {
    name: "one-file-policy",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const page = bundle["index.html"];
        const others = Object.keys(bundle).filter((name) => name !== "index.html");
        if (page?.type !== "asset" || others.length > 0)
          return this.error(`The app is not one file: ${others.join(", ")} stayed outside.`);
        const html = String(page.source);
        const source = withPolicy(html, {
          "default-src": "'none'",
          // The frame of a reader's code stands in the page as text, and is under this policy too.
          "script-src": `${hashesOf(html, "script")} ${await frameScriptHash()}`,
          "style-src": hashesOf(html, "style"),
          "img-src": "data: blob:",
          "font-src": "data:",
          // The app's own are blobs. A reader's code is in data, so that it has an origin of its own, and no storage.
          "worker-src": "blob: data:",
          "object-src": "'none'",
          "base-uri": "'none'",
          "form-action": "'none'",
        });
        delete bundle["index.html"];
        this.emitFile({ type: "asset", fileName: FILE_NAME, source });
      },
    },
  };
}

/**
 * What a policy names the inline parts of a page by.
 *
 * @param {string} html
 * @param {"script" | "style"} tag
 */
function hashesOf(html, tag) {
  return [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, "gs"))]
    .map(([, content = ""]) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`)
    .join(" ");
}

/**
 * Makes the file with every build of the app that is served, beside it, so that the page can offer it.
 *
 * @returns {import("vite").Plugin}
 */
export function andOneFile() {
  let outDir = "";
  let configFile = "";
  return {
    name: "and-one-file",
    apply: "build",
    configResolved: (config) => {
      outDir = config.build.outDir;
      configFile = config.configFile ?? "";
    },
    closeBundle: {
      // After what the service worker keeps was listed: the file is not for the offline cache.
      order: "post",
      sequential: true,
      handler: async () => {
        await build({ configFile, mode: ONE_FILE_MODE, logLevel: "warn", build: { outDir } });
      },
    },
  };
}
