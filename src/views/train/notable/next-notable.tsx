import { useMemo, useState } from "react";
import type { App } from "../../../state/app";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { formatNumber } from "../../../ui/format-number";
import styles from "./next-notable.module.css";
import {
  countNotable,
  NOTABLE_BITS,
  NOTABLE_NAMES,
  type NotableKind,
  type NotableRow,
  nextNotable,
  phaseOfNotable,
} from "./notable-rows";

export interface NextNotableProps {
  readonly training: Training;
  /** The training row that the timeline shows. */
  readonly current: number;
  /** Called with the row that was found. */
  readonly onFound: (found: NotableRow) => void;
}

/** Goes from one row worth a look to the next. */
export function NextNotable({ training, current, onFound }: NextNotableProps) {
  const app = useAppHandle();
  const counts = useMemo(() => countNotable(training), [training]);
  const [chosen, setChosen] = useState<NotableKind | null>(null);
  const offered = useMemo(() => offeredKinds(counts, training.numRows), [counts, training.numRows]);
  const kind = offered.find((value) => value === chosen) ?? rarest(offered, counts);
  if (kind === undefined) return null;
  const next = () => {
    const found = nextNotable(training, kind, current);
    if (found === null) return;
    showNotable(app, training, found);
    onFound(found);
  };
  return (
    <div className={styles.next}>
      <Select
        label="What to look for"
        layout="unlabelled"
        options={offered.map((value) => ({
          value,
          label: `${NOTABLE_NAMES[value]} (${formatNumber(counts[value])})`,
        }))}
        value={kind}
        onChange={setChosen}
      />
      <Button size="small" onClick={next}>
        Next
      </Button>
    </div>
  );
}

/** What there is to look for. What every row shows would lead nowhere in particular. */
function offeredKinds(counts: Readonly<Record<NotableKind, number>>, numRows: number): NotableKind[] {
  return (Object.keys(NOTABLE_BITS) as NotableKind[]).filter(
    (kind) => counts[kind] > 0 && !(kind === "any" && counts.any === numRows),
  );
}

function rarest(
  kinds: readonly NotableKind[],
  counts: Readonly<Record<NotableKind, number>>,
): NotableKind | undefined {
  return [...kinds].sort((a, b) => counts[a] - counts[b])[0];
}

/** Goes to what is to be seen, at the step that shows it best. */
export function showNotable(app: App, training: Training, found: NotableRow): void {
  const { trainingRow, join } = found;
  const row = training.spineIndex[trainingRow] ?? 0;
  goTo(app, { row, join, phase: phaseOfNotable(found), column: null, from: null, to: null });
}
