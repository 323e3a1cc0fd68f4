import { goTo } from "../../state/address/navigate";
import { useAppStore } from "../../state/app-store";
import { addFiles, addText } from "../../state/imports/add-files";
import { useImports } from "../../state/imports/imports-store";
import { shownInData } from "../../state/imports/shown-in-data";
import { bringBack } from "../../state/imports/store-draft";
import { Button } from "../../ui/controls/button";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Notice } from "../../ui/feedback/notice";
import { usePaste } from "../../ui/files/use-paste";
import { DraftStage } from "./draft/draft-stage";
import { GroupStage } from "./group/group-stage";
import { Invitation } from "./invitation";

/** The Data stage: files on their way in, and the groups that are stored. Text pasted anywhere on it is taken as a file. */
export function DataStage() {
  const place = useAppStore((state) => state.place);
  const overview = useAppStore((state) => state.overview);
  const imports = useImports();
  usePaste({ onFiles: addFiles, onText: addText });
  const shown = shownInData({ place, overview }, imports);
  return (
    <>
      <PutAwayNotice />
      {shown.kind === "invitation" && <Invitation />}
      {shown.kind === "draft" && <DraftStage key={shown.draft.id} draft={shown.draft} />}
      {shown.kind === "group" && <GroupStage key={shown.group.definition.name} group={shown.group} />}
      {shown.kind === "no_such_group" && (
        <EmptyState
          size="page"
          headline={`There is no group “${shown.name}” here.`}
          actions={<Button onClick={() => goTo({ group: null })}>Show what there is</Button>}
        >
          It may have been deleted, or the link was made in another browser: groups stay where they were
          stored.
        </EmptyState>
      )}
    </>
  );
}

function PutAwayNotice() {
  const putAway = useImports((state) => state.putAway);
  if (putAway === null) return null;
  return (
    <Notice
      kind="info"
      actions={
        <Button variant="link" onClick={bringBack}>
          Bring it back
        </Button>
      }
      onDismiss={() => useImports.setState({ putAway: null })}
    >
      “{putAway.file.name}” was put away. Nothing of it was stored.
    </Notice>
  );
}
