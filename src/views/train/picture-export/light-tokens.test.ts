// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { lightTokens } from "./light-tokens";

afterEach(() => {
  document.head.innerHTML = "";
});

test("lightTokens reads the names of :root, and none of a dark theme's", () => {
  const style = document.createElement("style");
  style.textContent = `
    :root { color-scheme: light; --paper: #fcfcfa; --ink: #1a1d21 }
    @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { --paper: #14171a } }
    :root[data-theme="dark"] { --paper: #14171a }
    :root { --radius: 4px }
    .other { --ink: red }
  `;
  document.head.append(style);
  expect([...lightTokens(document.styleSheets)]).toEqual([
    ["--paper", "#fcfcfa"],
    ["--ink", "#1a1d21"],
    ["--radius", "4px"],
  ]);
});
