import { type App, showMessage } from "../../../state/app";
import { offlineChanged, storeOf } from "../../../state/connection";
import { toError } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { START } from "../../../state/route/url";
import { useApp, useAppHandle, useHref } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { countOf } from "../../../ui/format-number";
import type { GroupSummary } from "../../../worker/results";

export interface DeleteGroupDialogProps {
  readonly group: GroupSummary;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before a group goes; while a view uses it, says which instead. */
export function DeleteGroupDialog({ group, open, onClose }: DeleteGroupDialogProps) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const views = useApp((state) => state.overview?.views);
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
            <Button variant="primary" onClick={() => void deleteGroup(app, name)}>
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
              <a href={hrefTo({ ...START, stage: "view", view: definition.name }, START)}>
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

async function deleteGroup(app: App, name: string): Promise<void> {
  try {
    await storeOf(app).deleteFeatureGroup(name);
    goTo(app, { group: null }, "replace");
    await offlineChanged(app);
  } catch (thrown) {
    showMessage(app, { text: toError(thrown).message, isError: true });
  }
}
