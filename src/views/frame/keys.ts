/** A key, or keys that go together, and what it does. */
export interface KeyWords {
  readonly keys: readonly string[];
  readonly does: string;
}

/** The keys of the page and the timeline, in the order in which a reader needs them. Tables and sliders have the usual ones. */
export const KEY_WORDS: readonly KeyWords[] = [
  { keys: ["Space"], does: "play or pause" },
  { keys: ["→", "←"], does: "next step, step before; on a mark: the next mark, the one before" },
  { keys: ["Shift", "→", "←"], does: "next row, row before" },
  { keys: ["J", "Shift + J"], does: "next join, join before, at the same step" },
  { keys: ["Home", "End"], does: "first step of the row, last step" },
  { keys: ["↑", "↓"], does: "on a mark: the lane above, the lane below" },
  { keys: ["Enter"], does: "on a mark: its details; on a cell: the step that wrote it" },
  { keys: ["Alt", "→", "←"], does: "move a mark, the line or an edge in time; with Shift in large steps" },
  { keys: ["Esc"], does: "let go of what is dragged, close what is open" },
  { keys: ["W", "S"], does: "zoom in, zoom out; so do Ctrl + wheel and two fingers" },
  { keys: ["A", "D"], does: "move to earlier times, to later ones" },
  { keys: ["0"], does: "show all of time" },
  { keys: ["Ctrl + Z", "Ctrl + Shift + Z"], does: "undo, redo an edit" },
  { keys: ["F"], does: "full screen, and back" },
  { keys: ["?"], does: "this list" },
];
