import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

/** What is wrong with a line, in a sentence. */
export interface LineError {
  /** Counted from 1; one past the last is the last. */
  readonly line: number;
  readonly message: string;
}

/** Characters of the sentence that stand under the line: a longer one would be written over the program. */
const MOST_UNDER_LINE = 200;

const setError = StateEffect.define<LineError | null>();

/** The line that is marked, with its sentence under it. It goes with the next letter: what it said was of another text. */
const errorField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const effect = transaction.effects.find((one) => one.is(setError));
    if (effect === undefined) return transaction.docChanged ? Decoration.none : shown;
    const error: LineError | null = effect.value;
    if (error === null) return Decoration.none;
    const { doc } = transaction.state;
    const line = doc.line(Math.max(1, Math.min(doc.lines, error.line)));
    return Decoration.set([
      Decoration.line({ class: "cm-errorLine" }).range(line.from),
      Decoration.widget({ widget: new ErrorMessage(error.message), block: true, side: 1 }).range(line.to),
    ]);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Lets a line of an editor be marked. */
export const errorLine: Extension = errorField;

/** Marks the line that is wrong, or none. */
export function showError(view: EditorView, error: LineError | null): void {
  view.dispatch({ effects: setError.of(error) });
}

class ErrorMessage extends WidgetType {
  constructor(readonly message: string) {
    super();
  }

  override eq(other: ErrorMessage): boolean {
    return other.message === this.message;
  }

  toDOM(): HTMLElement {
    const element = document.createElement("div");
    element.className = "cm-errorMessage";
    element.textContent =
      this.message.length > MOST_UNDER_LINE ? `${this.message.slice(0, MOST_UNDER_LINE)}…` : this.message;
    return element;
  }
}
