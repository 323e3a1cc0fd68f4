import { readdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

/** The folder of a build for what is too large to be kept before somebody has used it. */
export const RUNTIMES_FOLDER = "runtimes";

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
 * Keeps what a language runs on, many megabytes, once it was used, and lets it go with the version that it belongs to: a file that the
 * next version has too stays.
 *
 * @param {readonly string[]} files Of this version, in the folder of runtimes.
 */
function runtimesKept(files) {
  return `{
  const folder = registration.scope + "${RUNTIMES_FOLDER}/";
  const cacheName = "runtimes-" + registration.scope;
  const ofThisVersion = ${JSON.stringify(files)}.map((name) => folder + name);
  const fetchAndKeep = async (event) => {
    const kept = await caches.match(event.request, { cacheName });
    if (kept !== undefined) return kept;
    const response = await fetch(event.request);
    if (response.ok) {
      const copy = response.clone();
      event.waitUntil(
        caches
          .open(cacheName)
          .then((cache) => cache.put(event.request, copy))
          .catch(() => undefined),
      );
    }
    return response;
  };
  addEventListener("fetch", (event) => {
    if (ofThisVersion.includes(event.request.url)) event.respondWith(fetchAndKeep(event));
  });
  addEventListener("activate", (event) => {
    const letGo = async () => {
      if (!(await caches.has(cacheName))) return;
      const cache = await caches.open(cacheName);
      for (const { url } of await cache.keys()) if (!ofThisVersion.includes(url)) await cache.delete(url);
    };
    event.waitUntil(letGo());
  });
}
`;
}

/**
 * Writes both into the service worker of a build, since the plugin that makes it has no place for them. Chromium
 * lets a new version take over only once the old one's worker has ended, and a part that is asked of it while it ends
 * starts it again, for half a minute.
 *
 * @returns {import("vite").Plugin}
 */
export function serviceWorkerRoutes() {
  let folder = "";
  return {
    name: "service-worker-routes",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: {
      // After the plugin that writes the worker.
      order: "post",
      sequential: true,
      handler: async () => {
        const file = resolve(folder, "sw.js");
        // A build that runs nobody's code has no such folder.
        const runtimes = await readdir(resolve(folder, RUNTIMES_FOLDER)).catch(() => []);
        await writeFile(file, ROUTES + runtimesKept(runtimes) + (await readFile(file, "utf8")));
      },
    },
  };
}
