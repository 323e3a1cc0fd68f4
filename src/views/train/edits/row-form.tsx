import { useState } from "react";
import type { EntitySlice, SliceColumn, SliceJoin } from "../../../microfs/entity-slice";
import { readTimeText } from "../../../microfs/time";
import { inlineOf } from "../../../scenario/edits/cell-of";
import type { InlineRow, InlineValue } from "../../../scenario/scenario";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import styles from "./edit-form.module.css";

export interface RowFormProps {
  readonly slice: EntitySlice;
  readonly join: SliceJoin;
  /** The row's place in the slice; `null` for a new one. */
  readonly position: number | null;
  readonly spineRow: number;
  readonly onSave: (values: InlineRow) => void;
  readonly onDelete?: () => void;
}

/** One row's values as text fields. The key is the entity's own and stays. An empty field is a null. */
export function RowForm({ slice, join, position, spineRow, onSave, onDelete }: RowFormProps) {
  const keys = new Set(join.on.map(({ column }) => column));
  const columns = join.columns.filter(({ name }) => !keys.has(name));
  const [texts, setTexts] = useState(
    () => new Map(columns.map((column) => [column.name, startText(column, join, position, slice, spineRow)])),
  );
  const reads = columns.map((column) => readText(column, texts.get(column.name) ?? "", join));
  const isReadable = reads.every((read) => read.error === undefined);
  const save = () => {
    const values = columns.map((column, i): [string, InlineValue] => [column.name, reads[i]?.value ?? null]);
    const own = join.on.map(({ column, spineColumn }): [string, InlineValue] => {
      const part = slice.entity.find((entity) => entity.column === spineColumn);
      return [column, part === undefined ? null : inlineOf(part.value, part.type)];
    });
    onSave(Object.fromEntries(position === null ? [...own, ...values] : values));
  };
  return (
    <>
      {columns.map((column, i) => (
        <TextInput
          key={column.name}
          label={column.type === "timestamp" ? `${column.name}, UTC` : `${column.name} (${column.type})`}
          value={texts.get(column.name) ?? ""}
          error={reads[i]?.error}
          onChange={(text) => setTexts(new Map(texts).set(column.name, text))}
        />
      ))}
      <div className={styles.actions}>
        <Button variant="primary" disabled={!isReadable} onClick={save}>
          {position === null ? "Add the row" : "Change the row"}
        </Button>
        {onDelete && <Button onClick={onDelete}>Delete the row</Button>}
      </div>
    </>
  );
}

/** A new row begins at the moment of the prediction, with nothing in it. */
function startText(
  column: SliceColumn,
  join: SliceJoin,
  position: number | null,
  slice: EntitySlice,
  spineRow: number,
): string {
  const isTime = column.name === join.eventTime || column.name === join.createdTime;
  const moment = slice.spine.timesUs[slice.spine.rows.indexOf(spineRow)] ?? 0n;
  const value = position === null ? (isTime ? moment : null) : (column.values[position] ?? null);
  const inline = inlineOf(value, column.type);
  return inline === null ? "" : String(inline);
}

function readText(
  column: SliceColumn,
  text: string,
  join: SliceJoin,
): { value: InlineValue; error?: string } {
  const trimmed = text.trim();
  if (trimmed === "") {
    const isTime = column.name === join.eventTime || column.name === join.createdTime;
    return isTime ? { value: null, error: "A row needs its time." } : { value: null };
  }
  switch (column.type) {
    case "timestamp": {
      const read = readTimeText(trimmed);
      return read.ok
        ? { value: inlineOf(read.value, "timestamp") }
        : { value: null, error: `This ${read.reason}.` };
    }
    case "int64":
      return /^-?\d{1,18}$/.test(trimmed)
        ? { value: trimmed }
        : { value: null, error: "This is no whole number." };
    case "float64":
      return Number.isFinite(Number(trimmed))
        ? { value: Number(trimmed) }
        : { value: null, error: "This is no number; write it like 12.50." };
    case "bool":
      if (/^(yes|true)$/i.test(trimmed)) return { value: true };
      return /^(no|false)$/i.test(trimmed) ? { value: false } : { value: null, error: "Write yes or no." };
    case "string":
      return { value: text };
  }
}
