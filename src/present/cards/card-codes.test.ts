import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { CARD_COUNT, codeOf, LEAST_DISTANCE, quarterTurn, TURNED_CODES } from "./card-codes";

/** In how many cells two codes differ. */
function distance(a: number, b: number): number {
  return [...(a ^ b).toString(2)].filter((bit) => bit === "1").length;
}

const rows = (code: number) => code.toString(2).padStart(25, "0").match(/.{5}/g);

describe("the codes of the cards", () => {
  test("are those of ArUco's dictionary 5×5 1000, by their numbers there", () => {
    const path = createRequire(import.meta.url).resolve("js-aruco2/src/dictionaries/aruco_5x5_1000.js");
    const dictionary = [...readFileSync(path, "utf8").matchAll(/\[(\d+),(\d+),(\d+),([01])\]/g)].map(
      ([, ...bytes]) => {
        const [a = 0, b = 0, c = 0, last = 0] = bytes.map(Number);
        return (a << 17) | (b << 9) | (c << 1) | last;
      },
    );
    expect(dictionary).toHaveLength(1000);
    expect(Array.from({ length: CARD_COUNT }, (_, i) => codeOf(i + 1))).toEqual(
      dictionary.slice(1, CARD_COUNT + 1),
    );
  });

  test("differ from each other and from themselves, in all turnings, in at least eight cells", () => {
    const distances = TURNED_CODES.flatMap((a, i) =>
      TURNED_CODES.slice(0, i).map((b) => distance(a.code, b.code)),
    );
    expect(distances).toHaveLength((240 * 239) / 2);
    expect(Math.min(...distances)).toBe(LEAST_DISTANCE);
  });

  test("a quarter turn against the clock brings the right edge up", () => {
    expect(rows(0b00001_00001_00001_00001_00011)).toEqual(["00001", "00001", "00001", "00001", "00011"]);
    expect(rows(quarterTurn(0b00001_00001_00001_00001_00011))).toEqual([
      "11111",
      "00001",
      "00000",
      "00000",
      "00000",
    ]);
  });

  test("four quarter turns are none", () => {
    const code = codeOf(17);
    expect(quarterTurn(quarterTurn(quarterTurn(quarterTurn(code))))).toBe(code);
  });

  test("there is no card 0 and none beyond the last", () => {
    expect(() => codeOf(0)).toThrow(RangeError);
    expect(() => codeOf(CARD_COUNT + 1)).toThrow(RangeError);
  });
});
