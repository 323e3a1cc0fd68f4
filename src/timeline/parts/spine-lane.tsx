import { useState } from "react";
import { DensityReader, DensityTip, type ReadAt } from "../density/density-reader";
import type { Metrics } from "../geometry/metrics";
import { bracketPath } from "../geometry/shape-paths";
import type { FoldPicture, SpinePicture } from "../picture/picture-types";
import { SpineBackground } from "./background";
import { LaneTitle } from "./lane-title";
import styles from "./picture.module.css";

export interface SpineLaneProps {
  readonly spine: SpinePicture;
  readonly metrics: Metrics;
  /** `canvas` where its density is drawn beneath this drawing. */
  readonly drawing: "canvas" | "svg";
  readonly lineX: number | null;
  readonly folds: readonly FoldPicture[];
  readonly onRow?: (row: number) => void;
}

/** From the lane's lower edge up to the words under its line. */
const WORDS_UP_PX = 4;

/** The lane of the rows to predict: this one on the line, the entity's others beside it, and the label that was not known yet. */
export function SpineLane({ spine, metrics: m, drawing, lineX, folds, onRow }: SpineLaneProps) {
  const [readAt, setReadAt] = useState<ReadAt | null>(null);
  const area = {
    left: m.plotLeft,
    right: m.plotRight,
    top: spine.center - m.markRadius * 2.4,
    bottom: spine.center + m.markRadius,
  };
  const half = m.markRadius * 1.15;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the same
    <g role="group" aria-label={`${spine.title}: ${spine.spoken}`}>
      <LaneTitle
        top={spine.top}
        center={spine.center}
        title={spine.title}
        subtitle=""
        metrics={m}
        lineX={lineX}
        folds={folds}
      />
      {drawing === "svg" && <SpineBackground spine={spine} metrics={m} />}
      {spine.density !== null && (
        <>
          <DensityReader density={spine.density} area={area} onRead={setReadAt} />
          {/* A lane of features says this itself. */}
          <text
            className={styles.densityWords}
            aria-hidden
            x={m.plotLeft + 4}
            y={spine.top + m.spineHeight - WORDS_UP_PX}
            fontSize={m.textPx}
          >
            {spine.density.words}
          </text>
        </>
      )}
      {spine.rows.map((row) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the same
        <g
          key={row.row}
          className={onRow === undefined || row.current ? undefined : styles.clickable}
          data-spine-row={row.row}
          onClick={() => !row.current && onRow?.(row.row)}
        >
          <title>{row.spoken}</title>
          <rect
            className={styles.hit}
            x={row.x - 8}
            y={spine.center - half * 2}
            width={16}
            height={half * 4}
          />
          <rect
            className={row.current ? styles.spineNow : styles.spineRow}
            x={row.x - (row.current ? 2.5 : 1.5)}
            y={spine.center - half * (row.current ? 1.6 : 1)}
            width={row.current ? 5 : 3}
            height={half * (row.current ? 3.2 : 2)}
          />
        </g>
      ))}
      {spine.label !== null && (
        <g className={styles.label}>
          <title>{`${spine.label.title}. What is to be predicted is not known at this moment, so it is struck out.`}</title>
          <text
            className={styles.labelText}
            x={spine.label.text.x}
            y={spine.label.text.y}
            fontSize={m.textPx}
          >
            {spine.label.text.text}
          </text>
          {spine.label.note !== null && (
            <text
              className={styles.labelNote}
              x={spine.label.note.x}
              y={spine.label.note.y}
              fontSize={m.textPx}
            >
              {spine.label.note.text}
            </text>
          )}
          <path d={bracketPath(spine.label)} />
        </g>
      )}
      {spine.density !== null && readAt !== null && (
        <DensityTip density={spine.density} at={readAt} area={area} metrics={m} />
      )}
    </g>
  );
}
