import { fileURLToPath } from "node:url";

/**
 * js-aruco2's image operations hand themselves over as a property of `this`, which is neither a module nor CommonJS to a bundler,
 * though Node takes it for the latter. In a build they get the default export that they have in Node.
 *
 * @returns {import("vite").Plugin}
 */
export function jsAruco2Module() {
  return {
    name: "js-aruco2-module",
    transform(code, id) {
      if (!/\/js-aruco2\/src\/cv\.js$/.test(id)) return null;
      if (!code.includes("this.CV = CV;")) this.error("js-aruco2 hands itself over in another way now.");
      return { code: `${code.replace("this.CV = CV;", "")}\nexport default { CV };`, map: null };
    },
  };
}

/** Reads `&amp;` within Markdown: in a browser by an element, which a worker has none of. */
const WITH_DOCUMENT = "decode-named-character-reference";

/**
 * Gives a worker that reads Markdown the form of a package that does without the document. A bundler takes the browser's.
 *
 * @returns {import("vite").Plugin}
 */
export function noDocumentInWorkers() {
  return {
    name: "no-document-in-workers",
    enforce: "pre",
    resolveId(id) {
      return id === WITH_DOCUMENT ? fileURLToPath(import.meta.resolve(WITH_DOCUMENT)) : null;
    },
  };
}
