import { availableParallelism } from "node:os";
import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { configDefaults, defineConfig } from "vitest/config";
import { contentSecurityPolicy } from "./scripts/content-security-policy.mjs";
import { iconInside } from "./scripts/icon-inside.mjs";
import { andOneFile, ONE_FILE_MODE, oneFile } from "./scripts/one-file.mjs";
import { isRuntimeFile, sandboxPrograms } from "./scripts/sandbox/sandbox-programs.mjs";
import { RUNTIMES_FOLDER, serviceWorkerRoutes } from "./scripts/service-worker-routes.mjs";
import { jsAruco2Module, noDocumentInWorkers } from "./scripts/worker-modules.mjs";

/** The tests of what needs no page. */
const RULES = [
  "src/{microfs,terms,scenario,formats,compare,why-empty,learn,present,ladder,sandbox,worker}/**/*.test.ts",
  "src/timeline/**/!(*-svg).test.ts",
  "src/ui/token*.test.ts",
  "scripts/**/*.test.ts",
];

export default defineConfig(({ mode }) => ({
  // Relative addresses: the build can be served from any folder of any web server.
  base: "./",
  plugins: [
    react(),
    // While developing, page and workers are given the same form of a package.
    { ...noDocumentInWorkers(), apply: "serve" },
    iconInside(),
    sandboxPrograms({ asFiles: mode !== ONE_FILE_MODE }),
    ...(mode === ONE_FILE_MODE ? oneFile() : served()),
  ],
  // A worker is a build of its own, with plugins of its own.
  worker: { format: "es", plugins: () => [jsAruco2Module(), noDocumentInWorkers()] },
  optimizeDeps: { exclude: ["js-aruco2", "decode-named-character-reference"] },
  build: {
    target: ["chrome120", "firefox121", "safari17"],
    rolldownOptions: {
      output: {
        // What all pages start with is one file, and what most of them share another; else each way of sharing is a file of its
        // own, and a page is made of sixty.
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"], priority: 2 },
            { name: "pages", test: /[\\/]src[\\/]/, minShareCount: 4, priority: 1 },
          ],
        },
        assetFileNames: ({ names: [name = ""] }) =>
          `${isRuntimeFile(name) ? RUNTIMES_FOLDER : "assets"}/[name]-[hash][extname]`,
      },
    },
  },
  test: {
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Vitest itself leaves one core free, which on a machine of two is half of it.
    maxWorkers: availableParallelism(),
    // Test files share what they import, and the page they run in: most of what one costs by itself is these two.
    isolate: false,
    projects: [
      { extends: true, test: { name: "rules", include: RULES } },
      {
        extends: true,
        test: {
          name: "page",
          environment: "jsdom",
          setupFiles: "src/ui/testing/leave-page-clean.ts",
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...RULES],
        },
      },
    ],
  },
}));

/** What the app has where a server serves it, and one file has not. */
function served() {
  return [
    contentSecurityPolicy(),
    // Everything is kept at the first visit, and a new version waits until the reader takes it: docs/decisions, "offline and new versions".
    VitePWA({
      registerType: "prompt",
      // The page registers it itself: src/views/frame/new-version.ts.
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        name: "microFS",
        short_name: "microFS",
        description: "A feature store you can see: point-in-time joins, step by step, on your own data.",
        display: "standalone",
        background_color: "#fcfcfa",
        theme_color: "#fcfcfa",
        icons: [
          { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
          { src: "icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
      workbox: {
        globPatterns: ["**/*"],
        // The plugin adds the manifest itself; the app as one file would double what is kept, and is there where it is wanted.
        // What a language runs on is kept once it was used.
        globIgnores: ["manifest.webmanifest", "microfs.html", `${RUNTIMES_FOLDER}/**`],
        // One file, so that a worker and what it needs cannot be of two builds.
        inlineWorkboxRuntime: true,
        // The first visit works offline at once, not only from its first reload on.
        clientsClaim: true,
        // Routes stand after #. Other addresses below the app's folder are not the app's to answer.
        navigateFallback: null,
        // But index.html?anything is.
        ignoreURLParametersMatching: [/./],
        // It would also take away what a copy of the app in a folder below this one keeps.
        cleanupOutdatedCaches: false,
      },
    }),
    serviceWorkerRoutes(),
    andOneFile(),
  ];
}
