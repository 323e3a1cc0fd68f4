import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./checkbox.module.css";

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly checked: boolean;
  /** Some of what it stands for is checked and some is not; only a look, a click still sets it. */
  readonly indeterminate?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick, with its words beside it; the words are part of the target. */
export function Checkbox({ label, help, checked, indeterminate = false, disabled, onChange }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  const helpId = useId();
  // The platform has no attribute for this state, only a property.
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <div className={styles.checkbox}>
      <label className={styles.target}>
        <input
          ref={box}
          type="checkbox"
          className={styles.box}
          checked={checked}
          disabled={disabled}
          aria-describedby={help ? helpId : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {help && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
