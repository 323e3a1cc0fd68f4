import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import type { ShownSide, TakenState } from "./shown-example";
import styles from "./smallest-dialog.module.css";

/** The values that a join writes, each with the mark and the colour of its row. */
export function WrittenValues({ side }: { readonly side: ShownSide }) {
  return side.values.map(({ text, exact, state }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place
    <span key={i}>
      {i > 0 && ", "}
      <Marked state={state} title={exact}>
        {text}
      </Marked>
    </span>
  ));
}

/** A word with the mark and the colour of a row that a join takes; on one line with it. */
export function Marked({
  state,
  title,
  children,
}: {
  readonly state: TakenState;
  readonly title?: string;
  readonly children: string;
}) {
  return (
    <span className={styles.value} data-state={state} title={title}>
      <VerdictGlyph state={state} /> {children}
    </span>
  );
}
