import { useState } from "react";
import { type Duration, formatDuration, parseDuration } from "../../microfs/core";
import { Select, type SelectOption } from "../../ui/controls/select";
import { TextInput } from "../../ui/controls/text-input";
import styles from "./view-stage.module.css";

export interface DurationChoiceProps {
  readonly label: string;
  /** `undefined` takes the group's own, `null` lifts it. */
  readonly value: Duration | null | undefined;
  /** What `undefined` comes to: `the group's own: 45 d`. */
  readonly inherited: string;
  /** What `null` comes to: `any age`. */
  readonly none: string;
  readonly presets: readonly string[];
  /** Where the choice would change nothing. */
  readonly disabled?: boolean;
  readonly onChange: (value: Duration | null | undefined) => void;
}

const INHERITED = "inherited";
const NONE = "none";
const OTHER = "other";

/** A duration out of the usual ones, or any that can be written. */
export function DurationChoice(props: DurationChoiceProps) {
  const { label, value, inherited, none, presets, disabled = false, onChange } = props;
  const [isOther, setOther] = useState(false);
  const preset = value == null ? undefined : presets.find((one) => isAsLong(one, value));
  // Where the group says nothing, lifting it would say the same twice.
  const saysTwice = inherited === none;
  const isInherited = value === undefined || (value === null && saysTwice);
  const written = isInherited ? INHERITED : value === null ? NONE : !isOther && preset ? preset : OTHER;
  const options: SelectOption[] = [
    { value: INHERITED, label: inherited },
    ...(saysTwice ? [] : [{ value: NONE, label: none }]),
    ...presets.map((one) => ({ value: one, label: formatDuration(parseDuration(one, label)) })),
    { value: OTHER, label: "another …" },
  ];
  const choose = (chosen: string) => {
    setOther(chosen === OTHER);
    if (chosen === INHERITED) onChange(undefined);
    else if (chosen === NONE) onChange(null);
    else if (chosen !== OTHER) onChange(chosen);
  };
  return (
    <div className={styles.duration}>
      <Select
        label={label}
        options={options}
        value={isOther ? OTHER : written}
        disabled={disabled}
        onChange={choose}
      />
      {(isOther || written === OTHER) && !disabled && (
        <WrittenDuration label={label} value={value ?? ""} onChange={onChange} />
      )}
    </div>
  );
}

/** Whether two durations are as long, however they are written. */
function isAsLong(a: Duration, b: Duration): boolean {
  return parseDuration(a, "duration") === parseDuration(b, "duration");
}

interface WrittenDurationProps {
  readonly label: string;
  readonly value: Duration;
  readonly onChange: (value: Duration) => void;
}

/** A duration as text. It counts from when it makes sense, on leaving the field or with Enter. */
function WrittenDuration({ label, value, onChange }: WrittenDurationProps) {
  const [text, setText] = useState(String(value));
  const [error, setError] = useState<string | null>(null);
  const [shown, setShown] = useState(value);
  // Changed elsewhere, or written in another way by the store.
  if (shown !== value) {
    setShown(value);
    setText(String(value));
  }
  const finish = () => {
    try {
      parseDuration(text.trim(), label.toLowerCase());
      setError(null);
      onChange(text.trim());
    } catch {
      setError("Write it like 7d, 90m, 1h30m or 250ms.");
    }
  };
  return (
    <TextInput
      label={`${label}: another`}
      layout="unlabelled"
      placeholder="7d, 90m, 1h30m"
      value={text}
      error={error}
      onChange={setText}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        // What has the focus afterwards must not be pressed by the same key.
        event.preventDefault();
        finish();
      }}
    />
  );
}
