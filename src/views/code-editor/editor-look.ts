import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Custom properties reach into a shadow root, so light, dark and the reader's own text size come from the page's tokens. */
const theme = EditorView.theme({
  "&": {
    maxHeight: "32rem",
    color: "var(--ink)",
    backgroundColor: "var(--paper)",
    fontSize: "var(--text-body)",
  },
  "&.cm-focused": { outline: "var(--stroke-strong) solid var(--focus)", outlineOffset: "1px" },
  ".cm-content, .cm-gutter": { minHeight: "12rem" },
  ".cm-scroller": { overflow: "auto", fontFamily: "var(--face-code)", lineHeight: "var(--line-read)" },
  ".cm-content": { padding: "var(--space-3) 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 var(--space-3)" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "var(--stroke-strong)" },
  ".cm-gutters": {
    border: "0",
    borderRight: "var(--stroke) solid var(--hairline)",
    backgroundColor: "transparent",
    color: "var(--ink-faint)",
  },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 var(--space-2) 0 var(--space-3)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--edge)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--tint-window)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent" },
  ".cm-errorLine": {
    backgroundColor: "var(--tint-hover)",
    boxShadow: "inset var(--stroke-strong) 0 0 var(--ink)",
  },
  ".cm-errorMessage": {
    padding: "0 var(--space-3) var(--space-1)",
    backgroundColor: "var(--tint-hover)",
    boxShadow: "inset var(--stroke-strong) 0 0 var(--ink)",
    fontFamily: "var(--face-interface)",
    fontSize: "var(--text-dense)",
    fontWeight: "var(--weight-strong)",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
});

/** Weight and slant alone: colours have their meanings already, and none of them is "a keyword". */
const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], fontWeight: "var(--weight-strong)" },
  { tag: tags.comment, color: "var(--ink-faint)", fontStyle: "italic" },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: "var(--ink-muted)" },
]);

/** How the editor looks, in the tokens of the page. */
export const EDITOR_LOOK: readonly Extension[] = [theme, syntaxHighlighting(highlight)];
