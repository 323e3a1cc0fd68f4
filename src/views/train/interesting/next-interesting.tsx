import { useMemo, useState } from "react";
import type { App } from "../../../state/app";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training/training";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { formatNumber } from "../../../ui/format-number";
import {
  countInterests,
  INTEREST_BITS,
  type Interest,
  nextSight,
  phaseOfSight,
  type Sight,
} from "./interest";
import { INTEREST_NAMES } from "./interest-words";
import styles from "./next-interesting.module.css";

export interface NextInterestingProps {
  readonly training: Training;
  /** The training row that the timeline shows. */
  readonly current: number;
  /** Hears what was found. */
  readonly onSight: (sight: Sight) => void;
}

/** Goes from one row worth a look to the next. */
export function NextInteresting({ training, current, onSight }: NextInterestingProps) {
  const app = useAppHandle();
  const counts = useMemo(() => countInterests(training), [training]);
  const [chosen, setChosen] = useState<Interest | null>(null);
  const offered = useMemo(() => offeredInterests(counts, training.numRows), [counts, training.numRows]);
  const interest = offered.find((value) => value === chosen) ?? rarest(offered, counts);
  if (interest === undefined) return null;
  const next = () => {
    const sight = nextSight(training, interest, current);
    if (sight === null) return;
    showSight(app, training, sight);
    onSight(sight);
  };
  return (
    <div className={styles.next}>
      <Select
        label="What to look for"
        layout="unlabelled"
        options={offered.map((value) => ({
          value,
          label: `${INTEREST_NAMES[value]} (${formatNumber(counts[value])})`,
        }))}
        value={interest}
        onChange={setChosen}
      />
      <Button size="small" onClick={next}>
        Next
      </Button>
    </div>
  );
}

/** What there is to look for. What every row shows would lead nowhere in particular. */
function offeredInterests(counts: Readonly<Record<Interest, number>>, numRows: number): Interest[] {
  return (Object.keys(INTEREST_BITS) as Interest[]).filter(
    (interest) => counts[interest] > 0 && !(interest === "any" && counts.any === numRows),
  );
}

function rarest(
  interests: readonly Interest[],
  counts: Readonly<Record<Interest, number>>,
): Interest | undefined {
  return [...interests].sort((a, b) => counts[a] - counts[b])[0];
}

/** Goes to what is to be seen, at the step that shows it best. */
export function showSight(app: App, training: Training, sight: Sight): void {
  const { trainingRow, join } = sight;
  const row = training.spineIndex[trainingRow] ?? 0;
  goTo(app, { row, join, phase: phaseOfSight(sight), column: null, from: null, to: null });
}
