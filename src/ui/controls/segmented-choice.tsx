import { type ReactNode, useId } from "react";
import { classNames } from "../class-names";
import styles from "./segmented-choice.module.css";

export interface ChoiceOption<Value extends string = string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly disabled?: boolean;
}

export interface SegmentedChoiceProps<Value extends string = string> {
  readonly label: ReactNode;
  /** `above`: a small label over it; `beside`: before it in the line; `unseen`: for screen readers only. */
  readonly labelPlace?: "above" | "beside" | "unseen";
  readonly options: readonly ChoiceOption<Value>[];
  /** `null` while nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** `words`: plain words, the chosen one underlined. `boxes`: one outlined box each, of equal width. `switch`: one box, the chosen part filled. */
  readonly variant?: "words" | "boxes" | "switch";
  readonly disabled?: boolean;
}

/** One of a few, all in sight. Native radios: arrows move the choice, Tab enters and leaves it as one stop. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { label, labelPlace = "above", options, value, onChange, variant = "words", disabled } = props;
  const name = useId();
  return (
    <fieldset className={classNames(styles.choice, styles[labelPlace])} disabled={disabled}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles[variant]}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.face}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
