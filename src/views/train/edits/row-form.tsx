import { useState } from "react";
import type { SliceColumn } from "../../../microfs/core";
import { inlineOf, isOfType } from "../../../scenario/inline-value";
import type { InlineRow, InlineValue } from "../../../scenario/scenario";
import { readTypedTime } from "../../../scenario/shown-time";
import { formatMoment } from "../../../timeline/words/format-moment";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import styles from "./edit-form.module.css";
import type { FormTable } from "./edit-subjects";

export interface RowFormProps {
  readonly table: FormTable;
  /** The row's place in the table; `null` for a new one. */
  readonly position: number | null;
  /** Where a new row begins in time, microseconds. */
  readonly startUs: bigint;
  readonly onSave: (values: InlineRow) => void;
  readonly onDelete?: (() => void) | undefined;
}

/** One row's values as text fields. The key is the entity's own and stays. An empty field is a null. */
export function RowForm({ table, position, startUs, onSave, onDelete }: RowFormProps) {
  const { columns, key } = table;
  const [before] = useState(
    () => new Map(columns.map((column) => [column.name, startText(column, table, position, startUs)])),
  );
  const [texts, setTexts] = useState(before);
  const isNew = position === null;
  // What was not touched stays as it is: not every value can be written here.
  const isChanged = ({ name }: SliceColumn) => isNew || texts.get(name) !== before.get(name);
  const reads = columns.map((column) =>
    isChanged(column) ? readText(column, texts.get(column.name) ?? "", table) : { value: null },
  );
  const isReadable = reads.every((read) => read.error === undefined);
  const save = () => {
    const values = columns.flatMap((column, i): [string, InlineValue][] =>
      isChanged(column) ? [[column.name, reads[i]?.value ?? null]] : [],
    );
    onSave({ ...(isNew ? key : {}), ...Object.fromEntries(values) });
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
          {isNew ? "Add the row" : "Change the row"}
        </Button>
        {onDelete && <Button onClick={onDelete}>Delete the row</Button>}
      </div>
    </>
  );
}

/** A new row has its time, and nothing else in it. */
function startText(column: SliceColumn, table: FormTable, position: number | null, startUs: bigint): string {
  const isNew = position === null;
  const value = isNew ? (isTime(column, table) ? startUs : null) : (column.values[position] ?? null);
  if (column.type === "timestamp" && typeof value === "bigint") return formatMoment(value, { year: true });
  const inline = inlineOf(value, column.type);
  return inline === null ? "" : String(inline);
}

function isTime({ name }: SliceColumn, { eventTime, createdTime }: FormTable): boolean {
  return name === eventTime || name === createdTime;
}

function readText(
  column: SliceColumn,
  text: string,
  table: FormTable,
): { value: InlineValue; error?: string } {
  const trimmed = text.trim();
  if (trimmed === "") {
    return isTime(column, table) ? { value: null, error: "A row needs its time." } : { value: null };
  }
  switch (column.type) {
    case "timestamp": {
      const read = readTypedTime(trimmed);
      return read.ok
        ? { value: inlineOf(read.value, "timestamp") }
        : { value: null, error: `This ${read.reason}.` };
    }
    case "int64":
      return isOfType(trimmed, "int64")
        ? { value: trimmed }
        : { value: null, error: "This is no whole number of 64 bits." };
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
