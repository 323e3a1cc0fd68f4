import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mixed, paint, TOKEN_COLOURS } from "./token-colours";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

test.each([
  ["light", ":root"],
  ["dark", ':root[data-theme="dark"]'],
] as const)("the %s colours are those of %s in tokens.css", (theme, selector) => {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf("}", start));
  for (const [token, colour] of Object.entries(TOKEN_COLOURS[theme]))
    expect(rule).toContain(`  ${token}: ${colour};`);
});

test("a colour is written as digits, and its opacity beside it", () => {
  expect(paint("stroke", "--leak", "light")).toBe("stroke:#b84300");
  expect(paint("fill", "--verdict-future", "light")).toBe("fill:#1a1d21;fill-opacity:0.667");
});

test("a mix lies between two colours", () => {
  expect(mixed(0, "--ink", "--paper", "light")).toBe("#fcfcfa");
  expect(mixed(1, "--ink", "--paper", "light")).toBe("#1a1d21");
  expect(mixed(0.5, "--ink", "--paper", "light")).toBe("#8b8d8e");
});
