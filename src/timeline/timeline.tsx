import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { EntitySlice, JoinRule } from "../microfs/core";
import { DensityCanvas } from "./density/density-canvas";
import type { Fold } from "./geometry/folds";
import type { PictureSize, Strip } from "./geometry/metrics";
import { minimapHeight, type Room, sharedRoom } from "./geometry/room";
import { revealing, type TimeWindow } from "./geometry/time-window";
import { type LanePoint, useDoublePress } from "./interaction/use-double-press";
import { type InteractionInput, type OnEdit, useInteraction } from "./interaction/use-interaction";
import { useWindowKeys } from "./interaction/use-window-keys";
import { minimap } from "./minimap/minimap";
import { MinimapBar } from "./minimap/minimap-bar";
import { AsOfLine, AsOfStroke } from "./parts/as-of-line";
import { Backdrop, Folds, LaneBackground, SpineBackground, Textures } from "./parts/background";
import { Lane } from "./parts/lane";
import { headHeightOf, LaneScroller, SCROLL_BAR_PX } from "./parts/lane-scroller";
import { MarkDetails, type RowActions } from "./parts/mark-details";
import { SpineLane } from "./parts/spine-lane";
import { useLaneMotion } from "./parts/use-lane-motion";
import { useValueFlight } from "./parts/use-value-flight";
import { initialWindow } from "./picture/initial-window";
import { picture as makePicture, pictureHeight } from "./picture/picture";
import type { LanePicture, PickedRows } from "./picture/picture-types";
import { withRules } from "./slice-index/slice-index";
import { type Coordinate, type JoinRows, type MarkRef, toJoin } from "./step/coordinate";
import { momentOf } from "./step/step-verdicts";
import styles from "./timeline.module.css";
import { usePageText, useWidth } from "./use-size";
import { formatMoment, momentStyle } from "./words/format-moment";
import { entityName } from "./words/nouns";

export interface TimelineProps {
  /** The entity on the screen. Give the same object while nothing changed: what is derived from it is kept. */
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly onCoordinate?: (coordinate: Coordinate) => void;
  /** What part of time is shown. Without it the timeline shows `initialWindow`, and keeps what the reader zooms to. */
  readonly window?: TimeWindow | null;
  readonly onWindow?: (window: TimeWindow) => void;
  /** Per join another rule than the slice's own. Keep the array's identity while nothing changed. */
  readonly rules?: readonly (JoinRule | undefined)[];
  /** Per join the feature column that is written at the marks; by default the first it writes. */
  readonly columns?: readonly (string | undefined)[];
  /** Per join a rule to be warned of: the row that it would take from the future is drawn as the leak it would be. */
  readonly wrong?: readonly (JoinRule | undefined)[];
  /** The slice before any edit: where a moved mark stood is drawn too. */
  readonly origin?: EntitySlice;
  /** Per join the rows that it takes where no rule says which, be they several. Keep the array's identity while nothing changed. */
  readonly picked?: readonly (PickedRows | undefined)[];
  /** Lanes alone, as one of several pictures on one axis; keep its identity while nothing changed. Best with `folds`. */
  readonly strip?: Strip;
  /** These folds and no others, where pictures share an axis. */
  readonly folds?: readonly Fold[];
  /** What tells it from other timelines, for who cannot see it; by default there are none. */
  readonly name?: string;
  /** A mark with a hint that it can be dragged: an arrow stands beside it. */
  readonly dragHint?: MarkRef | null;
  /** A mark that the arrow keys alone move: elsewhere they go from mark to mark, and move with Alt. */
  readonly arrowsMove?: MarkRef | null;
  /** By default the page's. */
  readonly size?: PictureSize;
  /** How much larger than usual its text is; by default as the reader has set the browser's. */
  readonly textScale?: number;
  readonly showMinimap?: boolean;
  /** What room it has; by default as much as it likes. */
  readonly room?: Room;
  /** A candidate to light up: the one whose cell is hovered. */
  readonly highlight?: MarkRef | null;
  /** Rows of one join to light up more faintly: those that the highlighted one was chosen over. */
  readonly superseded?: JoinRows | null;
  readonly onHover?: (mark: MarkRef | null) => void;
  /** The cell that the value travels into when it is written. */
  readonly cell?: () => Element | null;
  /** Whether TTL and delay can be moved, and not only rows; by default they can. */
  readonly movesRules?: boolean;
  /** Makes everything movable: the edit that a drag asks for, `final` when it is let go. Give back the slice with it applied. */
  readonly onEdit?: OnEdit;
  /** What can be done with a row from its details. */
  readonly rowActions?: RowActions;
  /** Where the keys that zoom and pan act: in the whole scope of keys around, only within this timeline, or nowhere. */
  readonly keys?: "scope" | "own" | "none";
  /** A drag was given up: give back the slice as it was before. */
  readonly onEditCancel?: () => void;
  /** The empty background of a lane was pressed twice: a new row is asked for there, at a round moment. */
  readonly onAdd?: (join: LanePoint["join"], us: bigint) => void;
}

const FALLBACK_WIDTH = 960;

/** What stays as it is while something is dragged, and afterwards as long as the same window is shown, also after undo. */
interface Steady {
  readonly window: TimeWindow;
  readonly folds: readonly Fold[];
  readonly spineRow: number;
}

/** The picture of one entity's joins at one step. Controlled: it draws what it is given and reports what is asked for. */
export function Timeline(props: TimelineProps) {
  const {
    slice: given,
    coordinate,
    onCoordinate,
    rules,
    columns,
    wrong,
    origin,
    dragHint = null,
    highlight = null,
    superseded = null,
    onHover,
    onEdit,
    onEditCancel,
    onAdd,
    cell,
    room,
    picked,
    strip,
  } = props;
  const slice = useMemo(() => withRules(given, rules), [given, rules]);
  const frame = useRef<HTMLDivElement>(null);
  const layers = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const frameWidth = useWidth(frame, FALLBACK_WIDTH);
  const pageText = usePageText();
  const size = props.size ?? pageText.size;
  const textScale = props.textScale ?? pageText.scale;
  const together = coordinate.together ?? false;
  const least = pictureHeight(given.joins.length, together, { width: frameWidth, size, textScale });
  const { hasMinimap, roomy, lanesPx } = sharedRoom(least, room, {
    wantsMinimap: props.showMinimap ?? true,
    minimapPx: minimapHeight(frameWidth, size, textScale),
  });
  const isScrolled = lanesPx !== null && lanesPx < least;
  const width = isScrolled ? frameWidth - SCROLL_BAR_PX : frameWidth;
  const id = useId();
  const [own, setOwn] = useState<{ window: TimeWindow; spineRow: number } | null>(null);
  const [steady, setSteady] = useState<Steady | null>(null);
  const [hovered, setHovered] = useState<MarkRef | null>(null);
  const [open, setOpen] = useState<MarkRef | null>(null);
  const [scrollTop, setScrollTop] = useState(0);

  const { spineRow } = coordinate;
  const kept = useMemo(() => keptWindow(own, slice, spineRow), [own, slice, spineRow]);
  const input = useRef<InteractionInput | null>(null);
  const { interaction, movement, wasDragged, onPointerDown } = useInteraction(
    layers,
    input,
    onEdit !== undefined,
  );
  const drag = interaction.kind === "dragging" ? interaction : null;
  // What is under a moving pointer stays where it is: the window and its folds are held until it is let go.
  const window = drag?.began.scale.window ?? props.window ?? kept;
  const report = props.onWindow ?? ((next: TimeWindow) => setOwn({ window: next, spineRow }));
  const isSteady = steady !== null && steady.spineRow === spineRow && isAlike(steady.window, window);
  const folds = drag?.began.scale.folds ?? props.folds ?? (isSteady ? steady.folds : undefined);
  const dragged = drag?.target.kind === "row" ? drag.target : null;
  const picture = useMemo(
    () =>
      makePicture(slice, coordinate, window, {
        width,
        size,
        textScale,
        roomy,
        columns,
        wrong,
        origin,
        folds,
        dragged,
        picked,
        strip,
      }),
    [
      slice,
      coordinate,
      window,
      width,
      size,
      textScale,
      roomy,
      columns,
      wrong,
      origin,
      folds,
      dragged,
      picked,
      strip,
    ],
  );
  const densities = useMemo(
    () => [picture.spine, ...picture.lanes].flatMap((lane) => lane.density ?? []),
    [picture],
  );
  const spineDensities = useMemo(() => [picture.spine.density ?? []].flat(), [picture]);
  // Only where there is a density it needs its own layer, and what lies under it another.
  const drawing = densities.length > 0 ? "canvas" : "svg";
  const map = useMemo(() => {
    const { plotLeft: left, plotRight: right, minimapHeight: height } = picture.metrics;
    return minimap(slice, spineRow, window, { left, right, height });
  }, [slice, spineRow, window, picture.metrics]);
  const onDoublePress = useDoublePress(picture, onAdd);

  const writes = coordinate.phase === "write_cell";
  useValueFlight(layers, {
    step: `${spineRow}:${coordinate.join}:${coordinate.phase}`,
    from: writes ? writtenValue(picture.lanes[coordinate.join]) : null,
    cell,
    className: styles.flying ?? "",
  });

  useLaneMotion(layers, scroller, picture, `${spineRow} ${width} ${size} ${textScale}`);

  const hover = (mark: MarkRef | null) => {
    setHovered(mark);
    onHover?.(mark);
  };
  const onKeyDown = useWindowKeys({ slice, spineRow, window, onWindow: report, keys: props.keys ?? "own" });
  const openMark = open && picture.lanes[open.join]?.marks.find((mark) => mark.rows.includes(open.row));
  const tUs = momentOf(slice, spineRow);
  useEffect(() => {
    input.current = {
      slice,
      tUs,
      scale: picture.scale,
      window,
      onWindow: report,
      onEdit,
      onEditCancel,
      onMoved(toUs) {
        // What a key has moved off the screen is followed.
        const shown = toUs === null ? window : revealing(window, toUs);
        setSteady({ window: shown, spineRow, folds: picture.scale.folds });
        report(shown);
      },
    };
  });
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
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys that zoom act wherever in the timeline the focus is
    <div ref={frame} className={styles.timeline} onKeyDown={onKeyDown}>
      <LaneScroller
        picture={picture}
        join={coordinate.join}
        step={`${spineRow} ${coordinate.phase}`}
        maxHeight={isScrolled ? lanesPx : null}
        scroller={scroller}
        onScroll={() => setScrollTop(scroller.current?.scrollTop ?? 0)}
      >
        <div ref={layers} className={styles.layers}>
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
            onClick={(event) => wasDragged() || onDoublePress(event)}
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
                movesRules={props.movesRules ?? true}
                id={id}
                rowKey={spineRow}
                travels={cell === undefined && writes && lane.progress === "current"}
                highlight={highlight ?? hovered}
                superseded={superseded?.join === lane.join ? superseded.rows : null}
                dragHint={dragHint}
                arrowsMove={props.arrowsMove ?? null}
                open={open}
                onGo={
                  onCoordinate && (coordinate.together || lane.progress !== "current")
                    ? () => onCoordinate(toJoin(slice, coordinate, lane.join))
                    : undefined
                }
                onHover={hover}
                onOpen={setOpen}
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
                onClick={(event) => wasDragged() || onDoublePress(event)}
              >
                {spineLane}
                <Folds picture={picture} />
                {asOfLine}
              </svg>
            </div>
          )}
        </div>
      </LaneScroller>
      {open !== null && openMark !== undefined && openMark !== null && (
        <MarkDetails
          key={`${open.join}:${open.row}`}
          slice={slice}
          coordinate={coordinate}
          mark={open}
          x={openMark.x}
          y={
            openMark.y -
            (isScrolled ? scrollTop : 0) +
            picture.metrics.ringRadius +
            2 * picture.metrics.chosenPx
          }
          width={width}
          textPx={picture.metrics.textPx}
          onClose={() => setOpen(null)}
          actions={props.rowActions}
        />
      )}
      {hasMinimap && <MinimapBar map={map} metrics={picture.metrics} window={window} onWindow={report} />}
    </div>
  );
}

/** The same window, but for the rounding of an address. */
function isAlike(a: TimeWindow, b: TimeWindow): boolean {
  const little = Math.max(1, (a.toUs - a.fromUs) * 1e-6);
  return Math.abs(a.fromUs - b.fromUs) <= little && Math.abs(a.toUs - b.toUs) <= little;
}

/** The reader's own window, moved only where another row would not be seen in it; the initial one until there is one. */
function keptWindow(
  own: { window: TimeWindow; spineRow: number } | null,
  slice: EntitySlice,
  spineRow: number,
): TimeWindow {
  if (own === null) return initialWindow(slice, spineRow);
  return own.spineRow === spineRow ? own.window : revealing(own.window, Number(momentOf(slice, spineRow)));
}

/** Where the chosen value stands in its lane. */
function writtenValue(lane: LanePicture | undefined) {
  const winner = lane?.marks.find(
    ({ state }) => state === "chosen" || (state === "leak" && lane.wrongArc === null),
  );
  if (winner === undefined || lane === undefined) return null;
  const label = lane.labels.find(({ key }) => key === `value:${winner.row}`);
  return { x: winner.x, y: label?.y ?? winner.y, text: label?.text ?? "", leak: winner.state === "leak" };
}
