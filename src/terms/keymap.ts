/** Where a key acts: on the player, the cells that leak, the window of time, a mark, what can be moved in time, the edits, the cases, a lesson, a line of a program, what is presented, or any page. */
export type KeyScopeName =
  | "player"
  | "leaks"
  | "window"
  | "mark"
  | "movable"
  | "edits"
  | "cases"
  | "lesson"
  | "line"
  | "present"
  | "page";

/** What a key asks for, by where it acts. */
export interface KeyActions {
  player:
    | "toggle_play"
    | "next_step"
    | "previous_step"
    | "next_page"
    | "previous_page"
    | "next_row"
    | "previous_row"
    | "next_join"
    | "previous_join"
    | "first_step"
    | "last_step";
  leaks: "next_leak" | "previous_leak";
  window: "zoom_in" | "zoom_out" | "pan_earlier" | "pan_later" | "fit";
  mark: "next_mark" | "previous_mark" | "lane_above" | "lane_below" | "toggle_details" | "close_details";
  movable: "move_later" | "move_earlier" | "move_far_later" | "move_far_earlier" | "cancel";
  edits: "undo" | "redo";
  cases: "next_case" | "previous_case";
  lesson: "next_part" | "previous_part";
  line: "toggle_line" | "line_up" | "line_down" | "previous_line" | "next_line" | "to_program" | "to_choices";
  present:
    | "next"
    | "previous"
    | "next_plan_step"
    | "previous_plan_step"
    | "black"
    | "full_screen"
    | "speaker"
    | "notes"
    | "qr"
    | "hands"
    | "print_notes"
    | "leave";
  page: "help" | "full_screen";
}

/** A key, and what is held down with it. A letter is the same large or small. */
export interface Chord {
  readonly key: string;
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly ctrl?: boolean;
}

interface Press<Action> extends Chord {
  readonly does: Action;
}

/** One line of the help: keys that go together. */
type KeyLine = {
  readonly [Scope in KeyScopeName]: {
    readonly scope: Scope;
    readonly presses: readonly Press<KeyActions[Scope]>[];
    /** How the keys are written, each in a frame of its own; none where another line says it. */
    readonly shown: readonly string[];
    readonly words: string;
  };
}[KeyScopeName];

/**
 * Every key of the page and the timeline, in the order in which a reader needs them: the one place to add one. The help is
 * made of it. Tables and sliders have the usual keys of their own.
 */
export const KEYMAP: readonly KeyLine[] = [
  {
    scope: "player",
    presses: [{ key: " ", does: "toggle_play" }],
    shown: ["Space"],
    words:
      "play or pause; in a lesson that scrolls, this, the page keys, Home and End act in the player and its picture",
  },
  {
    scope: "player",
    presses: [
      { key: "ArrowRight", does: "next_step" },
      { key: "ArrowLeft", does: "previous_step" },
    ],
    shown: ["→", "←"],
    words: "next step, step before; on a mark: the next mark, the one before",
  },
  {
    scope: "player",
    presses: [
      { key: "PageDown", does: "next_page" },
      { key: "PageUp", does: "previous_page" },
    ],
    shown: ["Page down", "Page up"],
    words: "the same, with a clicker; in Cases on into the next case",
  },
  {
    scope: "cases",
    presses: [
      { key: "PageDown", shift: true, does: "next_case" },
      { key: "PageUp", shift: true, does: "previous_case" },
    ],
    shown: ["Shift", "Page down", "Page up"],
    words: "in Cases: the next case, the one before",
  },
  {
    scope: "lesson",
    presses: [
      { key: "PageDown", shift: true, does: "next_part" },
      { key: "PageUp", shift: true, does: "previous_part" },
    ],
    shown: ["Shift", "Page down", "Page up"],
    words: "in a lesson: the next part, the one before",
  },
  {
    scope: "player",
    presses: [
      { key: "ArrowRight", shift: true, does: "next_row" },
      { key: "ArrowLeft", shift: true, does: "previous_row" },
    ],
    shown: ["Shift", "→", "←"],
    words: "next row, row before",
  },
  {
    scope: "player",
    presses: [
      { key: "j", does: "next_join" },
      { key: "j", shift: true, does: "previous_join" },
    ],
    shown: ["J", "Shift + J"],
    words: "next join, join before, at the same step; not in Compare",
  },
  {
    scope: "leaks",
    presses: [
      { key: "l", does: "next_leak" },
      { key: "l", shift: true, does: "previous_leak" },
    ],
    shown: ["L", "Shift + L"],
    words: "in Train, where cells leak: the next leak, the one before",
  },
  {
    scope: "player",
    presses: [
      { key: "Home", does: "first_step" },
      { key: "End", does: "last_step" },
    ],
    shown: ["Home", "End"],
    words: "first step of the row, last step",
  },
  {
    scope: "mark",
    presses: [
      { key: "ArrowRight", does: "next_mark" },
      { key: "ArrowLeft", does: "previous_mark" },
    ],
    shown: [],
    words: "",
  },
  {
    scope: "mark",
    presses: [
      { key: "ArrowUp", does: "lane_above" },
      { key: "ArrowDown", does: "lane_below" },
    ],
    shown: ["↑", "↓"],
    words: "on a mark: the lane above, the lane below",
  },
  {
    scope: "mark",
    presses: [
      { key: "Enter", does: "toggle_details" },
      { key: " ", does: "toggle_details" },
    ],
    shown: ["Enter"],
    words: "on a mark: its details; on a cell: the step that wrote it",
  },
  {
    scope: "movable",
    presses: [
      { key: "ArrowRight", alt: true, does: "move_later" },
      { key: "ArrowLeft", alt: true, does: "move_earlier" },
      { key: "ArrowRight", alt: true, shift: true, does: "move_far_later" },
      { key: "ArrowLeft", alt: true, shift: true, does: "move_far_earlier" },
    ],
    shown: ["Alt", "→", "←"],
    words: "move a mark, the line or an edge in time; with Shift in large steps",
  },
  {
    scope: "movable",
    presses: [{ key: "Escape", does: "cancel" }],
    shown: ["Esc"],
    words: "let go of what is dragged, close what is open",
  },
  { scope: "mark", presses: [{ key: "Escape", does: "close_details" }], shown: [], words: "" },
  {
    scope: "window",
    presses: [
      { key: "w", does: "zoom_in" },
      { key: "s", does: "zoom_out" },
    ],
    shown: ["W", "S"],
    words: "zoom in, zoom out; so do Ctrl + wheel and two fingers",
  },
  {
    scope: "window",
    presses: [
      { key: "a", does: "pan_earlier" },
      { key: "d", does: "pan_later" },
    ],
    shown: ["A", "D"],
    words: "move to earlier times, to later ones",
  },
  { scope: "window", presses: [{ key: "0", does: "fit" }], shown: ["0"], words: "show all of time" },
  {
    scope: "edits",
    presses: [
      { key: "z", ctrl: true, does: "undo" },
      { key: "z", ctrl: true, shift: true, does: "redo" },
    ],
    shown: ["Ctrl + Z", "Ctrl + Shift + Z"],
    words: "undo, redo an edit",
  },
  {
    scope: "line",
    presses: [
      { key: "Enter", does: "toggle_line" },
      { key: " ", does: "toggle_line" },
    ],
    shown: ["Enter"],
    words: "on a line of your program: takes it in, or puts it back",
  },
  {
    scope: "line",
    presses: [
      { key: "ArrowUp", alt: true, does: "line_up" },
      { key: "ArrowDown", alt: true, does: "line_down" },
    ],
    shown: ["Alt", "↑", "↓"],
    words: "on a line: moves it up or down among those of its place",
  },
  {
    scope: "line",
    presses: [
      { key: "ArrowUp", does: "previous_line" },
      { key: "ArrowDown", does: "next_line" },
      { key: "ArrowRight", does: "to_program" },
      { key: "ArrowLeft", does: "to_choices" },
    ],
    shown: ["↑", "↓", "→", "←"],
    words: "on a line: the next line, into the program and back",
  },
  {
    scope: "present",
    presses: [
      { key: " ", does: "next" },
      { key: "ArrowRight", does: "next" },
      { key: "PageDown", does: "next" },
      { key: "ArrowLeft", does: "previous" },
      { key: "PageUp", does: "previous" },
    ],
    shown: ["Space", "→", "←", "Page down", "Page up"],
    words: "while presenting: on, back; so do a press on the right and on the left of the screen",
  },
  {
    scope: "present",
    presses: [
      { key: "ArrowRight", shift: true, does: "next_plan_step" },
      { key: "ArrowLeft", shift: true, does: "previous_plan_step" },
    ],
    shown: ["Shift", "→", "←"],
    words: "while presenting: the next step of the plan, the one before",
  },
  {
    scope: "present",
    presses: [
      { key: "b", does: "black" },
      { key: ".", does: "black" },
    ],
    shown: ["B", "."],
    words: "while presenting: a black screen, and back",
  },
  {
    scope: "present",
    presses: [
      { key: "f", does: "full_screen" },
      { key: "F5", does: "full_screen" },
      // Some remotes send it so.
      { key: "F5", shift: true, does: "full_screen" },
    ],
    shown: ["F", "F5"],
    words: "while presenting: full screen, and back",
  },
  {
    scope: "present",
    presses: [{ key: "n", does: "speaker" }],
    shown: ["N"],
    words: "while presenting: the speaker’s window",
  },
  {
    scope: "present",
    presses: [{ key: "m", does: "notes" }],
    shown: ["M"],
    words: "while presenting: the notes on the same screen",
  },
  {
    scope: "present",
    presses: [{ key: "h", does: "hands" }],
    shown: ["H"],
    words: "while the class votes: type what the hands say",
  },
  {
    scope: "present",
    presses: [{ key: "p", ctrl: true, does: "print_notes" }],
    shown: ["Ctrl + P"],
    words: "in the speaker’s window: print the notes",
  },
  {
    scope: "present",
    presses: [{ key: "Escape", does: "leave" }],
    shown: ["Esc"],
    words: "while presenting: out of full screen, then back to the plan",
  },
  {
    scope: "present",
    presses: [{ key: "q", does: "qr" }],
    shown: ["Q"],
    words: "while presenting: the QR code that leads phones to this step, and back",
  },
  {
    scope: "page",
    presses: [{ key: "f", does: "full_screen" }],
    shown: ["F"],
    words: "full screen, in Train the sentence, the picture and the row alone; and back",
  },
  {
    scope: "page",
    // On many keyboards the question mark needs Shift.
    presses: [
      { key: "?", does: "help" },
      { key: "?", shift: true, does: "help" },
    ],
    shown: ["?"],
    words: "this list",
  },
];

/** Whether a line is of keys that are a letter, a digit or a sign alone, which can be switched off. */
export function isLetterLine({ presses }: Pick<KeyLine, "presses">): boolean {
  return presses.every(({ key, ctrl, alt }: Chord) => key.length === 1 && key !== " " && !ctrl && !alt);
}

/** What of a key event counts. `metaKey` is Ctrl on a Mac. */
export interface KeyStroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key asks for where it acts, by {@link KEYMAP}; `null` where it has no meaning there. */
export function keyAction<Scope extends KeyScopeName>(
  scope: Scope,
  stroke: KeyStroke,
): KeyActions[Scope] | null {
  for (const line of KEYMAP) {
    if (line.scope !== scope) continue;
    const press = (line.presses as readonly Press<KeyActions[Scope]>[]).find((one) => isPressed(one, stroke));
    if (press !== undefined) return press.does;
  }
  return null;
}

function isPressed({ key, shift = false, alt = false, ctrl = false }: Chord, stroke: KeyStroke): boolean {
  const pressed = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  return (
    pressed === key &&
    stroke.shiftKey === shift &&
    stroke.altKey === alt &&
    (stroke.ctrlKey || stroke.metaKey) === ctrl
  );
}
