import { defineConfig } from "vite";
import { contentSecurityPolicy } from "../../scripts/content-security-policy.mjs";
import { sandboxPrograms } from "../../scripts/sandbox-programs.mjs";

/** The sandbox on a page of its own, under the policy of the app: built and served for the tests alone. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [contentSecurityPolicy(), sandboxPrograms({ asFiles: true })],
  build: { outDir: "../../node_modules/.cache/sandbox-page", emptyOutDir: true, target: "chrome120" },
});
