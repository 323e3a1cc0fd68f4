import { afterEach, expect, test, vi } from "vitest";
import { MissingFileError, servedFile, thisFile } from "./app-file";
import { carrying } from "./carried";

const FILE = [
  "<!doctype html>",
  '<html lang="en"><head><title>microFS</title><script>if (1 < 2 && "<b>") run();</script></head>',
  '  <body>\n    <div id="root"></div>\n  </body></html>',
  "",
].join("\n");

function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

afterEach(() => void vi.unstubAllGlobals());

test("the file is made of the page as it was parsed, not of what was drawn into it, and carries nothing", async () => {
  const page = parsed(carrying(FILE, { start: "/learn", plan: { title: "old" } }));
  const file = thisFile(page);
  page.documentElement.dataset.theme = "dark";
  page.title = "Learn";
  page.getElementById("root")?.append("drawn");
  page.head.append(page.createElement("style"));
  const again = parsed(await file());
  expect(again.documentElement.dataset.theme).toBeUndefined();
  expect(again.title).toBe("microFS");
  expect(again.getElementById("root")?.childNodes).toHaveLength(0);
  expect(again.querySelectorAll("style, [id^=microfs-]")).toHaveLength(0);
  expect(again.querySelector("script")?.textContent).toBe('if (1 < 2 && "<b>") run();');
});

test("a file that a file has made makes the very same file again", async () => {
  const once = await thisFile(parsed(FILE))();
  const twice = await thisFile(parsed(carrying(once, { start: "/learn" })))();
  expect(await thisFile(parsed(twice))()).toBe(twice);
  expect(parsed(twice).head.innerHTML).toBe(parsed(FILE).head.innerHTML);
});

const SERVED = `<meta http-equiv="Content-Security-Policy" content="script-src 'sha256-x'"><div id="root"></div>`;

test.each([
  ["is served", new Response(SERVED), SERVED],
  ["is not there", new Response(SERVED, { status: 404 }), null],
  ["is answered with another page", new Response('<div id="root"></div>'), null],
  ["is asked for without a network", new TypeError("Failed to fetch"), null],
])("the served file, where it %s", async (_, answer, html) => {
  const fetch = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  vi.stubGlobal("fetch", fetch);
  if (html === null) await expect(servedFile()).rejects.toBeInstanceOf(MissingFileError);
  else expect(await servedFile()).toBe(html);
});
