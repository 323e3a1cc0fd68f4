import type { ComponentProps } from "react";
import styles from "./control.module.css";
import { Field, type FieldWords } from "./field";

type NativeInput = Omit<ComponentProps<"input">, "id" | "value" | "onChange" | "children">;

export interface TextInputProps extends FieldWords, NativeInput {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text with its label and help. Controlled; `onChange` gets the text, not the event. */
export function TextInput({ label, help, error, layout, value, onChange, ...rest }: TextInputProps) {
  return (
    <Field label={label} help={help} error={error} layout={layout}>
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
