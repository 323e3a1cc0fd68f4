import { cutMessage } from "../cut-message";
import { MOST_PRINTED, type ToWorker, type WorkerStart } from "../messages";
import { type Answers, type Engine, type Join, ProgramFailure, type StartEngine } from "./engine";

/** The largest row number that is handed out as one: more rows than that no entity has. */
const GREATEST_ROW = 2 ** 31 - 1;

/**
 * Waits for the port to the page, makes the engine ready, and answers runs until the worker is ended.
 *
 * What it needs of the platform it takes before any code of a reader has run: that code can replace everything that can be reached by
 * a name, and would else find the port. It could only spoil its own answers with it, since a worker runs the code of one reader.
 */
export function serve(start: StartEngine): void {
  addEventListener(
    "message",
    async ({ data, ports: [port] }: MessageEvent<WorkerStart>) => {
      if (port === undefined) return;
      const post = port.postMessage.bind(port) as (message: unknown, transfer?: Transferable[]) => void;
      // Nobody listens to the worker itself; a program that wrote there would only fill the frame's memory.
      Object.defineProperty(globalThis, "postMessage", { value: undefined });
      try {
        const engine = await start(data.parts, (name, bytes) => post({ kind: "made", name, bytes }, [bytes]));
        port.onmessage = ({ data }: MessageEvent<ToWorker>) => run(engine, data, post);
        post({ kind: "ready" });
      } catch (error) {
        post({ kind: "not_ready", message: String(error) });
      }
    },
    { once: true },
  );
}

async function run(engine: Engine, { source, inputs }: ToWorker, post: (message: unknown) => void) {
  let join: Join;
  try {
    join = await engine.read(source, boundedPrint(post));
  } catch (error) {
    post({ kind: "failed", ...failureOf(error), isAll: true });
    // What is no fault of the program is one of the engine.
    return post({ kind: "ended", isClean: error instanceof ProgramFailure && engine.isClean() });
  }
  for (const input of inputs) {
    try {
      post({ kind: "answers", ...rowsAndBad(await join(input)) });
    } catch (error) {
      post({ kind: "failed", ...failureOf(error), isAll: false });
    }
  }
  post({ kind: "ended", isClean: engine.isClean() });
}

function failureOf(error: unknown) {
  return error instanceof ProgramFailure
    ? { message: cutMessage(error.message), line: error.line }
    : { message: cutMessage(String(error)), line: null };
}

/** Sends what a program writes, and says once that it was too much. */
function boundedPrint(post: (message: unknown) => void): (text: string) => void {
  let characters = 0;
  let lines = 0;
  let isFlooded = false;
  return (text) => {
    if (isFlooded) return;
    characters += text.length;
    // A text without a line's end counts too: so the messages are no more than this.
    lines += Math.max(1, text.split("\n").length - 1);
    isFlooded = characters > MOST_PRINTED.characters || lines > MOST_PRINTED.lines;
    const left = MOST_PRINTED.characters - (characters - text.length);
    post({ kind: "printed", text: text.slice(0, left) });
    if (isFlooded) post({ kind: "flooded" });
  };
}

function rowsAndBad(answers: Answers) {
  const rows = new Int32Array(answers.length).fill(-1);
  let bad: { at: number; text: string } | null = null;
  for (const [at, answer] of answers.entries()) {
    if (answer === null) continue;
    if (typeof answer === "number" && Number.isInteger(answer) && answer >= 0 && answer <= GREATEST_ROW)
      rows[at] = answer;
    else bad ??= { at, text: cutMessage(typeof answer === "object" ? answer.text : String(answer)) };
  }
  return { rows, bad };
}
