/** What a key asks of the player. */
export type StepAction =
  | "toggle_play"
  | "next_step"
  | "previous_step"
  | "next_row"
  | "previous_row"
  | "next_join"
  | "previous_join"
  | "first_step"
  | "last_step";

export interface KeyStroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The action of a key, by the table of keys; `null` where it has none. */
export function stepAction({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyStroke): StepAction | null {
  if (ctrlKey || altKey || metaKey) return null;
  switch (key) {
    case "ArrowRight":
      return shiftKey ? "next_row" : "next_step";
    case "ArrowLeft":
      return shiftKey ? "previous_row" : "previous_step";
    case " ":
      return shiftKey ? null : "toggle_play";
    case "j":
    case "J":
      return shiftKey ? "previous_join" : "next_join";
    case "Home":
      return shiftKey ? null : "first_step";
    case "End":
      return shiftKey ? null : "last_step";
    default:
      return null;
  }
}

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
