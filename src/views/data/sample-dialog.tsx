import type { Scenario } from "../../scenario/scenario";
import { sampleConflicts } from "../../state/load-sample";
import { useApp } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { Dialog } from "../../ui/dialog";
import { countOf } from "../../ui/format-number";
import type { StoreOverview } from "../../worker/results";

export interface SampleDialogProps {
  /** The sample that was asked for; `null` closes the dialog. */
  readonly sample: Scenario | null;
  readonly onClose: () => void;
  readonly onLoad: (sample: Scenario, replacing: boolean) => void;
}

/** Where there is data already: should a sample stand beside it, or take its place? */
export function SampleDialog({ sample, onClose, onLoad }: SampleDialogProps) {
  const overview = useApp((state) => state.overview) ?? EMPTY;
  const conflicts = sample === null ? [] : sampleConflicts(sample, overview);
  const load = (replacing: boolean) => {
    if (sample !== null) onLoad(sample, replacing);
  };
  return (
    <Dialog
      open={sample !== null}
      onClose={onClose}
      title={`Load “${sample?.title}”?`}
      actions={
        <>
          {conflicts.length === 0 && (
            <Button variant="primary" onClick={() => load(false)}>
              Load it beside them
            </Button>
          )}
          <Button onClick={() => load(true)}>Delete everything and load it</Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        There {overview.groups.length === 1 ? "is" : "are"} {storedWords(overview)} in this browser.{" "}
        {conflicts.length === 0
          ? "The sample can stand beside what you have; rows that are there already are not stored twice."
          : `The sample cannot stand beside what you have: there is ${conflicts.join(" and ")} already, with another definition.`}{" "}
        Deleting cannot be undone.
      </p>
    </Dialog>
  );
}

const EMPTY: StoreOverview = { groups: [], views: [] };

function storedWords({ groups }: StoreOverview): string {
  const rows = groups.reduce((sum, group) => sum + group.numRows, 0);
  return `${countOf(groups.length, "group")} with ${countOf(rows, "row")}`;
}
