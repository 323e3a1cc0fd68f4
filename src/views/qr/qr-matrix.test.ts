import jsQR from "jsqr";
import { expect, test } from "vitest";
import { qrMatrix, qrPath } from "./qr-matrix";

type Modules = readonly (readonly boolean[])[];

/** What a reader that shares no code with the writer makes of the modules, each drawn as a square of some pixels. */
function decoded(modules: Modules): string | undefined {
  const px = 4;
  const side = modules.length * px;
  const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (modules[Math.floor(y / px)]?.[Math.floor(x / px)])
        pixels.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
  return jsQR(pixels, side, side)?.data;
}

/** The modules that a path covers, by its own runs. */
function drawn(path: string, size: number): Modules {
  const modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return modules;
}

const LINKS = [
  "https://example.org/microfs/#/learn?lesson=look-left&part=predict",
  "https://example.org/#/cases?case=side-by-side&row=0&join=1&phase=keep_latest",
  "https://example.org/%E2%9C%93/#/lab/train?find=“ä”",
  `https://example.org/#/lab/train?scenario=1${"eJyrVkosLcnIL1KyUlAqSy0qzszPU6oFAGJnB9k".repeat(40)}`,
];

test.each(LINKS)("a reader reads %s from its code", (link) => {
  const modules = qrMatrix(link);
  expect(modules === null ? null : decoded(modules)).toBe(link);
});

test("a code has four light modules around it", () => {
  const modules = qrMatrix("https://example.org/") ?? [];
  const size = modules.length;
  const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [x, y] : [])));
  expect([Math.min(...dark), Math.max(...dark)]).toEqual([4, size - 5]);
});

test("a link of 1,732 bytes still has a code; a longer one has none", () => {
  const link = (bytes: number) => "https://example.org/#".padEnd(bytes, "a");
  expect(qrMatrix(link(1_732))).toHaveLength(137 + 8);
  expect(qrMatrix(link(1_733))).toBeNull();
});

test("the path covers the dark modules and no others", () => {
  const modules = qrMatrix(LINKS[0] ?? "") ?? [];
  expect(drawn(qrPath(modules), modules.length)).toEqual(modules);
});
