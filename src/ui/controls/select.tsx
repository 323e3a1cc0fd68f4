import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import styles from "./control.module.css";
import { Field, type FieldWords } from "./field";

export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

type NativeSelect = Omit<ComponentProps<"select">, "id" | "value" | "onChange" | "children" | "multiple">;

export interface SelectProps<Value extends string = string> extends FieldWords, NativeSelect {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/**
 * The platform's own list, with a label over it and a help line under it. A `value` that no option has is shown as an
 * empty choice rather than as the first option, which nobody chose.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, term, help, error, layout, options, value, onChange, ...rest } = props;
  const isKnown = options.some((option) => option.value === value);
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Field label={label} term={term} help={help} error={error} layout={layout}>
      {(control) => (
        <span className={styles.selectFrame}>
          <select
            {...rest}
            {...control}
            className={classNames(styles.control, styles.select)}
            value={isKnown ? value : ""}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {!isKnown && <option value="" disabled hidden aria-label="nothing chosen" />}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}
