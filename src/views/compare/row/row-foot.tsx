import { useState } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { smallestRows, smallestStore } from "../../../state/compare/smallest";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { useApp, useAppHandle, useHref, usePart } from "../../../state/use-app";
import type { Phase } from "../../../terms/phases";
import { Legend } from "../../../timeline/legend/legend";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { rowName } from "../../../timeline/words/row-name";
import { togetherLabel } from "../../../timeline/words/verdict-words";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { countOf, formatNumber, ordinalOf } from "../../../ui/format-number";
import { HistoryButtons } from "../../train/edits/history-buttons";
import { goToRow } from "../../train/steps/current-step";
import type { Variants } from "../use-variants";
import styles from "./row-foot.module.css";
import type { RowPlayer } from "./row-steps";
import { useNextDifference } from "./use-next-difference";

export interface RowFootProps {
  /** With the joins of both variants, one after the other. */
  readonly both: EntitySlice;
  readonly coordinate: Coordinate;
  readonly training: Training;
  readonly variants: Variants;
  readonly steps: readonly Phase[];
  readonly player: RowPlayer;
  /** Whether the two differ in this row: then there is an example of it. */
  readonly differs: boolean;
}

/** Where one is, and the ways on: rows, steps, the next row that differs, the smallest example, and back to Train. */
export function RowFoot({ both, coordinate, training, variants, steps, player, differs }: RowFootProps) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const next = useNextDifference(variants);
  const smallest = usePart(smallestStore, smallestRows);
  const { spineRow, phase } = coordinate;
  const rank = (training.trainingRowOf(spineRow) ?? 0) + 1;
  const step = steps.indexOf(phase);
  const label = togetherLabel(both, phase, true);
  return (
    <footer className={styles.foot}>
      <p className={styles.place}>
        <button
          type="button"
          className={styles.sign}
          aria-label="Previous row"
          aria-disabled={rank === 1 || undefined}
          onClick={() => goToRow(app, -1)}
        >
          ‹
        </button>
        <span title={`row ${rowName(spineRow)} of ${both.spine.fgName}`}>
          row {rowName(spineRow)}, the {ordinalOf(rank)} of {formatNumber(training.numRows)}
        </span>
        <button
          type="button"
          className={styles.sign}
          aria-label="Next row"
          aria-disabled={rank === training.numRows || undefined}
          onClick={() => goToRow(app, 1)}
        >
          ›
        </button>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex container everywhere */}
      <div className={styles.player} role="group" aria-label="Player">
        <button
          type="button"
          className={styles.sign}
          aria-label="Previous step"
          aria-disabled={step <= 0 || undefined}
          onClick={() => player.go(-1)}
        >
          ←
        </button>
        <Button variant="link" aria-pressed={player.playing} onClick={player.toggle}>
          {player.playing ? "Pause" : "Play"}
        </Button>
        <button
          type="button"
          className={styles.sign}
          aria-label="Next step"
          aria-disabled={step === steps.length - 1 || undefined}
          onClick={() => player.go(1)}
        >
          →
        </button>
        <span className={styles.step} aria-live="polite">
          step {step + 1} of {steps.length}: {label}
        </span>
      </div>
      <Button variant="link" aria-busy={next.isLooking} onClick={next.go}>
        next row that differs
      </Button>
      {differs && (
        <Button variant="link" onClick={() => goTo(app, { smallest: true })}>
          smallest example{smallest !== null && `: ${countOf(smallest, "row")}`}
        </Button>
      )}
      <a href={hrefTo({ stage: "train", phase, joins: "together", behind: null, smallest: false }, route)}>
        this row in Train
      </a>
      <LegendLink />
      <p className={styles.said} role="status">
        {next.isLooking ? "looking …" : next.words}
      </p>
      <div className={styles.end}>{route.hide.includes("edits") ? null : <HistoryButtons isShort />}</div>
    </footer>
  );
}

/** What every mark of the pictures means, one press away from them. */
function LegendLink() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="link" onClick={() => setOpen(true)}>
        legend
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="What the pictures show">
        <Legend />
      </Dialog>
    </>
  );
}
