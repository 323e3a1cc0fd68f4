import type { Choice } from "../../../formats/csv/csv-draft";
import { correctAsNewGroup, correctPlan } from "../../../state/imports/correct-draft";
import { importTarget } from "../../../state/imports/import-target";
import type { DraftContent } from "../../../state/imports/imports-store";
import { useApp, useAppHandle } from "../../../state/use-app";
import { Button, type ButtonProps } from "../../../ui/controls/button";

export interface ReadingButtonProps extends Pick<ButtonProps, "size" | "variant"> {
  readonly draftId: string;
  /** The group that the file is meant for, as typed. */
  readonly groupName: string;
  readonly content: DraftContent;
  readonly choice: Choice;
}

/** Reads a column in another way: of a file that is added to a group, which that would not fit, in a group of its own. */
export function ReadingButton({ draftId, groupName, content, choice, ...look }: ReadingButtonProps) {
  const app = useAppHandle();
  const isAdded = useApp(
    ({ overview }) => importTarget(content.plan, groupName, overview?.groups ?? []).kind === "add",
  );
  const read = isAdded ? correctAsNewGroup : correctPlan;
  return (
    <Button {...look} onClick={() => read(app, draftId, choice.change)}>
      {isAdded ? `${choice.label}, in a group of its own` : choice.label}
    </Button>
  );
}
