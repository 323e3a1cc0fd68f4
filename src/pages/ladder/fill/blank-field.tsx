import type { Blank } from "../../../ladder/blanks/blank";
import styles from "./fill.module.css";

export interface BlankFieldProps {
  readonly blank: Blank;
  /** As it was typed or chosen; "" where it is open. */
  readonly text: string;
  /** The id of the sentence that says why it cannot stand there; `undefined` where it can. */
  readonly refusedId: string | undefined;
  readonly onFill: (text: string) => void;
}

/** A blank in a line of code: to be written in, or to choose from. */
export function BlankField({ blank, text, refusedId, onFill }: BlankFieldProps) {
  const widest = Math.max(...blank.fillings.map((filling) => filling.text.length));
  const shared = {
    className: styles.blank,
    "aria-label": `Blank: ${blank.label}`,
    "aria-invalid": refusedId !== undefined || undefined,
    "aria-describedby": refusedId,
    "data-open": text.trim() === "" || undefined,
  };
  return blank.kind === "choice" ? (
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
  );
}
