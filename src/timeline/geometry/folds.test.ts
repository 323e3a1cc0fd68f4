import { expect, test } from "vitest";
import { foldGaps } from "./folds";

// one character is one tick: x is something drawn, = is what is folded away
function drawn(times: string): string {
  const at = [...times].flatMap((letter, i) => (letter === "x" ? [i * 100] : []));
  const folds = foldGaps({ fromUs: 0, toUs: times.length * 100 }, at);
  return [...times]
    .map((letter, i) => (folds.some((fold) => fold.fromUs < i * 100 && i * 100 < fold.toUs) ? "=" : letter))
    .join("");
}

test.each([
  [
    "a burst and a long silence",
    "xxxxx-----------------------------x",
    "xxxxx=============================x",
  ],
  [
    "two silences between three bursts",
    "xxxx------------xxxx------------xxxx",
    "xxxx============xxxx============xxxx",
  ],
  [
    "evenly spread times stay as they are",
    "x-----x-----x-----x-----x-----x",
    "x-----x-----x-----x-----x-----x",
  ],
  [
    "gaps that are only somewhat longer stay as they are",
    "x-x---x-------x-------x--x",
    "x-x---x-------x-------x--x",
  ],
  ["few times stay as they are", "x-------x---x---x", "x-------x---x---x"],
  ["two times stay as they are", "x---------------x", "x---------------x"],
  ["nothing stays nothing", "----------", "----------"],
])("%s", (_, times, folded) => {
  expect(drawn(times)).toBe(folded);
});

test("times outside the window do not matter", () => {
  const burst = [0, 1, 2, 3, 4];
  expect(foldGaps({ fromUs: 0, toUs: 100 }, [...burst, 5000])).toEqual([]);
});
