import { useId } from "react";
import type { Blank } from "../../../ladder/blanks/blank";
import type { BlankProgram } from "../../../ladder/blanks/blank-program";
import { readFilling } from "../../../ladder/blanks/fill";
import styles from "./fill.module.css";

export interface BlankFieldProps {
  readonly program: BlankProgram;
  readonly blank: Blank;
  /** As it was typed or chosen; "" where it is open. */
  readonly text: string;
  readonly onFill: (text: string) => void;
}

/** A blank in a line of code: to be written in, or to choose from. What cannot stand there says why. */
export function BlankField({ program, blank, text, onFill }: BlankFieldProps) {
  const id = useId();
  const read = readFilling(program, blank, text);
  const widest = Math.max(...blank.fillings.map((filling) => filling.text.length));
  const shared = {
    className: styles.blank,
    "aria-label": `Blank: ${blank.label}`,
    "aria-invalid": read.kind === "refused" || undefined,
    "aria-describedby": read.kind === "refused" ? id : undefined,
    "data-open": read.kind === "open" || undefined,
  };
  return (
    <>
      {blank.kind === "choice" ? (
        <select {...shared} value={text} onChange={(event) => onFill(event.currentTarget.value)}>
          <option value="">…</option>
          {blank.fillings.map((filling) => (
            <option key={filling.text} value={filling.text}>
              {filling.text}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          value={text}
          size={widest + 1}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => onFill(event.currentTarget.value)}
        />
      )}
      {read.kind === "refused" && (
        <span id={id} className={styles.refused} role="status">
          {read.sentence}
        </span>
      )}
    </>
  );
}
