import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { sandboxPrograms } from "../../scripts/sandbox/sandbox-programs.mjs";

/** The page of two apps, which is not shipped: built and served for the tests alone. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), sandboxPrograms({ asFiles: true })],
  base: "./",
  worker: { format: "es" },
  build: {
    outDir: "../../node_modules/.cache/two-apps",
    emptyOutDir: true,
    target: "chrome120",
    minify: false,
  },
});
