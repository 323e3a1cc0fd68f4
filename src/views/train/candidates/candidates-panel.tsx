import { pointAt, useAppStore } from "../../state/app-store";
import { CandidateList } from "../../timeline/candidate-list";
import { shownColumn } from "./shown-column";
import { stepInSight } from "./step-in-sight";

/** The candidates of every join, as lists: the timeline once more, to be read. */
export function CandidatesPanel() {
  const step = useAppStore(stepInSight);
  const column = useAppStore((state) => state.place.column);
  const pointed = useAppStore((state) => state.pointed);
  if (step === null) return null;
  const { slice, coordinate } = step;
  return slice.joins.map((join, number) => (
    <CandidateList
      key={`${join.fgName} ${join.writes.map((write) => write.as).join()}`}
      slice={slice}
      coordinate={coordinate}
      join={number}
      column={shownColumn(slice, number, number === coordinate.join ? column : null)}
      highlight={pointed}
      onHover={pointAt}
    />
  ));
}
