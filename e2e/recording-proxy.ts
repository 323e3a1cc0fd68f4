import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What Chromium asks for itself, whatever the page: how to fill in forms, what is new. No page can ask it there. */
const BROWSERS_OWN =
  /^(content-autofill|optimizationguide-pa|safebrowsing|update)\.googleapis\.com:443$|^(accounts|clients\d)\.google\.com:443$/;

/**
 * A proxy that every request of a browser goes to but those to one origin, whoever in the browser makes them: a page, a
 * worker, a service worker. It writes down where they would have gone, and lets none through.
 */
export async function recordingProxy(home: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    /** Where requests would have gone, since the last time this was asked. */
    takeAsked: () => asked.splice(0).filter((url) => !BROWSERS_OWN.test(url)),
    /** For Playwright's `newContext`. Chromium goes around a proxy for this very machine, unless it is told not to. */
    proxy: { server: `http://127.0.0.1:${port}`, bypass: `<-loopback>,${new URL(home).host}` },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
