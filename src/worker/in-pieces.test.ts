import { expect, test } from "vitest";
import { inPieces } from "./in-pieces";

test("work is done to its end, and events come in between", async () => {
  const heard: string[] = [];
  function* work() {
    for (let piece = 0; piece < 3; piece++) {
      const until = performance.now() + 30;
      while (performance.now() < until);
      heard.push(`piece ${piece}`);
      yield;
    }
    return heard.length;
  }
  setTimeout(() => heard.push("event"));
  await inPieces(work(), new AbortController().signal);
  expect(heard.indexOf("event")).toBeLessThan(heard.indexOf("piece 2"));
  expect(heard).toHaveLength(4);
});

test("an abort ends it at the next pause", async () => {
  const controller = new AbortController();
  let pieces = 0;
  function* work() {
    for (;;) {
      pieces++;
      const until = performance.now() + 30;
      while (performance.now() < until);
      if (pieces === 2) controller.abort(new Error("not any more"));
      yield;
    }
  }
  await expect(inPieces(work(), controller.signal)).rejects.toThrow("not any more");
  expect(pieces).toBe(2);
});
