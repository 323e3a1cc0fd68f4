import { cutMessage } from "../cut-message";
import type { RuntimePart, ToFrame } from "../messages";

/**
 * Runs in the sandboxed frame, and starts and ends the workers in which a reader's code runs. It runs none itself: so the frame can
 * always end a worker. The page speaks to it by a port that it sends first.
 *
 * A frame that is sandboxed is not answered by a service worker, so not without a network. So where a page is served, this runs twice:
 * in a frame of the page's origin, which holds nothing but the policy and the sandboxed frame, and in that one, which inherits the policy.
 */
addEventListener("message", function open({ source, ports: [port] }) {
  if (source !== parent || port === undefined) return;
  removeEventListener("message", open);
  if (origin === "null") serve(port);
  else passOn(port);
});

function passOn(port: MessagePort): void {
  const inner = document.createElement("iframe");
  inner.setAttribute("sandbox", "allow-scripts");
  inner.srcdoc = document.documentElement.outerHTML;
  inner.onload = () => inner.contentWindow?.postMessage(null, "*", [port]);
  document.body.append(inner);
}

function serve(port: MessagePort): void {
  const workers = new Map<number, Worker>();
  const kept = new Map<string, RuntimePart>();

  port.onmessage = async ({ data, ports: [workerPort] }: MessageEvent<ToFrame>) => {
    if (data.kind === "ask") port.postMessage({ kind: "alive" });
    else if (data.kind === "end") {
      workers.get(data.worker)?.terminate();
      workers.delete(data.worker);
    } else if (data.kind === "keep") {
      const { name, bytes } = data;
      try {
        kept.set(name, name.endsWith(".wasm") ? await WebAssembly.compile(bytes) : bytes);
        port.postMessage({ kind: "kept", name, problem: null });
      } catch (error) {
        port.postMessage({ kind: "kept", name, problem: String(error) });
      }
    } else if (workerPort !== undefined) start(data, workerPort);
  };

  const start = (
    { worker: id, script, type, parts }: ToFrame & { kind: "start" },
    workerPort: MessagePort,
  ) => {
    // A worker of text has an origin of its own, so no storage, and inherits this frame's policy, so no network.
    const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`;
    const worker = new Worker(url, { type });
    workers.set(id, worker);
    const broke = (message: string, line: number | null) =>
      port.postMessage({ kind: "broke", worker: id, message, line });
    worker.onerror = (event) => {
      event.preventDefault();
      broke(cutMessage(event.message ?? ""), event.lineno ? event.lineno : null);
    };
    worker.onmessageerror = () => broke("", null);
    worker.postMessage({ parts: Object.fromEntries(parts.map((name) => [name, kept.get(name)])) }, [
      workerPort,
    ]);
  };
  port.postMessage({ kind: "opened" });
}
