import type { JoinDefinition } from "../../microfs";
import { Checkbox } from "../../ui/controls/checkbox";
import type { GroupSummary } from "../../worker/answers";
import { featureToSpine } from "./on-columns";
import styles from "./view-stage.module.css";

export interface FeatureChoiceProps {
  readonly group: GroupSummary;
  readonly join: JoinDefinition;
  readonly onChange: (features: string[] | undefined) => void;
}

/** Which of a group's columns the join brings. */
export function FeatureChoice({ group, join, onChange }: FeatureChoiceProps) {
  const keys = featureToSpine(join.on);
  const choices = group.columns
    .map(({ name }) => name)
    .filter((name) => !keys.has(name) && name !== group.definition.eventTime);
  const chosen = join.features ?? choices;
  const toggle = (name: string, isOn: boolean) => {
    const next = choices.filter((other) => (other === name ? isOn : chosen.includes(other)));
    onChange(next.length === choices.length ? undefined : next);
  };
  return (
    <details className={styles.features}>
      <summary>{choices.filter((name) => chosen.includes(name)).join(", ") || "no columns"}</summary>
      {choices.map((name) => (
        <Checkbox
          key={name}
          label={name}
          checked={chosen.includes(name)}
          onChange={(isOn) => toggle(name, isOn)}
        />
      ))}
    </details>
  );
}
