import { useState } from "react";
import type { EntitySlice } from "../../../microfs/entity-slice";
import { readTimeText } from "../../../microfs/time";
import { inlineOf } from "../../../scenario/edits/cell-of";
import { makeEdit } from "../../../state/editing";
import { useAppHandle } from "../../../state/use-app";
import { momentOf } from "../../../timeline/step/judgement";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";

export interface MomentFormProps {
  readonly slice: EntitySlice;
  readonly spineRow: number;
  readonly onDone: () => void;
}

/** The moment of the prediction as text: what dragging the line does. */
export function MomentForm({ slice, spineRow, onDone }: MomentFormProps) {
  const app = useAppHandle();
  const { spine } = slice;
  const [text, setText] = useState(() => String(inlineOf(momentOf(slice, spineRow), "timestamp")));
  const read = readTimeText(text.trim());
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
