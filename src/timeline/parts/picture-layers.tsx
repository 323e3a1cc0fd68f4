import { type MouseEvent, type PointerEvent, type RefObject, useId, useMemo } from "react";
import type { EntitySlice } from "../../microfs/core";
import { DensityCanvas } from "../density/density-canvas";
import type { Movement } from "../interaction/use-interaction";
import type { Picture } from "../picture/picture-types";
import { type MarkRef, toJoin } from "../step/coordinate";
import type { TimelineProps } from "../timeline-props";
import { formatMoment, momentStyle } from "../words/format-moment";
import { entityName } from "../words/nouns";
import { AsOfLine, AsOfStroke } from "./as-of-line";
import { Backdrop, Folds, LaneBackground, SpineBackground, Textures } from "./background";
import { Lane } from "./lane";
import { headHeightOf } from "./lane-scroller";
import styles from "./picture-layers.module.css";
import { SpineLane } from "./spine-lane";

export interface PictureLayersProps
  extends Pick<
    TimelineProps,
    "coordinate" | "onCoordinate" | "name" | "cell" | "superseded" | "dragHint" | "arrowsMove" | "onPick"
  > {
  readonly layers: RefObject<HTMLDivElement | null>;
  /** Under the rules that are shown. */
  readonly slice: EntitySlice;
  /** The moment of the prediction, microseconds. */
  readonly tUs: bigint;
  readonly picture: Picture;
  /** Whether the lanes scroll under axis and spine. */
  readonly isScrolled: boolean;
  readonly movement: Movement | undefined;
  readonly onFlip: ((join: number, counts: boolean) => void) | undefined;
  /** Whether marks say more of themselves where they are pressed or hovered. */
  readonly hasDetails: boolean;
  readonly highlight: MarkRef | null;
  readonly open: MarkRef | null;
  readonly onHover: (mark: MarkRef | null) => void;
  readonly onOpen: (mark: MarkRef | null) => void;
  readonly onPointerDown: (event: PointerEvent<Element>) => void;
  readonly onClick: (event: MouseEvent<SVGSVGElement>) => void;
}

/** A picture as it is drawn: what lies beneath, densities on a canvas where there are any, and what can be touched. */
export function PictureLayers(props: PictureLayersProps) {
  const { slice, coordinate, onCoordinate, picture, tUs, isScrolled, movement, onPointerDown, onClick } =
    props;
  const { spineRow } = coordinate;
  const { width } = picture.metrics;
  const id = useId();
  const densities = useMemo(
    () => [picture.spine, ...picture.lanes].flatMap((lane) => lane.density ?? []),
    [picture],
  );
  const spineDensities = useMemo(() => [picture.spine.density ?? []].flat(), [picture]);
  // Only where there is a density it needs its own layer, and what lies under it another.
  const drawing = densities.length > 0 ? "canvas" : "svg";
  const lineX = picture.asOf.side === "here" ? picture.asOf.x : null;
  const moment = formatMoment(tUs, momentStyle(slice));
  const spineLane = (
    <SpineLane
      spine={picture.spine}
      metrics={picture.metrics}
      drawing={isScrolled ? "svg" : drawing}
      lineX={lineX}
      folds={picture.folds}
      onRow={onCoordinate && ((row) => onCoordinate({ ...coordinate, spineRow: row }))}
    />
  );
  const asOfLine = <AsOfLine picture={picture} tUs={tUs} spineRow={spineRow} movement={movement} />;
  return (
    <div ref={props.layers} className={styles.layers}>
      {drawing === "canvas" && (
        <>
          <svg className={styles.background} width={width} height={picture.height} aria-hidden>
            <Backdrop picture={picture} id={id} />
            {picture.has.spine && <SpineBackground spine={picture.spine} metrics={picture.metrics} />}
            {picture.lanes.map((lane) => (
              <LaneBackground key={lane.join} lane={lane} id={id} />
            ))}
          </svg>
          <DensityCanvas densities={densities} width={width} height={picture.height} />
        </>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: whoever gives `onAdd` has a form that keys reach */}
      <svg
        className={styles.picture}
        width={width}
        height={picture.height}
        role="group"
        aria-label={`${props.name === undefined ? "" : `${props.name}: `}Timeline of ${entityName(slice)}, as of ${moment}`}
        onPointerDown={onPointerDown}
        onClick={onClick}
      >
        <Textures id={id} />
        {drawing === "svg" && <Backdrop picture={picture} id={id} />}
        {!isScrolled && picture.has.spine && spineLane}
        {picture.lanes.map((lane) => (
          <Lane
            key={lane.join}
            lane={lane}
            scale={picture.scale}
            drawing={drawing}
            lineX={lineX}
            folds={picture.folds}
            tUs={tUs}
            movement={movement}
            id={id}
            rowKey={spineRow}
            travels={
              props.cell === undefined && coordinate.phase === "write_cell" && lane.progress === "current"
            }
            hasDetails={props.hasDetails}
            highlight={props.highlight}
            superseded={props.superseded?.join === lane.join ? props.superseded.rows : null}
            dragHint={props.dragHint ?? null}
            arrowsMove={props.arrowsMove ?? null}
            open={props.open}
            onGo={
              onCoordinate && (coordinate.together || lane.progress !== "current")
                ? () => onCoordinate(toJoin(slice, coordinate, lane.join))
                : undefined
            }
            onHover={props.onHover}
            onOpen={props.onOpen}
            onPick={props.onPick}
            onFlip={props.onFlip}
          />
        ))}
        <Folds picture={picture} />
        {isScrolled ? <AsOfStroke picture={picture} /> : asOfLine}
      </svg>
      {isScrolled && (
        <div className={styles.head} style={{ height: headHeightOf(picture) + 1 }}>
          <svg className={styles.background} width={width} height={picture.height} aria-hidden>
            <Backdrop picture={picture} id={id} />
          </svg>
          {spineDensities.length > 0 && (
            <DensityCanvas densities={spineDensities} width={width} height={picture.height} />
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: whoever gives `onAdd` has a form that keys reach */}
          <svg
            className={styles.picture}
            width={width}
            height={picture.height}
            role="group"
            aria-label="The rows to predict"
            onPointerDown={onPointerDown}
            onClick={onClick}
          >
            {spineLane}
            <Folds picture={picture} />
            {asOfLine}
          </svg>
        </div>
      )}
    </div>
  );
}
