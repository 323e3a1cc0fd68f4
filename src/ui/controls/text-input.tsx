import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import styles from "./control.module.css";
import { Field, type FieldWords } from "./field";

type NativeInput = Omit<ComponentProps<"input">, "id" | "value" | "onChange" | "children">;

export interface TextInputProps extends FieldWords, NativeInput {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text with its label and help. Controlled; `onChange` gets the text, not the event. */
export function TextInput({ label, term, help, error, layout, value, onChange, ...rest }: TextInputProps) {
  return (
    <Field label={label} term={term} help={help} error={error} layout={layout}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...control}
          className={styles.control}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type NativeTextArea = Omit<ComponentProps<"textarea">, "id" | "value" | "onChange" | "children">;

export interface TextAreaProps extends FieldWords, NativeTextArea {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Many lines of text, in the face of code, such as a pasted table. Controlled; `onChange` gets the text. */
export function TextArea({
  label,
  term,
  help,
  error,
  layout,
  value,
  onChange,
  rows = 8,
  ...rest
}: TextAreaProps) {
  return (
    <Field label={label} term={term} help={help} error={error} layout={layout}>
      {(control) => (
        <textarea
          spellCheck={false}
          {...rest}
          {...control}
          rows={rows}
          className={classNames(styles.control, styles.area)}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
