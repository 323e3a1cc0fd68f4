const TYPING =
  'input:not([type="range"]):not([type="checkbox"]):not([type="radio"]):not([type="button"]), textarea, select, [contenteditable=""], [contenteditable="true"]';
/** What uses arrows, Home and End itself. */
const OWN_ARROWS =
  'input, [role="grid"], [role="slider"], [role="radiogroup"], [role="tablist"], [role="menu"], [role="listbox"], dialog[open]';
const OWN_SPACE =
  'button, a[href], summary, input, [role="button"], [role="slider"], [role="grid"], dialog[open]';
/** What letters belong to, beside what is written in. */
const OWN_LETTERS = '[role="menu"], [role="listbox"], dialog[open]';

/** Whether a key belongs to what has the focus rather than to the page. A key never acts while a text field has the focus. */
export function belongsToFocus(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING) !== null) return true;
  const owner = key === " " ? OWN_SPACE : key.length === 1 ? OWN_LETTERS : OWN_ARROWS;
  return target.closest(owner) !== null;
}
