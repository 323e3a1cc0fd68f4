import { useMemo } from "react";
import { type CsvPlan, columnsRead } from "../../../formats/csv/csv-plan";
import { correctRoles, correctZone } from "../../../state/imports/correct-draft";
import { type DraftContent, openQuestions } from "../../../state/imports/imports-store";
import { latestData } from "../../../state/query";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { createdHelp, eventHelp, findingOf, keyHelp, zoneHelp } from "./column-words";
import styles from "./draft.module.css";

// No column can have this name: names are trimmed.
const NONE = " none";

/** The zones that times may be in: UTC, the reader's own, then all that the browser knows. */
function zoneOptions() {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC" && zone !== own);
  return [
    { value: "UTC", label: "UTC" },
    ...(own === "UTC" ? [] : [{ value: own, label: `${own} (yours)` }]),
    ...others.map((zone) => ({ value: zone, label: zone })),
  ];
}

export interface RoleSelectsProps {
  readonly draftId: string;
  readonly content: DraftContent;
}

/** The four choices that make a group of a file: its key, its two times, and the zone of times without one. */
export function RoleSelects({ draftId, content }: RoleSelectsProps) {
  const app = useAppHandle();
  const zones = useMemo(zoneOptions, []);
  const { plan } = content;
  const findings = latestData(content.review)?.findings ?? [];
  const { facts = null, readable = 0 } = latestData(content.check) ?? {};
  // What is read of it until then is one of several answers.
  const isAsked = openQuestions(content).some(
    ({ columns, eventTime }) =>
      plan.eventTime !== null && eventTime === undefined && columns.includes(plan.eventTime),
  );
  return (
    <div className={styles.roles}>
      <KeySelects draftId={draftId} content={content} />
      <Select
        label="Event time: when it happened"
        options={timeOptions(plan)}
        value={plan.eventTime ?? NONE}
        onChange={(name) => void correctRoles(app, draftId, { eventTime: name })}
        help={isAsked ? "Answer the question about it first." : eventHelp(facts, plan, findings)}
        error={plan.eventTime === null ? "Choose the column that says when each row happened." : undefined}
      />
      <Select
        label="Created time: when you learned of it"
        options={[{ value: NONE, label: "none: known at once" }, ...timeOptions(plan)]}
        value={plan.createdTime ?? NONE}
        onChange={(name) => void correctRoles(app, draftId, { createdTime: name === NONE ? null : name })}
        help={createdHelp(facts, plan, readable)}
      />
      <Select
        label="Times without a zone are in"
        options={zones}
        value={plan.zone}
        onChange={(zone) => correctZone(app, draftId, zone)}
        help={zoneHelp(findings, plan)}
      />
    </div>
  );
}

function KeySelects({ draftId, content }: RoleSelectsProps) {
  const app = useAppHandle();
  const { plan } = content;
  const findings = latestData(content.review)?.findings ?? [];
  const choose = (key: string[]) => void correctRoles(app, draftId, { key });
  const rest = keyOptions(plan).filter(({ value }) => !plan.key.includes(value));
  const [first, ...more] = plan.key;
  return (
    <div className={styles.keys}>
      <Select
        label="Entity key"
        options={keyOptions(plan)}
        value={first ?? NONE}
        onChange={(name) => choose([name, ...more.filter((other) => other !== name)])}
        help={keyHelp(latestData(content.check)?.facts ?? null, plan, findings)}
        error={first === undefined ? "Choose the column that says whom or what a row is about." : undefined}
      />
      {more.map((name, at) => (
        <Select
          key={name}
          label={`and column ${at + 2} of the key`}
          options={[{ value: NONE, label: "none" }, { value: name, label: name }, ...rest]}
          value={name}
          onChange={(chosen) =>
            choose(
              chosen === NONE
                ? plan.key.filter((other) => other !== name)
                : plan.key.map((other) => (other === name ? chosen : other)),
            )
          }
          help={findingOf(findings, name)?.sentence}
        />
      ))}
    </div>
  );
}

/** For an entity that takes more than one column to name. */
export function AddKeyColumn({ draftId, content }: RoleSelectsProps) {
  const app = useAppHandle();
  const { plan } = content;
  const next = keyOptions(plan).find(({ value }) => !plan.key.includes(value));
  if (plan.key.length === 0 || next === undefined) return null;
  return (
    <Button
      variant="link"
      className={styles.addKey}
      onClick={() => void correctRoles(app, draftId, { key: [...plan.key, next.value] })}
    >
      Add a column to the key
    </Button>
  );
}

function keyOptions(plan: CsvPlan) {
  return columnsRead(plan)
    .filter(({ name }) => name !== plan.eventTime && name !== plan.createdTime)
    .map(({ name }) => ({ value: name, label: name }));
}

/** Timestamps first, made ones among them: the others become one when they are chosen. */
function timeOptions(plan: CsvPlan) {
  const times = columnsRead(plan).filter(
    ({ type, name }) => type === "timestamp" && !plan.key.includes(name),
  );
  const others = plan.columns.filter(
    ({ name }) => !plan.key.includes(name) && !times.some((time) => time.name === name),
  );
  return [
    ...times.map(({ name }) => ({ value: name, label: name })),
    ...others.map(({ name, type, included }) => ({
      value: name,
      label: `${name} (now ${included ? type : "left out"})`,
    })),
  ];
}
