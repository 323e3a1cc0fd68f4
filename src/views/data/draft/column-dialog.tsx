import { useState } from "react";
import type { CsvColumn, CsvType, NumberFormat, TimeFormat } from "../../../formats/csv/csv-plan";
import { correctColumn } from "../../../state/imports/correct-draft";
import type { DraftContent } from "../../../state/imports/imports-store";
import { latestData } from "../../../state/query";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Checkbox } from "../../../ui/controls/checkbox";
import { Select, type SelectOption } from "../../../ui/controls/select";
import { TextInput } from "../../../ui/controls/text-input";
import { Dialog } from "../../../ui/dialog";
import { formatNumber } from "../../../ui/format-number";
import { findingOf } from "./column-words";
import styles from "./draft.module.css";

const TYPES: readonly SelectOption<CsvType>[] = [
  { value: "int64", label: "whole numbers (int64)" },
  { value: "float64", label: "numbers (float64)" },
  { value: "string", label: "text (string)" },
  { value: "bool", label: "true or false (bool)" },
  { value: "timestamp", label: "times (timestamp)" },
];

const TIMES: readonly SelectOption<TimeFormat>[] = [
  { value: "iso", label: "year first: 2025-11-03 14:00" },
  { value: "day_first", label: "day first: 03/11/2025 14:00" },
  { value: "month_first", label: "month first: 11/03/2025 2:00 PM" },
  { value: "month_name", label: "months by name: 3 Nov 2025 14:00" },
  { value: "yyyymmdd", label: "digits of a day: 20251103" },
  { value: "yyyymmddhhmmss", label: "digits to the second: 20251103140000" },
  { value: "epoch_s", label: "seconds since 1970" },
  { value: "epoch_ms", label: "milliseconds since 1970" },
  { value: "epoch_us", label: "microseconds since 1970" },
  { value: "epoch_ns", label: "nanoseconds since 1970" },
  { value: "spreadsheet_days", label: "days as spreadsheets count them: 45964.58" },
];

const COUNTED: ReadonlySet<TimeFormat> = new Set([
  "epoch_s",
  "epoch_ms",
  "epoch_us",
  "epoch_ns",
  "spreadsheet_days",
]);

/** Each by the decimal sign, the thousands separator, and whether groups are of lakhs. */
const NUMBERS: readonly SelectOption[] = [
  { value: ".", label: "1234.5" },
  { value: ".,", label: "1,234.5" },
  { value: ". ", label: "1 234.5" },
  { value: ".'", label: "1'234.5" },
  { value: ".,lakh", label: "12,34,567.5" },
  { value: ",", label: "1234,5" },
  { value: ",.", label: "1.234,5" },
  { value: ", ", label: "1 234,5" },
];

export interface ColumnDialogProps {
  readonly draftId: string;
  readonly content: DraftContent;
  /** The column; `null` closes the dialog. */
  readonly name: string | null;
  readonly onClose: () => void;
}

/** Everything that can be said about how one column is read. Each choice counts at once. */
export function ColumnDialog({ draftId, content, name, onClose }: ColumnDialogProps) {
  const column = content.plan.columns.find((one) => one.name === name);
  return (
    <Dialog
      open={column !== undefined}
      onClose={onClose}
      title={`How “${name}” is read`}
      actions={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      {column !== undefined && <ColumnFields draftId={draftId} content={content} column={column} />}
    </Dialog>
  );
}

interface ColumnFieldsProps {
  readonly draftId: string;
  readonly content: DraftContent;
  readonly column: CsvColumn;
}

function ColumnFields({ draftId, content, column }: ColumnFieldsProps) {
  const app = useAppHandle();
  const finding = findingOf(latestData(content.review)?.findings ?? [], column.name);
  const { key, eventTime, createdTime } = content.plan;
  const isNeeded = [...key, eventTime, createdTime].includes(column.name);
  const change = (correction: Partial<CsvColumn>) => correctColumn(app, draftId, column.name, correction);
  return (
    <div className={styles.columnFields}>
      <p aria-live="polite">
        {finding?.sentence}
        {finding !== undefined && finding.unreadable > 0 && (
          <strong> {formatNumber(finding.unreadable)} of the values looked at cannot be read so.</strong>
        )}
      </p>
      <Checkbox
        label="Read this column"
        help={isNeeded ? "It is the key or a time, and so it is needed." : "Left out, it is not stored."}
        checked={column.included}
        disabled={isNeeded && column.included}
        onChange={(included) => change({ included })}
      />
      <Select label="It holds" options={TYPES} value={column.type} onChange={(type) => change({ type })} />
      {column.type === "timestamp" && (
        <Select
          label="Its times are written"
          options={TIMES}
          value={column.time}
          onChange={(time) => change({ time })}
        />
      )}
      {column.type === "timestamp" && COUNTED.has(column.time) && (
        <Checkbox
          label="Times outside 1990 to 2100 are meant"
          help="Else they are left out: they are likelier counted in another unit."
          checked={column.anyYear}
          onChange={(anyYear) => change({ anyYear })}
        />
      )}
      {(column.type === "int64" || column.type === "float64") && (
        <NumberFields key={column.type} number={column.number} onChange={(number) => change({ number })} />
      )}
      {column.type === "string" && (
        <Checkbox
          label="Blanks around it are no part of it"
          help="“5 ” is then the same as “5”."
          checked={column.trim}
          onChange={(trim) => change({ trim })}
        />
      )}
      <NullWords key={column.name} nulls={column.nulls} onChange={(nulls) => change({ nulls })} />
    </div>
  );
}

interface NumberFieldsProps {
  readonly number: NumberFormat;
  readonly onChange: (number: NumberFormat) => void;
}

function NumberFields({ number, onChange }: NumberFieldsProps) {
  const { decimal, thousands, groups = "", unit = "" } = number;
  return (
    <>
      <Select
        label="Its numbers are written like"
        options={NUMBERS}
        value={`${decimal}${thousands}${groups}`}
        onChange={(format) => onChange(numberFormat(format, unit))}
      />
      <TextInput
        label="What stands with each number"
        help="Such as %, $ or EUR; blank for nothing"
        value={unit}
        onChange={(typed) => onChange(numberFormat(`${decimal}${thousands}${groups}`, typed.trim()))}
      />
    </>
  );
}

function numberFormat(format: string, unit: string): NumberFormat {
  const decimal = format.startsWith(",") ? "," : ".";
  const thousands = ([",", ".", " ", "'"] as const).find((sign) => sign === format[1]) ?? "";
  return {
    decimal,
    thousands,
    ...(format.endsWith("lakh") && { groups: "lakh" }),
    ...(unit !== "" && { unit }),
  };
}

interface NullWordsProps {
  readonly nulls: readonly string[];
  readonly onChange: (nulls: string[]) => void;
}

function NullWords({ nulls, onChange }: NullWordsProps) {
  // As typed: a comma with nothing after it yet is on its way to another word.
  const [text, setText] = useState(() => nulls.join(", "));
  return (
    <TextInput
      label="Words that mean null, beside the blank cell"
      help="Between commas, such as NA, null"
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(wordsOf(typed));
      }}
    />
  );
}

function wordsOf(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
