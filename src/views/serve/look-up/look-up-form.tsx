import { type FormEvent, useId, useRef, useState } from "react";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { type EntityColumn, readEntityValues } from "../../../state/serving/entity-columns";
import { type EntityText, formatEntity, readEntity } from "../../../state/serving/entity-text";
import { readMoment } from "../../../state/serving/read-moment";
import { servingStore } from "../../../state/serving/serving";
import type { ServingNow } from "../../../state/serving/serving-now";
import { lookUpAgain } from "../../../state/serving/serving-queries";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { formatMoment } from "../../../timeline/words/format-moment";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { formatNumber } from "../../../ui/format-number";
import styles from "./look-up-panel.module.css";
import { useRequestedEntity } from "./use-look-up";

/** What is typed, and the route it was typed over: once a link or Back changes the route, the route's own texts count. */
interface Draft {
  over: string;
  texts: EntityText;
  now: string;
  isSubmitted: boolean;
}

const EXAMPLES: Readonly<Record<EntityColumn["type"], string>> = {
  int64: "a whole number",
  float64: "a number",
  string: "text",
  bool: "true or false",
  timestamp: "2025-11-05 14:00",
};

export interface LookUpFormProps {
  readonly columns: readonly EntityColumn[];
  /** The moment of a request that names none. */
  readonly defaultNow: ServingNow;
}

/** One field for each column that names the entity, and the moment of the request. */
export function LookUpForm({ columns, defaultNow }: LookUpFormProps) {
  const app = useAppHandle();
  const entity = useApp((state) => state.route.entity);
  const now = useApp((state) => state.route.now);
  const [typed, setTyped] = useState<Draft | null>(null);
  const isRequested = useRequestedEntity(columns) !== null;
  const form = useRef<HTMLFormElement>(null);
  const timeHelpId = useId();
  const over = typedOver(entity, now);
  const draft: Draft =
    typed?.over === over
      ? typed
      : {
          over,
          texts: (entity === null ? null : readEntity(entity)) ?? {},
          now: now ?? "",
          isSubmitted: entity !== null,
        };
  const read = readEntityValues(columns, draft.texts);
  const moment = readMoment(draft.now);
  const problemOf = (name: string) => (draft.isSubmitted && !read.ok ? read.problems.get(name) : undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!read.ok || !moment.ok) {
      // What was looked up before is no answer to this: it goes, and what is typed stays.
      setTyped({ ...draft, over: typedOver(null, now), isSubmitted: true });
      if (entity !== null) goTo(app, { entity: null });
      // Once the fields have been marked.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    const text = formatEntity(givenTexts(columns, draft.texts));
    setTyped(null);
    if (text === entity && moment.text === now) lookUpAgain(app);
    else goTo(app, { entity: text, now: moment.text });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} aria-labelledby="look-up-heading" noValidate>
      {columns.map(({ name, type, isNeeded }) => (
        <TextInput
          key={name}
          label={isNeeded ? name : `${name} (optional)`}
          value={Object.hasOwn(draft.texts, name) ? (draft.texts[name] ?? "") : ""}
          onChange={(text) =>
            setTyped({ ...draft, texts: { ...draft.texts, [name]: text }, isSubmitted: false })
          }
          placeholder={EXAMPLES[type]}
          inputMode={type === "int64" ? "numeric" : undefined}
          error={problemOf(name)}
          help={isNeeded ? undefined : "for the label group’s own columns"}
        />
      ))}
      <TextInput
        label="now, UTC"
        value={draft.now}
        onChange={(text) => setTyped({ ...draft, now: text, isSubmitted: false })}
        placeholder={
          defaultNow.countedFrom === "wall_clock"
            ? "the wall clock"
            : formatMoment(defaultNow.us, { year: true })
        }
        error={draft.isSubmitted && !moment.ok ? moment.problem : undefined}
        aria-details={timeHelpId}
      />
      <div className={styles.submit}>
        <Button type="submit" variant="primary">
          Look up
        </Button>
        <span id={timeHelpId} className={styles.took}>
          {isRequested && <TookTime />}
        </span>
      </div>
    </form>
  );
}

function typedOver(entity: string | null, now: string | null): string {
  return JSON.stringify([entity, now]);
}

function TookTime() {
  const tookMs = usePart(servingStore, ({ lookUp }) => latestData(lookUp)?.tookMs);
  if (tookMs === undefined) return null;
  return (
    <span title={`${tookMs} ms in the worker`}>
      {tookMs < 0.05 ? "< 0.1" : formatNumber(tookMs, { decimals: tookMs < 10 ? 1 : 0 })} ms
    </span>
  );
}

/** What was given, as a link carries it: the fields of this view, blanks around anything but text taken off. */
function givenTexts(columns: readonly EntityColumn[], texts: EntityText): EntityText {
  return Object.fromEntries(
    columns.flatMap(({ name, type }) => {
      const text = Object.hasOwn(texts, name) ? (texts[name] ?? "") : "";
      const given = type === "string" ? text : text.trim();
      return given === "" ? [] : [[name, given]];
    }),
  );
}
