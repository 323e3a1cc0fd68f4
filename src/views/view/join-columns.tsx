import type { JoinDefinition } from "../../microfs/core";
import { typeOf } from "../../state/edit-view";
import { Checkbox } from "../../ui/controls/checkbox";
import { Select } from "../../ui/controls/select";
import { formatNumber } from "../../ui/format-number";
import type { GroupSummary } from "../../worker/results";
import styles from "./view-stage.module.css";

export interface KeyPairsProps {
  readonly spine: GroupSummary;
  readonly group: GroupSummary;
  readonly join: JoinDefinition;
  readonly onChange: (on: Record<string, string>) => void;
}

/** What the join is on: each key column of the group, and the spine's column that it must equal. */
export function KeyPairs({ spine, group, join, onChange }: KeyPairsProps) {
  const pairs = featureToSpine(join.on);
  return (
    <ul className={styles.pairs}>
      {[...pairs].map(([column, spineColumn]) => (
        <li key={column}>
          <Select
            label={`${column} =`}
            aria-label={`Spine column that ${column} must equal`}
            layout="inline"
            value={spineColumn}
            options={spine.columns
              .filter(
                ({ name, type }) => type === typeOf(group, column) && name !== spine.definition.eventTime,
              )
              .map(({ name }) => ({ value: name, label: name }))}
            onChange={(chosen) =>
              onChange(
                Object.fromEntries([...pairs].map(([key, old]) => [key === column ? chosen : old, key])),
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}

/** The group's column → the spine's column, whichever way `on` is written. */
function featureToSpine(on: JoinDefinition["on"]): ReadonlyMap<string, string> {
  if (typeof on === "string") return new Map([[on, on]]);
  if (Array.isArray(on)) return new Map(on.map((column: string) => [column, column]));
  return new Map(Object.entries(on).map(([spineColumn, column]) => [String(column), spineColumn]));
}

export interface FeatureChoiceProps {
  readonly spine: GroupSummary;
  readonly group: GroupSummary;
  readonly join: JoinDefinition;
  readonly onChange: (features: string[] | undefined) => void;
}

/** Which of a group's columns the join brings. */
export function FeatureChoice({ spine, group, join, onChange }: FeatureChoiceProps) {
  const keys = featureToSpine(join.on);
  const { eventTime } = group.definition;
  const choices = group.columns.map(({ name }) => name).filter((name) => keys.get(name) !== name);
  // What a join takes that names nothing: all but an event time that the spine has under the same name.
  const usual = choices.filter((name) => name !== eventTime || spine.definition.eventTime !== name);
  const chosen = join.features ?? usual;
  const toggle = (name: string, isOn: boolean) => {
    const next = choices.filter((other) => (other === name ? isOn : chosen.includes(other)));
    onChange(next.join("\n") === usual.join("\n") ? undefined : next);
  };
  return (
    <details className={styles.features}>
      <summary>{namesShown(choices.filter((name) => chosen.includes(name)))}</summary>
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

const MOST_NAMES = 12;

function namesShown(names: readonly string[]): string {
  if (names.length === 0) return "no columns";
  const more = names.length - MOST_NAMES;
  return more <= 0
    ? names.join(", ")
    : `${names.slice(0, MOST_NAMES).join(", ")} and ${formatNumber(more)} more`;
}
