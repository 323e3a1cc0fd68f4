import { useState } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import { inlineOf } from "../../../scenario/edits/cell-of";
import { nextAddedRow } from "../../../scenario/edits/edit";
import type { App } from "../../../state/app";
import { makeEdit } from "../../../state/editing";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle } from "../../../state/use-app";
import { type Coordinate, neighbourRow } from "../../../timeline/step/coordinate";
import { momentOf } from "../../../timeline/step/judgement";
import { Select } from "../../../ui/controls/select";
import type { EditSubject } from "./asked-edit";
import styles from "./edit-form.module.css";
import { candidatesTable, type FormTable, spineTable } from "./form-table";
import { MomentForm } from "./moment-form";
import { RowForm } from "./row-form";
import { RuleForm } from "./rule-form";

export interface EditFormProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  /** What it opens with. */
  readonly asked: EditSubject;
  readonly onDone: () => void;
}

/** A longer list is no help: any row can be opened from its mark. */
const MOST_LISTED = 200;

/** Everything that can be dragged, and what cannot, as a form: rows, rows to predict, the moment of the prediction, rules. */
export function EditForm({ slice, coordinate, asked, onDone }: EditFormProps) {
  const [subject, setSubject] = useState(asked);
  const join = subject.kind === "moment" ? coordinate.join : (subject.join ?? coordinate.join);
  const subjects = subjectsOf(slice, coordinate, join, subject);
  const key = keyOf(subject);
  return (
    <div className={styles.form}>
      <Select
        label="What to change"
        options={subjects.map((one) => ({ value: keyOf(one.subject), label: one.label }))}
        value={key}
        onChange={(value) => {
          const chosen = subjects.find((one) => keyOf(one.subject) === value);
          if (chosen !== undefined) setSubject(chosen.subject);
        }}
      />
      {subject.kind === "moment" && (
        <MomentForm slice={slice} spineRow={coordinate.spineRow} onDone={onDone} />
      )}
      {subject.kind === "rule" && <RuleForm key={key} slice={slice} number={subject.join} onDone={onDone} />}
      {subject.kind === "row" && (
        <EditedRow key={key} slice={slice} coordinate={coordinate} subject={subject} onDone={onDone} />
      )}
    </div>
  );
}

/** A moment is no part of what a subject is, and JSON has no bigint. */
function keyOf(subject: EditSubject): string {
  return JSON.stringify(subject, (name, value) => (name === "startUs" ? undefined : value));
}

function subjectsOf(
  slice: EntitySlice,
  coordinate: Coordinate,
  join: number,
  current: EditSubject,
): { subject: EditSubject; label: string }[] {
  const spine = spineTable(slice);
  const candidates = candidatesTable(slice, join);
  const momentUs = momentOf(slice, coordinate.spineRow);
  return [
    { subject: { kind: "moment" }, label: "the moment of the prediction" },
    ...(candidates === null
      ? []
      : [
          { subject: { kind: "rule" as const, join }, label: `the rule of ${candidates.fgName}` },
          { subject: { kind: "row" as const, join, row: null }, label: `a new ${candidates.noun}` },
        ]),
    { subject: { kind: "row", join: null, row: null }, label: `a new ${spine.noun}` },
    ...rowsOf(spine, null, momentUs, current),
    ...(candidates === null ? [] : rowsOf(candidates, join, momentUs, current)),
  ];
}

/** The rows of a table, in time order; of many, those nearest to the moment, and the one that is being changed. */
function rowsOf(
  table: FormTable,
  join: number | null,
  momentUs: bigint,
  current: EditSubject,
): { subject: EditSubject; label: string }[] {
  const rows = Array.from(table.rows, (row, position) => ({ row, us: table.timesUs[position] ?? 0n }));
  const isCurrent = (row: number) => current.kind === "row" && current.join === join && current.row === row;
  const far = (us: bigint) => (us > momentUs ? us - momentUs : momentUs - us);
  const listed =
    rows.length <= MOST_LISTED
      ? rows
      : rows
          .sort(
            (a, b) => Number(isCurrent(b.row)) - Number(isCurrent(a.row)) || Number(far(a.us) - far(b.us)),
          )
          .slice(0, MOST_LISTED);
  return listed
    .sort((a, b) => Number(a.us - b.us) || a.row - b.row)
    .map(({ row, us }) => ({
      subject: { kind: "row", join, row },
      label: `the ${table.noun} of ${inlineOf(us, "timestamp")}`,
    }));
}

interface EditedRowProps extends Omit<EditFormProps, "asked"> {
  readonly subject: Extract<EditSubject, { kind: "row" }>;
}

function EditedRow({ slice, coordinate, subject, onDone }: EditedRowProps) {
  const app = useAppHandle();
  const edits = useApp((state) => state.document.edits);
  const table = subject.join === null ? spineTable(slice) : candidatesTable(slice, subject.join);
  if (table === null) return null;
  const { fgName: group } = table;
  const { row } = subject;
  const position = row === null ? null : table.rows.indexOf(row);
  if (position === -1) return null;
  const isLast = subject.join === null && table.rows.length === 1;
  const remove = () => {
    if (row === null) return;
    if (subject.join === null && row === coordinate.spineRow) leaveRow(app, slice, coordinate);
    makeEdit(app, { kind: "delete", group, row });
    onDone();
  };
  return (
    <RowForm
      table={table}
      position={position}
      startUs={subject.startUs ?? momentOf(slice, coordinate.spineRow)}
      onSave={(values) => {
        if (row !== null) makeEdit(app, { kind: "set", group, row, values });
        else {
          const added = nextAddedRow(edits, group);
          makeEdit(app, { kind: "add", group, row: added, values });
          if (subject.join === null) goTo(app, { row: added, from: null, to: null }, "replace");
        }
        onDone();
      }}
      // Without a row to predict for there is no timeline to undo it on.
      onDelete={row === null || isLast ? undefined : remove}
    />
  );
}

/** Goes to the row after, or before, the one that is about to be deleted. */
function leaveRow(app: App, slice: EntitySlice, coordinate: Coordinate): void {
  const next = neighbourRow(slice, coordinate, 1) ?? neighbourRow(slice, coordinate, -1);
  if (next !== null) goTo(app, { row: next.spineRow, from: null, to: null }, "replace");
}
