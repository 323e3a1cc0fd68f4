import { fileURLToPath } from "node:url";

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
