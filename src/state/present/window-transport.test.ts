import { afterEach, expect, test, vi } from "vitest";
import { openTransport, type WindowTransport } from "./window-transport";

afterEach(() => vi.unstubAllGlobals());

/** A window that keeps what is posted to it. */
function fakeWindow() {
  const posted: unknown[] = [];
  return { posted, postMessage: (data: unknown) => posted.push(data) };
}

/** A message as the browser gives it. The source must be a window: what the test gives for one is put in. */
function arrive(data: unknown, source: object, origin = "null"): void {
  const event = new MessageEvent("message", { data, origin });
  Object.defineProperty(event, "source", { value: source });
  window.dispatchEvent(event);
}

const isOurs = (data: unknown) => typeof data === "string" && data.startsWith("ours");
const open: WindowTransport[] = [];

function opened(onData: (data: unknown) => void): WindowTransport {
  const transport = openTransport(onData, isOurs);
  open.push(transport);
  return transport;
}

afterEach(() => {
  for (const transport of open.splice(0)) transport.stop();
});

test("from a file, the window that opened this one hears it from the beginning", () => {
  const opener = fakeWindow();
  vi.stubGlobal("origin", "null");
  vi.stubGlobal("opener", opener);
  opened(() => {}).post("ours: hello");
  expect(opener.posted).toEqual(["ours: hello"]);
});

test("from a file, whoever has spoken to it is answered from then on", () => {
  const child = fakeWindow();
  vi.stubGlobal("origin", "null");
  vi.stubGlobal("opener", null);
  const heard: unknown[] = [];
  const transport = opened((data) => heard.push(data));
  transport.post("ours: nobody hears this");
  arrive("ours: hello", child);
  transport.post("ours: here");
  expect(heard).toEqual(["ours: hello"]);
  expect(child.posted).toEqual(["ours: here"]);
});

test("from a file, nothing is taken from another page, and it is told nothing", () => {
  const stranger = fakeWindow();
  vi.stubGlobal("origin", "null");
  vi.stubGlobal("opener", null);
  const heard: unknown[] = [];
  const transport = opened((data) => heard.push(data));
  arrive("theirs", stranger);
  arrive("ours: but from a site", stranger, "https://example.org");
  transport.post("ours: secret");
  expect(heard).toEqual([]);
  expect(stranger.posted).toEqual([]);
});

test("where there is an origin, its windows have a channel", async () => {
  vi.stubGlobal("origin", "https://class.example");
  const heard: unknown[] = [];
  const a = opened(() => {});
  opened((data) => heard.push(data));
  a.post({ kind: "hello" });
  await vi.waitFor(() => expect(heard).toEqual([{ kind: "hello" }]));
});
