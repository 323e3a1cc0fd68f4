import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";
import type { StartedBrowser } from "./started-browser";

const VIEWPORT = { width: 1440, height: 900 };

/**
 * Starts WebKitGTK's small browser on a screen of its own, driven by WebDriver. Its `sendKeys` never returns, so nothing
 * here types: fields are written by script.
 */
export async function startWebKit(driverPath: string, browserPath: string): Promise<StartedBrowser> {
  const port = await freePort();
  const server = spawn(
    "xvfb-run",
    ["-a", "-s", `-screen 0 ${VIEWPORT.width}x${VIEWPORT.height}x24`, driverPath, `--port=${port}`],
    // A group of its own: the screen, the driver and the browser end together.
    { detached: true, stdio: "ignore" },
  );
  try {
    await isAnswering(server, port);
    const wanted = new Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: browserPath, args: ["--automation"] },
    });
    const web = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
    await web
      .manage()
      .window()
      .setRect({ x: 0, y: 0, ...VIEWPORT });
    return { driver: driverOf(web), stop: () => web.quit().finally(() => endGroup(server)) };
  } catch (error) {
    endGroup(server);
    throw error;
  }
}

function driverOf(web: WebDriver): StartedBrowser["driver"] {
  return {
    goTo: (url) => web.get(url),
    reload: () => web.navigate().refresh(),
    run: (inPage, ...args) => web.executeScript(`return (${inPage})(...${JSON.stringify(args)})`),
    drag: async (...points) => {
      const pointer = web.actions();
      for (const [at, [x, y]] of points.entries()) {
        pointer.move({ x, y });
        if (at === 0) pointer.press();
      }
      await pointer.release().perform();
    },
  };
}

/** Waits until the driver answers, or has ended without. */
async function isAnswering(server: ChildProcess, port: number): Promise<void> {
  let ended: Error | undefined;
  server.once("error", (error) => {
    ended = error;
  });
  server.once("exit", (code) => {
    ended ??= new Error(`WebKit's driver ended with exit code ${code} before it answered.`);
  });
  for (;;) {
    if (ended !== undefined) throw ended;
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (status?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid);
  } catch (error) {
    // It has ended by itself.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port could be found");
  return address.port;
}
