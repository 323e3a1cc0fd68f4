import { goTo, hrefOf } from "../../../state/address/navigate";
import { START } from "../../../state/address/place";
import { toError } from "../../../state/answer";
import { tell, useAppStore } from "../../../state/app-store";
import { offlineChanged, store } from "../../../state/store-connection";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import type { GroupSummary } from "../../../worker/answers";
import { countOf } from "../count-of";

export interface DeleteGroupDialogProps {
  readonly group: GroupSummary;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before a group goes; while a view uses it, says which instead. */
export function DeleteGroupDialog({ group, open, onClose }: DeleteGroupDialogProps) {
  const views = useAppStore((state) => state.overview?.views);
  const { name } = group.definition;
  const users = views?.filter(
    ({ definition }) => definition.labelFg === name || definition.joins.some((join) => join.fgName === name),
  );
  const isUsed = users !== undefined && users.length > 0;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={isUsed ? `${name} is in use` : `Delete ${name}?`}
      actions={
        isUsed ? (
          <Button onClick={onClose}>Keep it</Button>
        ) : (
          <>
            <Button variant="primary" onClick={() => void deleteGroup(name)}>
              Delete {name}
            </Button>
            <Button onClick={onClose}>Keep it</Button>
          </>
        )
      }
    >
      {isUsed ? (
        <p>
          {users.length === 1 ? "A view is" : "These views are"} made of it:{" "}
          {users.map(({ definition }, at) => (
            <span key={definition.name}>
              {at > 0 && ", "}
              <a href={hrefOf({ ...START, stage: "view", view: definition.name }, START)}>
                {definition.name}
              </a>
            </span>
          ))}
          . Delete {users.length === 1 ? "that view" : "those views"} first, or change what{" "}
          {users.length === 1 ? "it joins" : "they join"}.
        </p>
      ) : (
        <p>
          Its {countOf(group.numRows, "row")} and what was materialized of them are deleted from this browser.
          This cannot be undone.
        </p>
      )}
    </Dialog>
  );
}

async function deleteGroup(name: string): Promise<void> {
  try {
    await store().deleteFeatureGroup(name);
    goTo({ group: null }, "replace");
    await offlineChanged();
  } catch (thrown) {
    tell({ text: toError(thrown).message, isError: true });
  }
}
