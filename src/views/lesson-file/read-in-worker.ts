import { problemAt } from "../../learn/lesson-file/lesson-problem";
import type { ShowableLesson } from "./read-showable-lesson";

/** A lesson is read in a hundredth of it; what takes longer would hold the page up, too. */
const LIMIT_MS = 8_000;

/**
 * Reads a lesson file of unknown origin in a worker of its own, which is ended when it takes too long: whatever stands in the
 * file, the page goes on.
 */
export function readInWorker(written: string): Promise<ShowableLesson> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./lesson-file-worker.ts", import.meta.url), {
      type: "module",
      name: "lesson file",
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.terminate();
      settle();
    };
    const timer = setTimeout(() => end(() => resolve(TOO_LONG)), LIMIT_MS);
    worker.addEventListener("message", ({ data }: MessageEvent<ShowableLesson>) => end(() => resolve(data)));
    worker.addEventListener("error", ({ message }) =>
      end(() => reject(new Error(`The lesson file could not be read. ${message}`))),
    );
    worker.postMessage(written);
  });
}

const TOO_LONG: ShowableLesson = {
  ok: false,
  problems: [
    problemAt(
      1,
      null,
      "it takes too long to read this file. Make it simpler: fewer rows, questions or brackets.",
    ),
  ],
};
