// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { belongsToFocus } from "./key-scope";

afterEach(() => {
  document.body.innerHTML = "";
});

test.each([
  ["<input>", " ", true],
  ["<textarea></textarea>", "ArrowRight", true],
  ["<select></select>", "ArrowRight", true],
  ['<input type="range">', "ArrowRight", true],
  ['<div role="grid"><span></span></div>', "ArrowRight", true],
  ["<button></button>", " ", true],
  ["<button></button>", "ArrowRight", false],
  ['<div role="grid"><span></span></div>', "j", false],
  ['<input type="range">', "?", false],
  ["<input>", "w", true],
  ["<dialog open><span></span></dialog>", "?", true],
  ["<p></p>", " ", false],
])("in %s the key %j belongs to it: %s", (html, key, own) => {
  document.body.innerHTML = html;
  const deepest = document.body.querySelector("span") ?? document.body.firstElementChild;
  expect(belongsToFocus(deepest, key)).toBe(own);
});
