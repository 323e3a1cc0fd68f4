// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { belongsToFocus, stepAction } from "./step-keys";

const PLAIN = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

afterEach(() => {
  document.body.innerHTML = "";
});

test.each([
  [{ key: "ArrowRight" }, "next_step"],
  [{ key: "ArrowLeft" }, "previous_step"],
  [{ key: "ArrowRight", shiftKey: true }, "next_row"],
  [{ key: "ArrowLeft", shiftKey: true }, "previous_row"],
  [{ key: " " }, "toggle_play"],
  [{ key: "j" }, "next_join"],
  [{ key: "J", shiftKey: true }, "previous_join"],
  [{ key: "Home" }, "first_step"],
  [{ key: "End" }, "last_step"],
  [{ key: "ArrowRight", altKey: true }, null],
  [{ key: "ArrowRight", ctrlKey: true }, null],
  [{ key: "x" }, null],
])("%j asks for %s", (stroke, action) => {
  expect(stepAction({ ...PLAIN, ...stroke })).toBe(action);
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
