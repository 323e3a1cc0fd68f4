import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

/**
 * Lets the browser take the app's parts from what is kept by itself, where it can (Chromium), without asking the worker.
 * The cache is Workbox's own; names of parts have their content's hash in them, so that one kept is always the right one.
 */
const ROUTES = `addEventListener("install", (event) => {
  event
    .addRoutes?.({
      condition: { urlPattern: "assets/*" },
      source: { cacheName: "workbox-precache-v2-" + registration.scope },
    })
    .catch(() => undefined);
});
`;

/**
 * Writes the routes into the service worker of a build, since the plugin that makes it has no place for them. Chromium
 * lets a new version take over only once the old one's worker has ended, and a part that is asked of it while it ends
 * starts it again, for half a minute.
 *
 * @returns {import("vite").Plugin}
 */
export function serviceWorkerRoutes() {
  let file = "";
  return {
    name: "service-worker-routes",
    apply: "build",
    configResolved: ({ root, build }) => {
      file = resolve(root, build.outDir, "sw.js");
    },
    closeBundle: {
      // After the plugin that writes the worker.
      order: "post",
      sequential: true,
      handler: async () => writeFile(file, ROUTES + (await readFile(file, "utf8"))),
    },
  };
}
