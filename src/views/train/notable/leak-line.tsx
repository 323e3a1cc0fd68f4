import { useMemo } from "react";
import { compareCost } from "../../../state/compare/compare-links";
import type { Training } from "../../../state/training";
import { showsLatest } from "../../../state/training-queries";
import { useApp, useAppHandle, useHref } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { Button } from "../../../ui/controls/button";
import { formatNumber } from "../../../ui/format-number";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { setStatus } from "../hovered/status";
import styles from "./leak-line.module.css";
import { leakedCells } from "./leaked-cells";
import { showNotable } from "./next-notable";
import { nextNotable } from "./notable-rows";

export interface LeakLineProps {
  readonly training: Training;
  /** The step that the timeline shows. */
  readonly at: Coordinate;
}

/** How many cells leak, the way through them, and the way to what they cost. Nothing where none leaks, but on the latest value. */
export function LeakLine({ training, at }: LeakLineProps) {
  const isLatest = useApp(showsLatest);
  const { leaked, cells } = useMemo(() => leakedCells(training), [training]);
  if (leaked === 0)
    return (
      isLatest &&
      cells > 0 && (
        <p className={styles.none}>On the latest value none of {formatNumber(cells)} cells leaks.</p>
      )
    );
  return <Leaks training={training} at={at} leaked={leaked} cells={cells} />;
}

interface LeaksProps extends LeakLineProps {
  readonly leaked: number;
  readonly cells: number;
}

function Leaks({ training, at, leaked, cells }: LeaksProps) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const next = () => {
    const { from, found } = nextLeak(training, at);
    if (found === null) return;
    showNotable(app, training, found);
    const wrapped =
      found.trainingRow < from.trainingRow ||
      (found.trainingRow === from.trainingRow && found.join <= from.join);
    setStatus(app, { kind: "notable", notable: found, wrapped });
  };
  useScopeKeys((event) => {
    if (keyAction("leaks", event) === null) return;
    event.preventDefault();
    next();
  });
  return (
    <section className={styles.leaks} aria-label="Leaks">
      <p role="status" className={styles.count}>
        <VerdictGlyph state="leak" />{" "}
        <strong>
          {formatNumber(leaked)} of {formatNumber(cells)} cells {leaked === 1 ? "leaks" : "leak"}
        </strong>
      </p>
      <p>{leaked === 1 ? "it was" : "they were"} not known yet</p>
      <p className={styles.ways}>
        <Button variant="link" title="Key: L" onClick={next}>
          next leak
        </Button>
        <a href={hrefTo(compareCost(route), route)}>what does it cost?</a>
      </p>
    </section>
  );
}

/** The first leak after what is on the screen, in the order of the table; what is not written yet counts as to come. */
function nextLeak(training: Training, { spineRow, join, phase, together }: Coordinate) {
  const last = together ? training.joins.length - 1 : join;
  const from = {
    trainingRow: training.trainingRowOf(spineRow) ?? 0,
    join: phase === "write_cell" ? last : together ? -1 : join - 1,
  };
  return { from, found: nextNotable(training, "leak", from) };
}
