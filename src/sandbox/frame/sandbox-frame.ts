import page from "virtual:sandbox-frame";
import * as v from "valibot";
import { fromFrame, type ToFrame } from "../messages";
import { SandboxError } from "../sandbox-error";

/** A worker inside of the frame. */
export interface FrameWorker {
  /** To its script, and to whatever a reader's code makes of that: nothing that comes is to be trusted. */
  readonly port: MessagePort;
  /** Is called where the script cannot be read, or the worker dies; with the browser's words and a line, which may be none. */
  onBroken: (message: string, line: number | null) => void;
  /** Ends it at once, whatever it does. */
  end(): void;
}

/** The sandboxed frame in which workers run. */
export interface SandboxFrame {
  /** Keeps bytes, which are gone from here after that, for workers that are started later. A `.wasm` is compiled once. */
  keep(name: string, bytes: ArrayBuffer): Promise<void>;
  start(script: string, options: { type: WorkerType; parts: readonly string[] }): FrameWorker;
  /** Whether it still answers: a program that takes all memory can end the process that the frame is in, and nobody is told. */
  isAlive(): Promise<boolean>;
  close(): void;
}

/** After which a frame that runs nothing itself would have answered, on any machine. */
const ANSWERS_WITHIN_MS = 10_000;

/**
 * Puts the frame into the page, where it is not seen. It has an origin of its own, and a policy that allows no request.
 * Rejects with a `SandboxError` where the frame cannot be had.
 */
export async function openFrame(): Promise<SandboxFrame> {
  const element = document.createElement("iframe");
  element.title = "Where your code runs";
  element.hidden = true;
  if (page.url === null) {
    element.setAttribute("sandbox", "allow-scripts");
    element.srcdoc = page.html;
  } else {
    // It holds the sandboxed one: see its script.
    element.src = page.url;
  }
  const { port1: port, port2 } = new MessageChannel();
  const workers = new Map<number, FrameWorker>();
  let onAlive = () => {};
  const keeping = new Map<string, (problem: string | null) => void>();
  await new Promise<void>((resolve, reject) => {
    port.onmessage = ({ data }) => {
      const message = v.parse(fromFrame, data);
      if (message.kind === "opened") resolve();
      else if (message.kind === "alive") onAlive();
      else if (message.kind === "kept") keeping.get(message.name)?.(message.problem);
      else workers.get(message.worker)?.onBroken(message.message, message.line);
    };
    // A sandboxed frame has an origin of its own, which has no name. No code of a reader runs in a frame and could lead it elsewhere.
    element.onload = () => element.contentWindow?.postMessage(null, "*", [port2]);
    element.onerror = () =>
      reject(new SandboxError("not_loaded", "What your code runs in could not be loaded."));
    document.body.append(element);
  });

  const post = (message: ToFrame, transfer: Transferable[]) => port.postMessage(message, transfer);
  let started = 0;
  return {
    keep: async (name, bytes) => {
      const problem = await new Promise<string | null>((resolve) => {
        keeping.set(name, resolve);
        post({ kind: "keep", name, bytes }, [bytes]);
      });
      if (problem !== null)
        throw new SandboxError("unavailable", `This browser cannot run what the language needs: ${problem}`);
    },
    start: (script, { type, parts }) => {
      started += 1;
      const id = started;
      const channel = new MessageChannel();
      const worker: FrameWorker = {
        port: channel.port1,
        onBroken: () => undefined,
        end: () => {
          channel.port1.close();
          workers.delete(id);
          post({ kind: "end", worker: id }, []);
        },
      };
      workers.set(id, worker);
      post({ kind: "start", worker: id, script, type, parts }, [channel.port2]);
      return worker;
    },
    isAlive: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), ANSWERS_WITHIN_MS);
        const before = onAlive;
        onAlive = () => {
          before();
          clearTimeout(timer);
          resolve(true);
        };
        post({ kind: "ask" }, []);
      }),
    close: () => {
      port.close();
      element.remove();
    },
  };
}
