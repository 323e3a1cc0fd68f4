import { useState } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { nextAddedRow } from "../../../scenario/edits/edit";
import { inlineOf } from "../../../scenario/inline-value";
import { readTypedTime } from "../../../scenario/shown-time";
import type { App } from "../../../state/app";
import { makeEdit } from "../../../state/editing";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle } from "../../../state/use-app";
import { type Coordinate, neighbourRow } from "../../../timeline/step/coordinate";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { formatMoment } from "../../../timeline/words/format-moment";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { TextInput } from "../../../ui/controls/text-input";
import styles from "./edit-form.module.css";
import { candidatesTable, type EditSubject, keyOf, spineTable, subjectsOf } from "./edit-subjects";
import { RowForm } from "./row-form";
import { RuleForm } from "./rule-form";

export interface EditFormProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  /** What it opens with. */
  readonly initial: EditSubject;
  readonly onDone: () => void;
}

/** Everything that can be dragged, and what cannot, as a form: rows, rows to predict, the moment of the prediction, rules. */
export function EditForm({ slice, coordinate, initial, onDone }: EditFormProps) {
  const [subject, setSubject] = useState(initial);
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

interface EditedRowProps extends Omit<EditFormProps, "initial"> {
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

interface MomentFormProps {
  readonly slice: EntitySlice;
  readonly spineRow: number;
  readonly onDone: () => void;
}

/** The moment of the prediction as text: what dragging the line does. */
function MomentForm({ slice, spineRow, onDone }: MomentFormProps) {
  const app = useAppHandle();
  const { spine } = slice;
  const [text, setText] = useState(() => formatMoment(momentOf(slice, spineRow), { year: true }));
  const read = readTypedTime(text);
  const save = () => {
    if (!read.ok) return;
    const values = { [spine.eventTime]: inlineOf(read.value, "timestamp") };
    makeEdit(app, { kind: "set", group: spine.fgName, row: spineRow, values });
    onDone();
  };
  return (
    <>
      <TextInput
        label={`${spine.eventTime}, UTC`}
        value={text}
        onChange={setText}
        error={read.ok ? undefined : `This ${read.reason}.`}
      />
      <Button variant="primary" disabled={!read.ok} onClick={save}>
        Move the line
      </Button>
    </>
  );
}
