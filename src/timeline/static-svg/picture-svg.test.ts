import { describe, expect, test } from "vitest";
import { drawableGuess } from "../picture/guess/drawable-guess";
import { initialWindow } from "../picture/initial-window";
import { picture } from "../picture/picture";
import { CASE_SLICES, scenarioSliceNamed } from "../scenario-slices";
import { sentence } from "../words/sentence";
import { plainText } from "../words/sentence-parts";
import { type PictureSvgOptions, pictureSvg } from "./picture-svg";

const train = scenarioSliceNamed("train");

function drawn({ slice, at }: Pick<typeof train, "slice" | "at">, options: Partial<PictureSvgOptions> = {}) {
  const shown = picture(slice, at, initialWindow(slice, at.spineRow), { width: 960 });
  const parts = sentence(slice, at);
  const caption = { parts, sizePx: 20, linePx: 30 };
  return { shown, parts, ...pictureSvg(shown, { title: plainText(parts), caption, ...options }) };
}

/** Reads an SVG as strictly as XML is read. */
function read(svg: string): Element {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (root.localName !== "svg") throw new Error(root.textContent ?? "not well-formed");
  return root;
}

/** Every text in the order of the file, without the sheet. */
const texts = (root: Element, name: string) =>
  [...root.querySelectorAll(name)].map(({ textContent }) => textContent ?? "");

describe("pictureSvg", () => {
  test.each(CASE_SLICES.map((scenario) => [scenario.name, scenario] as const))(
    "writes %s with every mark, every label and the whole sentence",
    (_, scenario) => {
      const { svg, shown, parts } = drawn(scenario);
      const root = read(svg);
      const marks = shown.lanes.flatMap((lane) => lane.marks);
      expect(texts(root, "g > title")).toEqual(marks.map(({ title }) => title));
      const glyphs = parts.filter(({ kind }) => kind === "count" || kind === "value");
      expect(root.querySelectorAll(".verdict").length).toBe(marks.length + glyphs.length);
      const written = texts(root, "text");
      for (const { text } of shown.lanes.flatMap((lane) => lane.labels)) expect(written).toContain(text);
      const letters = (text: string) => text.replace(/\s/g, "");
      expect(letters(texts(root, ".said text").join(""))).toBe(letters(plainText(parts)));
    },
  );

  test("has a rule for every class, in its own sheet, which reaches nothing beside it", () => {
    for (const scenario of CASE_SLICES) {
      const root = read(drawn(scenario, { id: "one" }).svg);
      const sheet = root.querySelector("style")?.textContent ?? "";
      for (const rule of sheet.matchAll(/([^{}]+)\{/g))
        for (const selector of (rule[1] ?? "").split(",")) expect(selector).toMatch(/^#one /);
      for (const element of root.querySelectorAll("[class]")) {
        // A text's tone says nothing more where it is written as all others are; neither does a lane whose turn it is.
        const classes = [...element.classList].filter((name) => name !== "current" && name !== "written");
        for (const name of classes)
          expect(element.matches("text, path, circle") || sheet.includes(`.${name}`), name).toBe(true);
      }
      for (const [, reference] of root.outerHTML.matchAll(/url\(#([^)]+)\)/g))
        expect(root.querySelector(`[id="${reference}"]`)).not.toBeNull();
    }
  });

  test("writes a guess, its bracket and the caps of the lines, with a rule for each", () => {
    const { slice, at } = train;
    const shown = picture(slice, { ...at, join: 0 }, initialWindow(slice, at.spineRow), {
      width: 960,
      caps: true,
      guess: drawableGuess({ join: 0, row: 4, isAnswered: true }),
    });
    const root = read(pictureSvg(shown, { title: "a guess" }).svg);
    const sheet = root.querySelector("style")?.textContent ?? "";
    expect(root.querySelectorAll(".guess-frame").length).toBe(1);
    expect([...root.querySelectorAll(".guess-bracket")].map(({ classList }) => classList[1])).toEqual([
      "chosen",
      "leak",
    ]);
    expect(root.querySelectorAll(".cap.closed").length).toBe(2);
    for (const name of ["guess-frame", "guess-bracket.leak", "cap.closed", "written.ink"])
      expect(sheet).toContain(`.${name}`);
    expect(texts(root, "text")).toContain("yours");
  });

  test("is light by default, and dark on request", () => {
    expect(drawn(train).svg).toContain("#picture .paper,#picture .fold{fill:#fcfcfa}");
    expect(drawn(train, { theme: "dark" }).svg).toContain("#picture .paper,#picture .fold{fill:#14171a}");
  });

  test("names faces, and holds those that it is given", () => {
    const faces = '@font-face{font-family:"IBM Plex Sans";src:url(data:font/woff2;base64,AA==)}';
    const sheet = (svg: string) => read(svg).querySelector("style")?.textContent ?? "";
    expect(sheet(drawn(train).svg)).toContain("font-family:'IBM Plex Sans',system-ui,sans-serif");
    expect(sheet(drawn(train, { faces }).svg)).toContain(faces);
  });

  test("draws what is too dense for marks as a path per state", () => {
    const dense = CASE_SLICES.find(({ name }) => name === "dense-rows") ?? train;
    const { svg, shown } = drawn(dense);
    const density = shown.lanes[0]?.density;
    const states = new Set(density?.items.flatMap(({ parts }) => parts.map(({ state }) => state)));
    expect(density).not.toBeNull();
    expect(read(svg).querySelectorAll("path[style]").length).toBe(states.size);
    expect(svg.length).toBeLessThan(40_000);
  });

  test("writes any text as text", () => {
    const odd = 'a <b> & "c" \u0007 \ud800 🙂';
    expect(read(drawn(train, { title: odd }).svg).querySelector("title")?.textContent).toBe(
      'a <b> & "c" \ufffd \ufffd 🙂',
    );
  });

  test("has the ratio that is asked for, and paper on all sides", () => {
    const { shown, width, height } = drawn(train, { margin: 40, ratio: 16 / 9 });
    expect(width / height).toBeCloseTo(16 / 9, 2);
    expect(width).toBeGreaterThanOrEqual(shown.metrics.width + 80);
    expect(height).toBeGreaterThanOrEqual(shown.height + 80);
  });
});
