import { hoverRow } from "../../../state/app";
import { useApp, useAppHandle } from "../../../state/use-app";
import { CandidateList } from "../../../timeline/candidate-list";
import type { Step } from "../steps/current-step";
import { shownColumn } from "../steps/shown-column";

export interface CandidatesPanelProps {
  readonly step: Step;
  /** The joins that are listed, each with at most so many rows. */
  readonly joins: readonly { readonly join: number; readonly most: number }[];
}

/** The candidates of some joins, as lists: the timeline once more, to be read. */
export function CandidatesPanel({ step: { slice, coordinate }, joins }: CandidatesPanelProps) {
  const app = useAppHandle();
  const column = useApp((state) => state.route.column);
  const pointed = useApp((state) => state.hovered);
  return joins.map(({ join, most }) => (
    <CandidateList
      key={join}
      slice={slice}
      coordinate={coordinate}
      join={join}
      most={most}
      column={shownColumn(slice, join, join === coordinate.join ? column : null)}
      highlight={pointed}
      onHover={(mark) => hoverRow(app, mark)}
    />
  ));
}
