import { useState } from "react";
import { MOST_MINUTES } from "../../../present/plan";
import styles from "./plan-page.module.css";

export interface MinutesInputProps {
  /** For who cannot see where it stands. */
  readonly label: string;
  readonly minutes: number | undefined;
  readonly onMinutes: (minutes: number) => void;
}

/** A number of minutes. What makes no sense is marked while it is written, and gives way to what was there. */
export function MinutesInput({ label, minutes, onMinutes }: MinutesInputProps) {
  const [text, setText] = useState<string | null>(null);
  const read = (written: string) => {
    const number = Number(written.replace(",", "."));
    return written.trim() !== "" && number >= 0 && number <= MOST_MINUTES ? number : null;
  };
  const isWrong = text !== null && text.trim() !== "" && read(text) === null;
  return (
    <span className={styles.minutes}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        title={isWrong ? `a number from 0 to ${MOST_MINUTES}` : undefined}
        className={styles.minutesInput}
        value={text ?? (minutes === undefined ? "" : String(minutes))}
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          setText(value);
          const number = read(value);
          if (number !== null) onMinutes(number);
        }}
        onBlur={() => setText(null)}
      />{" "}
      min
    </span>
  );
}
