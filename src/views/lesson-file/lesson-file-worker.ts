import { readShowableLesson } from "./read-showable-lesson";

/** Reads one lesson file, and answers with what it is. */
addEventListener("message", ({ data }: MessageEvent<string>) => postMessage(readShowableLesson(data)));
