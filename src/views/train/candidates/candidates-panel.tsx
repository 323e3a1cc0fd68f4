import { pointAt, useAppStore } from "../../../state/app-store";
import { CandidateList } from "../../../timeline/candidate-list";
import { shownColumn } from "../steps/shown-column";
import type { StepInSight } from "../steps/step-in-sight";

export interface CandidatesPanelProps {
  readonly step: StepInSight;
  /** The joins that are listed, each with at most so many rows. */
  readonly joins: readonly { readonly join: number; readonly most: number }[];
}

/** The candidates of some joins, as lists: the timeline once more, to be read. */
export function CandidatesPanel({ step: { slice, coordinate }, joins }: CandidatesPanelProps) {
  const column = useAppStore((state) => state.place.column);
  const pointed = useAppStore((state) => state.pointed);
  return joins.map(({ join, most }) => (
    <CandidateList
      key={join}
      slice={slice}
      coordinate={coordinate}
      join={join}
      most={most}
      column={shownColumn(slice, join, join === coordinate.join ? column : null)}
      highlight={pointed}
      onHover={pointAt}
    />
  ));
}
