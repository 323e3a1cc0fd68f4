import { readFile } from "node:fs/promises";

/**
 * Writes the icon into the page of a build: a request for it comes late, is given up by a reload, and cannot be answered
 * from what is kept for working offline without the service worker.
 *
 * @returns {import("vite").Plugin}
 */
export function iconInside() {
  return {
    name: "icon-inside",
    apply: "build",
    transformIndexHtml: {
      order: "pre",
      handler: async (html) => {
        const icon = encodeURIComponent(await readFile("public/icon.svg", "utf8"));
        return html.replace('href="./icon.svg"', `href="data:image/svg+xml,${icon}"`);
      },
    },
  };
}
