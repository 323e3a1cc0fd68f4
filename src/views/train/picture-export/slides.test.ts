import { strFromU8 } from "fflate";
import { expect, test } from "vitest";
import { scenarioSliceNamed } from "../../../timeline/scenario-slices";
import { drawSlides, slideFiles, slidesOf } from "./slides";

const stepOf = (name: string, together = false) => {
  const { slice, at } = scenarioSliceNamed(name);
  return { slice, coordinate: together ? { ...at, together } : at };
};

test("the steps of a row with one join are numbered as they are played", () => {
  expect(slidesOf(stepOf("superseded"), "row").map(({ name }) => name)).toEqual([
    "01-find-entity",
    "02-rule-out-future",
    "03-rule-out-not-yet-known",
    "04-rule-out-expired",
    "05-keep-latest",
    "06-write-cell",
  ]);
});

test("with several joins, one by one, each step names its join; side by side it names none", () => {
  const one = slidesOf(stepOf("joins"), "row").map(({ name }) => name);
  expect(one.length).toBe(24);
  expect([one[0], one[23]]).toEqual(["01-user-payments-find-entity", "24-marketing-emails-write-cell"]);
  expect(slidesOf(stepOf("side-by-side"), "row").at(-1)?.name).toBe("06-write-cell");
});

test("one step alone is the first of its own", () => {
  expect(slidesOf(stepOf("superseded"), "step")).toEqual([
    { name: "01-write-cell", coordinate: scenarioSliceNamed("superseded").at },
  ]);
});

test("a zip has a folder for each theme, and what the slides say once", () => {
  const drawn = drawSlides(stepOf("superseded"), "row", "slide", { column: null, window: null, faces: "" });
  const files = slideFiles(drawn.map((slide) => ({ ...slide, png: Uint8Array.of(1) })));
  expect(Object.keys(files).length).toBe(6 * 2 * 2 + 1);
  expect(strFromU8(files["light/06-write-cell.svg"] ?? new Uint8Array())).toContain("fill:#fcfcfa");
  expect(strFromU8(files["dark/06-write-cell.svg"] ?? new Uint8Array())).toContain("fill:#14171a");
  expect(files["dark/06-write-cell.png"]).toEqual(Uint8Array.of(1));
  const said = strFromU8(files["sentences.txt"] ?? new Uint8Array()).split("\n");
  expect(said.length).toBe(7);
  expect(said[5]).toMatch(/^06-write-cell: User 2, as of 5 Nov 14:00\. /);
});
