const TYPING =
  'input:not([type="range"]):not([type="checkbox"]):not([type="radio"]):not([type="button"]), textarea, [contenteditable=""], [contenteditable="true"]';

/** What is open has all keys that it could want, however it was opened. */
const OPEN = '[role="menu"], [role="listbox"], dialog[open], button[aria-expanded="true"][aria-controls]';

const RADIO = 'input[type="radio"]';

/** What uses a key itself, by the key. Links are none of them: Space does nothing to a link. */
const OWN_SPACE =
  'button, summary, select, input:not([type="range"]), [role="button"], [role="gridcell"], [role="grid"]';
const OWN_PAGES = 'select, input[type="range"], [role="slider"], [role="grid"]';
const OWN_ARROWS = 'input, select, [role="grid"], [role="slider"], [role="radiogroup"], [role="tablist"]';
const OWN_LETTERS = "select";

/**
 * The keys of a clicker, and the one that plays: they are the page's also where a control was pressed with the mouse and has
 * kept the focus. What was reached by keyboard keeps them.
 */
export function isPlayKey(key: string): boolean {
  return key === " " || isPageKey(key);
}

function isPageKey(key: string): boolean {
  return key === "PageDown" || key === "PageUp";
}

/**
 * Whether a key belongs to what has the focus rather than to the page. No key acts while a text field has it, or something
 * is open.
 *
 * @param isReachedByKeyboard - Whether what has the focus was reached by keyboard.
 */
export function belongsToFocus(
  target: EventTarget | null,
  key: string,
  isReachedByKeyboard: boolean,
): boolean {
  if (!(target instanceof Element)) return false;
  // Behind a dialog nothing acts, also where the focus has left it for nothing.
  if (target.ownerDocument.querySelector("dialog[open]") !== null) return true;
  if (target.closest(`${TYPING}, ${OPEN}`) !== null) return true;
  if (isPlayKey(key) && !isReachedByKeyboard) return false;
  // A switch that was pressed with the mouse must not go back with the next arrow that was meant to step.
  if (target.matches(RADIO) && !isReachedByKeyboard) return false;
  return target.closest(ownersOf(key)) !== null;
}

function ownersOf(key: string): string {
  if (key === " ") return OWN_SPACE;
  if (isPageKey(key)) return OWN_PAGES;
  return key.length === 1 ? OWN_LETTERS : OWN_ARROWS;
}
