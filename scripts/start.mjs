// Installs, builds and serves the app: `npm start`. Only what Node brings may be imported before ensureInstalled.
import { ensureInstalled } from "./install.mjs";
import { exitWith, root, run } from "./run.mjs";

async function start() {
  await ensureInstalled();
  const build = await run("vite", ["build", "--logLevel", "warn"]);
  if (build.code !== 0) throw new Error("The build failed; what was wrong stands above.");
  const { preview } = await import("vite");
  const server = await preview({ root, preview: { port: Number(process.env.PORT ?? 4173) } });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error("The server started, but has no local address.");
  console.log(`\nmicroFS is at ${address}\nCtrl+C ends it.`);
}

start().catch(exitWith);
