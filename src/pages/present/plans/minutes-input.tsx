import { useId, useState } from "react";
import { MOST_MINUTES } from "../../../present/plan";
import styles from "./plan-page.module.css";

export interface MinutesInputProps {
  /** For who cannot see where it stands. */
  readonly label: string;
  readonly minutes: number | undefined;
  readonly onMinutes: (minutes: number) => void;
}

/** A number of minutes. What makes no sense is told while it is written, gives way to what was there, and stays told until the next visit. */
export function MinutesInput({ label, minutes, onMinutes }: MinutesInputProps) {
  const [text, setText] = useState<string | null>(null);
  const [left, setLeft] = useState<"well" | "refused">("well");
  const helpId = useId();
  const read = (written: string) => {
    const number = Number(written.replace(",", "."));
    return written.trim() !== "" && number >= 0 && number <= MOST_MINUTES ? number : null;
  };
  const isWrong = text !== null && text.trim() !== "" && read(text) === null;
  const isRefused = isWrong || (text === null && left === "refused");
  return (
    <span className={styles.minutes}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isRefused ? helpId : undefined}
        className={styles.minutesInput}
        value={text ?? (minutes === undefined ? "" : String(minutes))}
        onChange={({ currentTarget }) => {
          setLeft("well");
          const { value } = currentTarget;
          setText(value);
          const number = read(value);
          if (number !== null) onMinutes(number);
        }}
        onBlur={() => {
          if (text !== null) setLeft(read(text) === null ? "refused" : "well");
          setText(null);
        }}
      />{" "}
      min
      <span id={helpId} role="status" className={styles.refused}>
        {isRefused && `${text === null ? "left as it was: " : ""}0 to ${MOST_MINUTES} are possible`}
      </span>
    </span>
  );
}
