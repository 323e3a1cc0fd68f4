import { useEffect, useMemo, useRef, useState } from "react";
import type { EntitySlice } from "../microfs/core";
import type { Fold } from "./geometry/folds";
import { minimapHeight, sharedRoom } from "./geometry/room";
import { revealing, type TimeWindow } from "./geometry/time-window";
import { USUAL_MOVES } from "./interaction/interaction";
import { useDoublePress } from "./interaction/use-double-press";
import { type InteractionInput, useInteraction } from "./interaction/use-interaction";
import { useWindowKeys } from "./interaction/use-window-keys";
import { minimap } from "./minimap/minimap";
import { MinimapBar } from "./minimap/minimap-bar";
import { LaneScroller, SCROLL_BAR_PX } from "./parts/lane-scroller";
import { MarkDetails } from "./parts/mark-details";
import { PictureLayers } from "./parts/picture-layers";
import { useLaneMotion } from "./parts/use-lane-motion";
import { useValueFlight } from "./parts/use-value-flight";
import { initialWindow } from "./picture/initial-window";
import { picture as makePicture, pictureHeight } from "./picture/picture";
import type { LanePicture } from "./picture/picture-types";
import { withRules } from "./slice-index/slice-index";
import type { MarkRef } from "./step/coordinate";
import { momentOf } from "./step/step-verdicts";
import styles from "./timeline.module.css";
import type { TimelineProps } from "./timeline-props";
import { usePageText, useWidth } from "./use-size";

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
    rules,
    columns,
    wrong,
    origin,
    onHover,
    onEdit,
    onEditCancel,
    onAdd,
    cell,
    room,
    picked,
    strip,
    tellsNoTtl,
    hidesTtlBand,
    guess,
    lettered,
    flips,
    hasDetails = true,
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
  const least = pictureHeight(given.joins.length, together, { width: frameWidth, size, textScale, guess });
  const { hasMinimap, roomy, lanesPx } = sharedRoom(least, room, {
    wantsMinimap: props.showMinimap ?? true,
    minimapPx: minimapHeight(frameWidth, size, textScale),
  });
  const isScrolled = lanesPx !== null && lanesPx < least;
  const width = isScrolled ? frameWidth - SCROLL_BAR_PX : frameWidth;
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
    onEdit === undefined ? null : (props.moves ?? USUAL_MOVES),
  );
  const drag = interaction.kind === "dragging" ? interaction : null;
  // What is under a moving pointer stays where it is: the window and its folds are held until it is let go.
  const window = drag?.began.scale.window ?? props.window ?? kept;
  const report = props.onWindow ?? ((next: TimeWindow) => setOwn({ window: next, spineRow }));
  const isSteady = steady !== null && steady.spineRow === spineRow && isAlike(steady.window, window);
  const folds = drag?.began.scale.folds ?? props.folds ?? (isSteady ? steady.folds : undefined);
  const dragged = drag?.target.kind === "row" || drag?.target.kind === "created" ? drag.target : null;
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
        guess,
        lettered,
        caps: flips,
        tellsNoTtl,
        hidesTtlBand,
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
      tellsNoTtl,
      hidesTtlBand,
      strip,
      guess,
      lettered,
      flips,
    ],
  );
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
        <PictureLayers
          {...props}
          layers={layers}
          slice={slice}
          tUs={tUs}
          picture={picture}
          isScrolled={isScrolled}
          movement={movement}
          onFlip={
            onEdit && ((join, allowExactMatches) => onEdit({ kind: "rule", join, allowExactMatches }, true))
          }
          hasDetails={hasDetails}
          highlight={props.highlight ?? hovered}
          open={open}
          onHover={hover}
          onOpen={setOpen}
          onPointerDown={onPointerDown}
          onClick={(event) => wasDragged() || onDoublePress(event)}
        />
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
    ({ state, row }) =>
      state === "chosen" || (state === "leak" && lane.wrongArc === null && row !== lane.guess?.leakRow),
  );
  if (winner === undefined || lane === undefined) return null;
  const label = lane.labels.find(({ key }) => key === `value:${winner.row}`);
  return {
    x: winner.x,
    y: label?.y ?? winner.y,
    text: label?.text ?? "",
    sizePx: label?.sizePx ?? lane.metrics.chosenPx,
    leak: winner.state === "leak",
  };
}
