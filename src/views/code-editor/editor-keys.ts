import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import type { Extension, StateCommand } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

/**
 * The keys of the editor. Tab indents; Escape gives Tab back to the page until the editor is left or written in again, however
 * long the reader takes between the two.
 *
 * @param onRun - Called at `Ctrl+Enter`.
 */
export function editorKeys(onRun: () => void): readonly Extension[] {
  return [
    history(),
    keymap.of([
      {
        key: "Mod-Enter",
        run: () => {
          onRun();
          return true;
        },
      },
      {
        key: "Escape",
        run: (view) => {
          view.setTabFocusMode(true);
          return false;
        },
      },
      {
        key: "Tab",
        run: indent,
        shift: indentLess,
      },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) update.view.setTabFocusMode(false);
    }),
    EditorView.domEventHandlers({ blur: (_, view) => view.setTabFocusMode(false) }),
  ];
}

/** One step further: the lines that are selected, or what comes after the cursor. Spaces, for Python's sake. */
const indent: StateCommand = ({ state, dispatch }) => {
  if (state.selection.ranges.some((range) => !range.empty)) return indentMore({ state, dispatch });
  const spaces = state.replaceSelection(state.facet(indentUnit));
  dispatch(state.update(spaces, { scrollIntoView: true, userEvent: "input" }));
  return true;
};
