import { useState } from "react";
import { type EntitySlice, formatDuration, type JoinRule, parseDuration } from "../../../microfs/core";
import { makeEdit } from "../../../state/editing";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { TextInput } from "../../../ui/controls/text-input";
import { CLOCK_CHOICES, DIRECTION_CHOICES, EXACT_CHOICES } from "../../view/view-words";

export interface RuleFormProps {
  readonly slice: EntitySlice;
  readonly number: number;
  readonly onDone: () => void;
}

/** A join's whole rule: what can be dragged, and what cannot. */
export function RuleForm({ slice, number, onDone }: RuleFormProps) {
  const app = useAppHandle();
  const join = slice.joins[number];
  const [rule, setRule] = useState(join?.rule);
  const [ttl, setTtl] = useState(rule === undefined ? "" : ttlText(rule));
  const [delay, setDelay] = useState(rule === undefined ? "" : delayText(rule));
  if (join === undefined || rule === undefined) return null;
  const ttlRead = ttl.trim() === "" ? null : readDuration(ttl);
  const delayRead = delay.trim() === "" ? 0n : readDuration(delay);
  const { direction, clock, allowExactMatches } = rule;
  const save = () => {
    if (ttlRead === undefined || delayRead === undefined) return;
    // Only what was changed: a text is coarser than what it was written from.
    makeEdit(app, {
      kind: "rule",
      join: number,
      ...(ttl !== ttlText(join.rule) && { ttlUs: ttlRead === null ? null : String(ttlRead) }),
      ...(delay !== delayText(join.rule) && { delayUs: String(delayRead) }),
      ...(direction !== join.rule.direction && { direction }),
      ...(clock !== join.rule.clock && { clock }),
      ...(allowExactMatches !== join.rule.allowExactMatches && { allowExactMatches }),
    });
    onDone();
  };
  const wrong = "Write it like 7d, 90m, 1h30m or 250ms.";
  return (
    <>
      <Select
        label="Which way?"
        options={DIRECTION_CHOICES}
        value={direction}
        onChange={(value) => setRule({ ...rule, direction: value })}
      />
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
      {join.createdTimesUs !== null && (
        <Select
          label="Known by which clock?"
          options={CLOCK_CHOICES}
          value={clock}
          onChange={(value) => setRule({ ...rule, clock: value })}
        />
      )}
      <Select
        label="At the very same moment?"
        options={EXACT_CHOICES}
        value={allowExactMatches ? "yes" : "no"}
        onChange={(value) => setRule({ ...rule, allowExactMatches: value === "yes" })}
      />
      <Button variant="primary" disabled={ttlRead === undefined || delayRead === undefined} onClick={save}>
        Change the rule
      </Button>
    </>
  );
}

function ttlText({ ttlUs }: JoinRule): string {
  return ttlUs === null ? "" : compact(ttlUs);
}

function delayText({ delayUs }: JoinRule): string {
  return delayUs === 0n ? "" : compact(delayUs);
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
