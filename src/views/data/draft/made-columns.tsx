import { useState } from "react";
import { type CsvPlan, columnsRead, type MadeColumn } from "../../../formats/csv/csv-plan";
import { makeColumn, removeMade } from "../../../state/imports/correct-draft";
import { freeName } from "../../../state/imports/import-target";
import type { DraftContent } from "../../../state/imports/imports-store";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { Select } from "../../../ui/controls/select";
import { TextInput } from "../../../ui/controls/text-input";
import { Dialog } from "../../../ui/dialog";
import { madeWords } from "./column-words";
import styles from "./draft.module.css";
import { type MadeAnswers, madeOf, madeProblem } from "./made-answers";

export interface MadeColumnsProps {
  readonly draftId: string;
  readonly content: DraftContent;
}

/** The columns that the file does not have: what each is made of, and the way to make another. */
export function MadeColumns({ draftId, content }: MadeColumnsProps) {
  const app = useAppHandle();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.made}>
      {content.plan.made.map((made) => (
        <span key={made.name} className={styles.madeColumn}>
          “{made.name}” is made: {madeWords(made)}.{" "}
          <Button
            variant="link"
            aria-label={`Remove ${made.name}`}
            onClick={() => removeMade(app, draftId, made.name)}
          >
            Remove
          </Button>
        </span>
      ))}
      <Button variant="link" className={styles.addKey} onClick={() => setOpen(true)}>
        Make a column
      </Button>
      {isOpen && <MadeDialog draftId={draftId} plan={content.plan} onClose={() => setOpen(false)} />}
    </div>
  );
}

const KINDS = [
  { value: "entity", label: "what all rows are about" },
  { value: "since", label: "since when all of it is true" },
  { value: "date_and_time", label: "one time of a day and a time of day" },
] as const;

interface MadeDialogProps {
  readonly draftId: string;
  readonly plan: CsvPlan;
  readonly onClose: () => void;
}

function MadeDialog({ draftId, plan, onClose }: MadeDialogProps) {
  const app = useAppHandle();
  const [answers, setAnswers] = useState(() => firstAnswers(plan));
  const answer = (change: Partial<MadeAnswers>) => setAnswers((before) => ({ ...before, ...change }));
  const taken = new Set([...plan.columns, ...plan.made].map(({ name }) => name));
  const problem = madeProblem(answers, taken);
  const columns = plan.columns.map(({ name }) => ({ value: name, label: name }));
  const make = (made: MadeColumn) => {
    makeColumn(app, draftId, made);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Make a column"
      actions={
        <Button variant="primary" disabled={problem !== null} onClick={() => make(madeOf(answers))}>
          Make it
        </Button>
      }
    >
      <div className={styles.columnFields}>
        <SegmentedChoice
          label="It says"
          options={KINDS}
          value={answers.kind}
          onChange={(kind) => answer({ kind, name: freeName(NAMES[kind], taken) })}
        />
        <TextInput label="Its name" value={answers.name} onChange={(name) => answer({ name })} />
        {answers.kind === "entity" && (
          <TextInput
            label="The same in every row"
            help="Such as the name of the site, the machine or the person"
            value={answers.value}
            onChange={(value) => answer({ value })}
          />
        )}
        {answers.kind === "since" && (
          <TextInput
            label="All of it is true since"
            help="A day or a time, such as 2024-01-31. What is true now may not have been true then: rows from before a change would know of it too early."
            value={answers.since}
            onChange={(since) => answer({ since })}
          />
        )}
        {answers.kind === "date_and_time" && (
          <>
            <Select
              label="The day stands in"
              options={columns}
              value={answers.date}
              onChange={(date) => answer({ date })}
            />
            <Select
              label="The time of day in"
              options={columns}
              value={answers.timeOfDay}
              onChange={(timeOfDay) => answer({ timeOfDay })}
            />
          </>
        )}
        <p className={styles.muted} aria-live="polite">
          {problem}
        </p>
      </div>
    </Dialog>
  );
}

const NAMES: Readonly<Record<MadeAnswers["kind"], string>> = {
  entity: "entity",
  since: "true_since",
  date_and_time: "at",
};

function firstAnswers(plan: CsvPlan): MadeAnswers {
  const taken = new Set(columnsRead(plan).map(({ name }) => name));
  const kind = plan.key.length === 0 || plan.eventTime !== null ? "entity" : "since";
  const date = plan.columns.find(({ type }) => type === "timestamp") ?? plan.columns[0];
  return {
    kind,
    name: freeName(NAMES[kind], taken),
    value: "",
    since: "",
    date: date?.name ?? "",
    timeOfDay:
      plan.columns.find(({ name }) => name !== date?.name && /time|hour|uhr/i.test(name))?.name ?? "",
  };
}
