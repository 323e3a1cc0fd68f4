import { useState } from "react";
import { formatDuration, parseDuration } from "../../../microfs/duration";
import type { EntitySlice, SliceJoin } from "../../../microfs/entity-slice";
import { readTimeText } from "../../../microfs/time";
import { inlineOf } from "../../../scenario/edits/cell-of";
import { nextAddedRow } from "../../../scenario/edits/edit";
import { useAppStore } from "../../../state/app-store";
import { makeEdit } from "../../../state/editing";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { nounOf } from "../../../timeline/words/nouns";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { TextInput } from "../../../ui/controls/text-input";
import styles from "./edit-form.module.css";
import { RowForm } from "./row-form";

const MOMENT = "moment";
const RULE = "rule";
const NEW = "new";

/** Everything that can be dragged, and what cannot, as a form: rows, the moment of the prediction, TTL and delay. */
export function EditForm({
  slice,
  coordinate,
  onDone,
}: {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly onDone: () => void;
}) {
  const [what, setWhat] = useState(MOMENT);
  const edits = useAppStore((state) => state.place.edits);
  const join = slice.joins[coordinate.join];
  if (join === undefined) return null;
  const noun = nounOf(slice, join);
  const timeOf = (position: number) => inlineOf(join.eventTimesUs[position] ?? 0n, "timestamp");
  const options = [
    { value: MOMENT, label: "the moment of the prediction" },
    { value: RULE, label: `TTL and delay of ${join.fgName}` },
    { value: NEW, label: `a new ${noun.one}` },
    ...Array.from(join.rows, (row, position) => ({
      value: String(row),
      label: `the ${noun.one} of ${timeOf(position)}`,
    })),
  ];
  const position = join.rows.indexOf(Number(what));
  return (
    <div className={styles.form}>
      <Select label="What to change" options={options} value={what} onChange={setWhat} />
      {what === MOMENT && <MomentForm slice={slice} spineRow={coordinate.spineRow} onDone={onDone} />}
      {what === RULE && <RuleForm join={join} number={coordinate.join} onDone={onDone} />}
      {what === NEW && (
        <RowForm
          key={NEW}
          join={join}
          position={null}
          slice={slice}
          spineRow={coordinate.spineRow}
          onSave={(values) => {
            makeEdit({ kind: "add", group: join.fgName, row: nextAddedRow(edits, join.fgName), values });
            onDone();
          }}
        />
      )}
      {position >= 0 && (
        <RowForm
          key={what}
          join={join}
          position={position}
          slice={slice}
          spineRow={coordinate.spineRow}
          onSave={(values) => {
            makeEdit({ kind: "set", group: join.fgName, row: Number(what), values });
            onDone();
          }}
          onDelete={() => {
            makeEdit({ kind: "delete", group: join.fgName, row: Number(what) });
            onDone();
          }}
        />
      )}
    </div>
  );
}

function MomentForm({
  slice,
  spineRow,
  onDone,
}: {
  readonly slice: EntitySlice;
  readonly spineRow: number;
  readonly onDone: () => void;
}) {
  const { spine } = slice;
  const [text, setText] = useState(() =>
    String(inlineOf(spine.timesUs[spine.rows.indexOf(spineRow)] ?? 0n, "timestamp")),
  );
  const read = readTimeText(text.trim());
  const save = () => {
    if (!read.ok) return;
    const values = { [spine.eventTime]: inlineOf(read.value, "timestamp") };
    makeEdit({ kind: "set", group: spine.fgName, row: spineRow, values });
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

function RuleForm({
  join,
  number,
  onDone,
}: {
  readonly join: SliceJoin;
  readonly number: number;
  readonly onDone: () => void;
}) {
  const { ttlUs, delayUs } = join.rule;
  const [ttl, setTtl] = useState(ttlUs === null ? "" : compact(ttlUs));
  const [delay, setDelay] = useState(delayUs === 0n ? "" : compact(delayUs));
  const ttlRead = ttl.trim() === "" ? null : readDuration(ttl);
  const delayRead = delay.trim() === "" ? 0n : readDuration(delay);
  const isReadable = ttlRead !== undefined && delayRead !== undefined;
  const save = () => {
    if (ttlRead === undefined || delayRead === undefined) return;
    makeEdit({
      kind: "rule",
      join: number,
      ttlUs: ttlRead === null ? null : String(ttlRead),
      delayUs: String(delayRead),
    });
    onDone();
  };
  const wrong = "Write it like 7d, 90m, 1h30m or 250ms.";
  return (
    <>
      <TextInput
        label="TTL: how old a row may be"
        help="Empty: any age."
        value={ttl}
        onChange={setTtl}
        error={ttlRead === undefined ? wrong : undefined}
      />
      <TextInput
        label="Delay: how late it can be used"
        help="Empty: at once."
        value={delay}
        onChange={setDelay}
        error={delayRead === undefined ? wrong : undefined}
      />
      <Button variant="primary" disabled={!isReadable} onClick={save}>
        Change the rule
      </Button>
    </>
  );
}

/** As `parseDuration` reads it: `2d4h`. What is finer than a millisecond is cut. */
function compact(us: bigint): string {
  return formatDuration(us - (us % 1000n))
    .replaceAll(" ", "")
    .replace(/min/, "m");
}

function readDuration(text: string): bigint | undefined {
  try {
    return parseDuration(text.trim(), "duration");
  } catch {
    return undefined;
  }
}
