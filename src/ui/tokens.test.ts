import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

type Colours = Readonly<Record<string, string>>;

/** The declarations of the first rule with that selector. */
function declarationsOf(selector: string): Colours {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no rule ${selector}`);
  const body = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const light = declarationsOf(":root");
const dark = declarationsOf(':root[data-theme="dark"]');

/** Channels from 0 to 255 and opacity from 0 to 1, of `#rrggbb` or `rgb(r g b / a)`. */
function channels(colour: string): [number, number, number, number] {
  const hex = /^#(..)(..)(..)$/.exec(colour);
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN, a = 1] = hex
    ? hex.slice(1).map((pair) => Number.parseInt(pair, 16))
    : (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b, a];
}

/** WCAG 2.2 relative luminance, of a colour laid over an opaque one. */
function luminance(colour: string, under: string): number {
  const [r, g, b, a] = channels(colour);
  const below = channels(under);
  const [red, green, blue] = [r, g, b].map((channel, index) => {
    const mixed = (channel * a + (below[index] ?? 0) * (1 - a)) / 255;
    return mixed <= 0.04045 ? mixed / 12.92 : ((mixed + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(theme: Colours, ink: string, paper: string): number {
  const [front, back] = [theme[ink] ?? "", theme[paper] ?? ""];
  const [a, b] = [luminance(front, back), luminance(back, back)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const VERDICTS = ["candidate", "chosen", "superseded", "expired", "not-yet-known", "future"].map(
  (name) => `verdict-${name}`,
);
const TINTS = ["paper", "paper-raised", "tint-hover", "tint-chosen", "tint-ttl", "tint-future"];

describe.each([
  ["light", light],
  ["dark", dark],
])("in %s", (_, theme) => {
  test.each(TINTS)("text of any weight can be read on %s (4.5 : 1)", (tint) => {
    for (const ink of ["ink", "ink-muted", "ink-faint"]) {
      expect(contrast(theme, ink, tint), `${ink} on ${tint}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each([...VERDICTS, "leak"])("a word in %s can be read on the paper (4.5 : 1)", (verdict) => {
    expect(contrast(theme, verdict, "paper")).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...VERDICTS, "leak"])(
    "a mark in %s can be told from every tint it may lie on (3 : 1)",
    (verdict) => {
      for (const tint of TINTS) {
        expect(contrast(theme, verdict, tint), `${verdict} on ${tint}`).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test.each(["verdict-candidate", "verdict-chosen", "verdict-not-yet-known", "leak"])(
    "text on a surface of %s can be read (4.5 : 1)",
    (surface) => {
      expect(contrast(theme, "on-verdict", surface)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("the words on an ink-filled button can be read, and the focus ring can be seen", () => {
    expect(contrast(theme, "on-ink", "ink")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, "on-ink", "ink-muted")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, "focus", "paper")).toBeGreaterThanOrEqual(3);
    expect(contrast(theme, "edge-strong", "paper")).toBeGreaterThanOrEqual(3);
  });
});

test("dark is the same whether the system or the person chose it", () => {
  expect(declarationsOf(':root:not([data-theme="light"])')).toEqual(dark);
});

test("dark names every colour that light names", () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});

test("the colours of meaning are the product's", () => {
  const meaning = (theme: Colours) =>
    ["candidate", "chosen", "superseded", "not-yet-known"].map((name) => theme[`verdict-${name}`]);
  expect([...meaning(light), light.leak]).toEqual(["#0072b2", "#00795a", "#6b727b", "#8a4f7d", "#b84300"]);
  expect([...meaning(dark), dark.leak]).toEqual(["#56b4e9", "#2fbf93", "#9aa2aa", "#e09ad0", "#ff8a4c"]);
});
