import { type FormEvent, useState } from "react";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { countOf } from "../../../ui/format-number";
import styles from "./row-by-number.module.css";

export interface RowByNumberProps {
  readonly training: Training;
  readonly labelFg: string;
  readonly onDone: () => void;
}

/** Goes to a row by its own number, as the table and links write it. */
export function RowByNumber({ training, labelFg, onDone }: RowByNumberProps) {
  const app = useAppHandle();
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const row = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (training.trainingRowOf(row) === undefined) {
      setError(
        `${labelFg} has no row “${text.trim()}”. Its ${countOf(training.numRows, "row")} are numbered from 0.`,
      );
      return;
    }
    goTo(app, { row, from: null, to: null });
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={open}>
      <TextInput
        label="Row number"
        inputMode="numeric"
        value={text}
        onChange={(typed) => {
          setText(typed);
          setError(null);
        }}
        error={error}
        size={8}
      />
      <Button type="submit">Go to the row</Button>
    </form>
  );
}
