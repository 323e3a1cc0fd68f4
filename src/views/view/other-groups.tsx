import { addJoin, convertKey, proposeJoin, typeOf } from "../../state/edit-view";
import { useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import styles from "./view-stage.module.css";

/** The groups that are not joined: a way to join each, or why it cannot be. */
export function OtherGroups({
  spine,
  others,
  view,
}: {
  readonly spine: GroupSummary;
  readonly others: readonly GroupSummary[];
  readonly view: ViewSummary;
}) {
  const app = useAppHandle();
  if (others.length === 0) return null;
  const { definition } = view;
  return (
    <ul className={styles.others}>
      {others.map((group) => {
        const join = proposeJoin(spine, group);
        return (
          <li key={group.definition.name}>
            {join === null ? (
              <TypesDiffer spine={spine} group={group} />
            ) : (
              <Button variant="link" onClick={() => void addJoin(app, definition.name, join)}>
                Join {group.definition.name}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Why two groups cannot be joined as they are, and what would work. */
function TypesDiffer({ spine, group }: { readonly spine: GroupSummary; readonly group: GroupSummary }) {
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
