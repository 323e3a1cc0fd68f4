import { expect, test } from "vitest";
import { isLetterLine, KEYMAP, type KeyScopeName, keyAction } from "./keymap";

const PLAIN = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

test.each([
  [{ key: "ArrowRight" }, "next_step"],
  [{ key: "ArrowLeft" }, "previous_step"],
  [{ key: "PageDown" }, "next_page"],
  [{ key: "PageUp" }, "previous_page"],
  [{ key: "PageDown", ctrlKey: true }, null],
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
])("%j asks the player for %s", (stroke, action) => {
  expect(keyAction("player", { ...PLAIN, ...stroke })).toBe(action);
});

test.each<[KeyScopeName, object, string | null]>([
  ["leaks", { key: "l" }, "next_leak"],
  ["leaks", { key: "L", shiftKey: true }, "previous_leak"],
  ["window", { key: "w" }, "zoom_in"],
  ["window", { key: "W", ctrlKey: true }, null],
  ["window", { key: "0" }, "fit"],
  ["cases", { key: "PageDown", shiftKey: true }, "next_case"],
  ["cases", { key: "PageDown" }, null],
  ["edits", { key: "z", ctrlKey: true }, "undo"],
  ["edits", { key: "Z", metaKey: true, shiftKey: true }, "redo"],
  ["edits", { key: "z" }, null],
  ["page", { key: "?", shiftKey: true }, "help"],
  ["page", { key: "F" }, "full_screen"],
  ["present", { key: "PageDown" }, "next"],
  ["present", { key: " " }, "next"],
  ["present", { key: "PageUp" }, "previous"],
  ["present", { key: "ArrowRight", shiftKey: true }, "next_plan_step"],
  ["present", { key: "ArrowRight", altKey: true }, null],
  ["present", { key: "." }, "black"],
  ["present", { key: "F5" }, "full_screen"],
  ["present", { key: "F5", shiftKey: true }, "full_screen"],
  ["present", { key: "F5", ctrlKey: true }, null],
  ["present", { key: "p", ctrlKey: true }, "print_notes"],
  ["present", { key: "p" }, null],
  ["present", { key: "Escape" }, "leave"],
  ["movable", { key: "ArrowLeft", altKey: true, shiftKey: true }, "move_far_earlier"],
  ["mark", { key: "Enter" }, "toggle_details"],
])("in %s %j asks for %s", (scope, stroke, action) => {
  expect(keyAction(scope, { key: "", ...PLAIN, ...stroke })).toBe(action);
});

test("no key asks for two things where it acts, and every key is said in the help by its own line or another's", () => {
  for (const scope of new Set(KEYMAP.map((line) => line.scope))) {
    const presses = KEYMAP.filter((line) => line.scope === scope).flatMap((line) => [...line.presses]);
    const chords = presses.map(({ does: _, ...chord }) => JSON.stringify(chord));
    expect(new Set(chords).size, scope).toBe(chords.length);
  }
  for (const { shown, words } of KEYMAP) expect(shown.length > 0).toBe(words !== "");
});

test("letters, digits and signs alone are what can be switched off", () => {
  const off = KEYMAP.filter(isLetterLine).flatMap(({ shown }) => shown);
  expect(off).toEqual([
    "J",
    "Shift + J",
    "L",
    "Shift + L",
    "W",
    "S",
    "A",
    "D",
    "0",
    "B",
    ".",
    "N",
    "M",
    "H",
    "Q",
    "F",
    "?",
  ]);
});
