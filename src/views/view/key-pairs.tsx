import type { JoinDefinition } from "../../microfs";
import { convertKey, typeOf } from "../../state/edit-view";
import { useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { Select } from "../../ui/controls/select";
import type { GroupSummary } from "../../worker/answers";
import { featureToSpine } from "./on-columns";
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

/** Why two groups cannot be joined as they are, and what would work. */
export function TypesDiffer({
  spine,
  group,
}: {
  readonly spine: GroupSummary;
  readonly group: GroupSummary;
}) {
  const app = useAppHandle();
  const [key = ""] = group.definition.primaryKeys;
  const spineColumn = typeOf(spine, key) === undefined ? (spine.definition.primaryKeys[0] ?? "") : key;
  const own = typeOf(group, key);
  const other = typeOf(spine, spineColumn);
  const canConvert = (own === "int64" && other === "string") || (own === "string" && other === "int64");
  return (
    <p className={styles.differ}>
      <strong>{group.definition.name}</strong> cannot be joined: its key {key} is {own}, and {spineColumn} of{" "}
      {spine.definition.name} is {other}. 1 and “1” are different keys.{" "}
      {canConvert ? (
        <>
          <Button
            variant="link"
            onClick={() =>
              void convertKey(app, group.definition.name, key, own === "int64" ? "string" : "int64")
            }
          >
            Make {key} of {group.definition.name} {own === "int64" ? "text" : "whole numbers"}
          </Button>{" "}
          or{" "}
          <Button
            variant="link"
            onClick={() =>
              void convertKey(app, spine.definition.name, spineColumn, other === "int64" ? "string" : "int64")
            }
          >
            make {spineColumn} of {spine.definition.name} {other === "int64" ? "text" : "whole numbers"}
          </Button>
          .
        </>
      ) : (
        "Bring the file again, and read both columns as the same type."
      )}
    </p>
  );
}
