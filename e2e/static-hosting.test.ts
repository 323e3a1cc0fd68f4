import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { expect, test } from "./test";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** The plainest web server: files of `dist` under /some/folder/, no special headers, no fallback to index.html. */
async function plainServer(): Promise<{ server: Server; address: string }> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(/\/$/, "/index.html");
    try {
      if (!path.startsWith("/some/folder/") || path.includes("..")) throw new Error("outside the folder");
      const content = await readFile(join("dist", path.slice("/some/folder/".length)));
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/folder/` };
}

test("the build runs in a subfolder of a plain web server and asks nothing of any other host", async ({
  page,
}) => {
  const { server, address } = await plainServer();
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  try {
    await page.goto(address, { waitUntil: "networkidle" });
    await expect(page.getByRole("main")).toBeVisible();
    expect(wrong).toEqual([]);
    expect(asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(address))).toEqual([]);
  } finally {
    server.close();
  }
});
