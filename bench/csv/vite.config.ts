import { defineConfig } from "vite";

/** The page of all readers, which is not shipped: built as the app is, since a bundle is what people run. */
export default defineConfig({
  root: import.meta.dirname,
  worker: { format: "es" },
  build: {
    outDir: "../../node_modules/.cache/bench-csv",
    emptyOutDir: true,
    target: "chrome120",
    chunkSizeWarningLimit: 2_000,
    // DuckDB's files go beside the page as they are.
    assetsInlineLimit: 0,
  },
});
