import { lineOf } from "../../../ladder/programs/places";
import type { LadderProgram } from "../../../ladder/programs/program";
import type { LineDrag } from "./line-drag";
import styles from "./lines.module.css";

export interface DraggedLineProps {
  readonly program: LadderProgram;
  readonly drag: LineDrag & { readonly kind: "dragging" };
}

/** The line under the pointer, and what letting go would do with it where that is not seen in the program. */
export function DraggedLine({ program, drag: { id, at, target } }: DraggedLineProps) {
  return (
    <div
      className={styles.carried}
      aria-hidden
      data-target={target.kind}
      style={{ left: at.x - window.scrollX, top: at.y - window.scrollY }}
    >
      <code className={styles.text}>{lineOf(program, id).text}</code>
      {target.kind === "out" && <span className={styles.there}>puts it back</span>}
    </div>
  );
}
