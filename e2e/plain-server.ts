import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** A web server of one folder, under a path of its own. */
export interface PlainServer {
  /** Where the folder's index.html is. */
  readonly address: string;
  /** Serves another folder from now on, and nothing of the one before: a new version is published. */
  serve(folder: string): void;
  /** Ends it, with every connection: from now on there is no network. */
  stop(): Promise<void>;
}

/** The plainest web server: files of a folder under /some/folder/, no special headers, no fallback to index.html. */
export async function plainServer(folder = "dist"): Promise<PlainServer> {
  let served = folder;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(/\/$/, "/index.html");
    try {
      if (!path.startsWith("/some/folder/") || path.includes("..")) throw new Error("outside the folder");
      const content = await readFile(join(served, path.slice("/some/folder/".length)));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/folder/`,
    serve: (other) => {
      served = other;
    },
    stop: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
