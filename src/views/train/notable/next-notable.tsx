import { useMemo, useState } from "react";
import type { App } from "../../../state/app";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { useApp, useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { formatNumber } from "../../../ui/format-number";
import styles from "./next-notable.module.css";
import {
  countNotable,
  NOTABLE_BITS,
  NOTABLE_NAMES,
  type NotableRow,
  type NotableSought,
  nextNotable,
  phaseOfNotable,
} from "./notable-rows";
import { notableStops } from "./notable-stops";

export interface NextNotableProps {
  readonly training: Training;
  /** The training row that the timeline shows. */
  readonly current: number;
  /** Called with the row that was found. */
  readonly onFound: (found: NotableRow) => void;
}

/** The round of a few of everything that is notable, or all of one kind. */
type Way = "round" | NotableSought;

/** Goes from one row worth a look to the next. */
export function NextNotable({ training, current, onFound }: NextNotableProps) {
  const app = useAppHandle();
  const currentJoin = useApp((state) => state.route.join);
  const counts = useMemo(() => countNotable(training), [training]);
  const stops = useMemo(() => notableStops(training), [training]);
  const [chosen, setChosen] = useState<Way>("round");
  const [last, setLast] = useState<NotableRow | null>(null);
  const isHere = last !== null && last.trainingRow === current && last.join === currentJoin;
  if (stops.length === 0) return null;
  const offered = (Object.keys(NOTABLE_BITS) as NotableSought[]).filter((sought) => counts[sought] > 0);
  const way = chosen !== "round" && counts[chosen] > 0 ? chosen : "round";
  const next = () => {
    const from = { trainingRow: current, join: isHere ? currentJoin : -1 };
    const found = way === "round" ? stopAfter(stops, last) : nextNotable(training, way, from);
    if (found === null) return;
    setLast(found);
    showNotable(app, training, found);
    onFound(found);
  };
  return (
    <div className={styles.next}>
      <Button variant="link" onClick={next}>
        Next
      </Button>
      <Select
        label="What to look for"
        layout="unlabelled"
        options={[
          { value: "round", label: `interesting (${stops.length})` },
          ...offered.map((value) => ({
            value,
            label: `${NOTABLE_NAMES[value]} (${formatNumber(counts[value])})`,
          })),
        ]}
        value={way}
        onChange={setChosen}
      />
    </div>
  );
}

/** The stop after the one that was shown last, in a circle; the first where that is none of them any more. */
function stopAfter(stops: readonly NotableRow[], last: NotableRow | null): NotableRow | null {
  const at = stops.findIndex(
    (stop) => stop.trainingRow === last?.trainingRow && stop.join === last.join && stop.kind === last.kind,
  );
  return stops[(at + 1) % stops.length] ?? null;
}

/** Goes to what is to be seen, at the step that shows it best. */
export function showNotable(app: App, training: Training, found: NotableRow): void {
  const { trainingRow, join } = found;
  const row = training.spineIndex[trainingRow] ?? 0;
  goTo(app, { row, join, phase: phaseOfNotable(found), column: null, from: null, to: null });
}
