import { type ReactNode, useId } from "react";
import { classNames } from "../class-names";
import styles from "./field.module.css";

/** What a control takes over to be known by its label, its help line and its error. Spread it onto the control. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** What every labelled control says around itself. */
export interface FieldWords {
  readonly label: ReactNode;
  /** Stands behind the label: what can be pressed itself must not stand in one. Give the control an `aria-label` of both. */
  readonly term?: ReactNode;
  /** One line under the control: what the choice means for the data at hand. */
  readonly help?: ReactNode;
  /** A sentence with a way out; stands in place of the help and marks the control. */
  readonly error?: ReactNode;
  /** `inline` puts the label before the control; `unlabelled` keeps it for screen readers only. */
  readonly layout?: "stacked" | "inline" | "unlabelled";
}

export interface FieldProps extends FieldWords {
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, a control and a line under it, tied together for assistive technology. */
export function Field({ label, term, help, error, layout = "stacked", children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error ?? help);
  return (
    <div className={classNames(styles.field, layout === "inline" && styles.inline)}>
      <div className={layout === "unlabelled" ? styles.unseen : styles.label}>
        <label htmlFor={id}>{label}</label>
        {term && <> {term}</>}
      </div>
      {children({
        id,
        "aria-describedby": hasNote ? noteId : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {hasNote && (
        <p id={noteId} className={error ? styles.error : styles.help}>
          {error ?? help}
        </p>
      )}
    </div>
  );
}
