import { useState } from "react";
import { Field } from "../../../ui/controls/field";
import styles from "./knob-field.module.css";

export interface KnobFieldProps {
  readonly label: string;
  /** What it does to the data. */
  readonly help: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** One number that can be slid or written. What cannot be is said, and leaves it as it stands. */
export function KnobField({ label, help, value, least, most, step, onChange }: KnobFieldProps) {
  /** While it is being written; else it shows the value. */
  const [text, setText] = useState<string | null>(null);
  const written = text === null ? value : readNumber(text);
  const isPossible = written >= least && written <= most && (step < 1 || Number.isInteger(written));
  const write = (next: string) => {
    setText(next);
    const number = readNumber(next);
    if (number >= least && number <= most && (step < 1 || Number.isInteger(number))) onChange(number);
  };
  return (
    <div className={styles.knob}>
      <Field
        label={label}
        layout="inline"
        help={help}
        error={
          isPossible ? undefined : `Write a ${step < 1 ? "number" : "whole number"} from ${least} to ${most}.`
        }
      >
        {(control) => (
          <>
            <input
              type="text"
              inputMode="decimal"
              autoComplete="off"
              {...control}
              className={styles.number}
              value={text ?? String(value)}
              onChange={(event) => write(event.currentTarget.value)}
              onBlur={() => setText(null)}
            />
            <input
              type="range"
              className={styles.slider}
              aria-label={`${label}, by sliding`}
              min={least}
              max={most}
              step={step}
              value={value}
              onChange={(event) => {
                setText(null);
                onChange(Number(event.currentTarget.value));
              }}
            />
          </>
        )}
      </Field>
    </div>
  );
}

/** A number with a point or a comma; NaN for all else. */
function readNumber(text: string): number {
  const trimmed = text.trim().replace(",", ".");
  return /^\d*\.?\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
