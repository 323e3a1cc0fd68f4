import { bracketMatching, indentOnInput } from "@codemirror/language";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLineGutter, lineNumbers } from "@codemirror/view";
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { Language } from "../../terms/languages";
import styles from "./code-editor.module.css";
import { editorKeys } from "./editor-keys";
import { EDITOR_LOOK } from "./editor-look";
import { errorLine, type LineError, showError } from "./error-line";
import { languageMode } from "./language-mode";

export interface CodeEditorProps {
  /** Names it: "Your join in SQL". */
  readonly label: string;
  readonly language: Language;
  /** The text. What is written comes back by `onChange`; another text takes its place, and can be undone there. */
  readonly source: string;
  readonly onChange: (source: string) => void;
  /** Called at `Ctrl+Enter`. */
  readonly onRun: () => void;
  /** The line that is wrong; `null` where none is known to be. */
  readonly error: LineError | null;
}

/**
 * An editor of source text. It stands in a shadow root: there CodeMirror adopts its style sheets, and in the page it would
 * write a `<style>`, which the page's policy refuses.
 */
export function CodeEditor({ label, language, source, onChange, onRun, error }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const change = useEffectEvent(onChange);
  const run = useEffectEvent(onRun);
  const firstSource = useEffectEvent(() => source);
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const mode = new Compartment();
    const view = new EditorView({
      state: EditorState.create({
        doc: firstSource(),
        extensions: [
          writing(label, () => run()),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) change(update.state.doc.toString());
          }),
          mode.of([]),
        ],
      }),
      parent: root,
      root,
    });
    editor.current = view;
    let isWanted = true;
    void languageMode(language).then((known) => {
      if (isWanted) view.dispatch({ effects: mode.reconfigure(known) });
    });
    return () => {
      isWanted = false;
      editor.current = null;
      view.destroy();
    };
  }, [label, language]);
  // Before anything more can be written: later, it would put back what has just been replaced.
  useLayoutEffect(() => {
    const view = editor.current;
    if (view === null || view.state.doc.toString() === source) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source } });
  }, [source]);
  useEffect(() => {
    if (editor.current !== null) showError(editor.current, error);
  }, [error]);
  return <div ref={host} className={styles.editor} />;
}

function writing(label: string, onRun: () => void): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    errorLine,
    editorKeys(onRun),
    EDITOR_LOOK,
    EditorState.tabSize.of(4),
    EditorView.contentAttributes.of({
      "aria-label": label,
      // Editable text can be reached by keyboard anyway; not everybody who checks a page knows.
      tabindex: "0",
      "aria-description":
        "Tab indents. Escape, then Tab, leaves the editor. Control and Enter run the program.",
    }),
  ];
}
