import { afterEach, expect, test } from "vitest";
import { belongsToFocus } from "./belongs-to-focus";

afterEach(() => {
  document.body.innerHTML = "";
});

const GRID = '<div role="grid"><span></span></div>';
const OPEN_MENU = '<button aria-expanded="true" aria-controls="list"></button>';

test.each([
  ["<input>", " ", true],
  ["<textarea></textarea>", "ArrowRight", true],
  ["<textarea></textarea>", "PageDown", true],
  ["<select></select>", "ArrowRight", true],
  ["<select></select>", "p", true],
  ['<input type="range">', "ArrowRight", true],
  [GRID, "ArrowRight", true],
  ["<button></button>", " ", true],
  ["<button></button>", "ArrowRight", false],
  ["<button></button>", "PageDown", false],
  [GRID, "j", false],
  ['<input type="range">', "?", false],
  ["<input>", "w", true],
  ["<dialog open><span></span></dialog>", "?", true],
  ["<p></p>", " ", false],
  // Space does nothing to a link, nor to a slider.
  ['<a href="#/"></a>', " ", false],
  ['<input type="range">', " ", false],
  ['<input type="range">', "PageDown", true],
  ['<input type="checkbox">', " ", true],
  ["<summary></summary>", " ", true],
  ['<input type="radio">', "ArrowRight", true],
  [GRID, "PageDown", true],
])("in %s, reached by keyboard, the key %j belongs to it: %s", (html, key, own) => {
  document.body.innerHTML = html;
  expect(belongsToFocus(deepest(), key, true)).toBe(own);
});

test.each([
  ["<button></button>", " ", false],
  ["<summary></summary>", " ", false],
  ['<input type="checkbox">', " ", false],
  ["<select></select>", " ", false],
  [GRID, " ", false],
  [GRID, "PageUp", false],
  ['<input type="radio">', "ArrowRight", false],
  ['<input type="range">', "PageDown", false],
  // Other keys stay where they were.
  [GRID, "ArrowRight", true],
  ['<input type="range">', "ArrowRight", true],
  // What is written in, and what is open, has every key.
  ["<input>", " ", true],
  ["<input>", "PageDown", true],
  ['<div contenteditable="true"><span></span></div>', " ", true],
  ['<div role="menu"><span></span></div>', " ", true],
  [OPEN_MENU, " ", true],
  ["<dialog open><button></button></dialog>", " ", true],
])("in %s, pressed with the mouse, the key %j belongs to it: %s", (html, key, own) => {
  document.body.innerHTML = html;
  expect(belongsToFocus(deepest(), key, false)).toBe(own);
});

test("while a dialog is open nothing behind it has a key", () => {
  document.body.innerHTML = "<dialog open></dialog><p></p>";
  expect(belongsToFocus(document.body, " ", false)).toBe(true);
  expect(belongsToFocus(document.body, "j", false)).toBe(true);
});

function deepest(): Element | null {
  return document.body.querySelector("span, dialog button") ?? document.body.firstElementChild;
}
