import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { EntitySlice, JoinRule } from "../../../microfs/core";
import { hoverRow } from "../../../state/app";
import { cancelDraft, makeEdit, showDraftEdit } from "../../../state/editing";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle, useHidden } from "../../../state/use-app";
import type { Strip } from "../../../timeline/geometry/metrics";
import type { TimeWindow } from "../../../timeline/geometry/time-window";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { picture, sharedFolds } from "../../../timeline/picture/picture";
import { withRules } from "../../../timeline/slice-index/slice-index";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";
import { usePageText, useWidth } from "../../../timeline/use-size";
import type { Variants } from "../use-variants";
import { LinkDrawing } from "./link-drawing";
import { type JoinDifference, pickedRows } from "./row-differences";
import { rowLinks } from "./row-links";
import styles from "./row-pictures.module.css";

export interface RowPicturesProps {
  /** The entity, under the view's own rules. */
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly variants: Variants;
  readonly differences: readonly JoinDifference[];
}

const FALLBACK_WIDTH = 960;
const NARROW_PX = 600;
/** Of a lane: no lower than marks and words need, and no higher than helps. Where names stand over lanes they need more. */
const LANE_PX = { least: 24, most: 76, scrolled: 32, narrow: 54 };
/** Of flag and axis over the first picture. */
const HEAD_PX = 46;
const GAP_PX = { least: 46, most: 56, narrow: 62 };
/** The name of the first join has a line of its own where there is no column beside the lanes. */
const NARROW_TITLE_PX = 26;
const LABEL_PX = 12.5;
/** Labels stand on a line of their own where the name of the join below has no column beside them. */
const NARROW_LABEL_TOP_PX = 40;

/** One row under two joins, one above the other: the same axis, the same step, and between them what they take differently. */
export function RowPictures({ slice, coordinate, variants, differences }: RowPicturesProps) {
  const app = useAppHandle();
  const frame = useRef<HTMLDivElement>(null);
  const { size, scale: textScale } = usePageText();
  const width = useWidth(frame, FALLBACK_WIDTH);
  const roomPx = useRoom(frame);
  const from = useApp((state) => state.route.from);
  const to = useApp((state) => state.route.to);
  const hovered = useApp((state) => state.hovered);
  const draft = useApp((state) => state.draftEdit);
  const asLoaded = useApp((state) => latestData(state.slice));
  const isLocked = useHidden()("edits");
  const { above, below, word, picks } = variants;
  const joins = slice.joins.length;
  const isNarrow = width < NARROW_PX * textScale;
  const { lanePx, gapPx } = heights(joins, roomPx, isNarrow, textScale);
  const titlePx = isNarrow ? NARROW_TITLE_PX * textScale : 0;
  const rules = useMemo(() => [above, below].map((one) => one.rules.map(ruleOf)), [above, below]);
  const slices = useMemo(() => rules.map((some) => withRules(slice, some)), [slice, rules]);
  const { spineRow } = coordinate;
  const window = useSteadyWindow(
    useMemo(
      () => (from === null || to === null ? sharedWindow(slices, spineRow) : { fromUs: from, toUs: to }),
      [from, to, slices, spineRow],
    ),
    draft !== null,
  );
  const folds = useMemo(() => sharedFolds(slices, spineRow, window), [slices, spineRow, window]);
  const picked = useMemo(
    () => [pickedRows(differences, above, "above"), pickedRows(differences, below, "below")],
    [differences, above, below],
  );
  const columns = useMemo(() => differences.map(({ column }) => column?.name), [differences]);
  const strips = useMemo(
    (): readonly Strip[] => [true, false].map((hasAxis) => ({ laneHeight: lanePx, hasAxis })),
    [lanePx],
  );
  const links = useMemo(() => {
    const [first, second] = strips.map((strip, i) =>
      picture(slices[i] ?? slice, coordinate, window, {
        ...{ width, size, textScale, columns, folds, strip, picked: picked[i] },
      }),
    );
    if (first === undefined || second === undefined) return null;
    const labelPx = isNarrow ? NARROW_LABEL_TOP_PX * textScale : gapPx / 2;
    const sizePx = LABEL_PX * textScale;
    const isWritten = coordinate.phase === "write_cell";
    const drawn = rowLinks(slice, isWritten ? differences : [], {
      ...{ above: first, below: second, gapPx, labelPx, sizePx },
    });
    return { above: first, below: second, drawn, sizePx };
  }, [
    slice,
    slices,
    coordinate,
    window,
    width,
    size,
    textScale,
    columns,
    folds,
    strips,
    picked,
    differences,
    gapPx,
    isNarrow,
  ]);
  return (
    <div
      ref={frame}
      className={styles.pictures}
      data-narrow={isNarrow || undefined}
      data-fit={roomPx !== null || undefined}
      style={roomPx === null ? undefined : { minHeight: leastHeight(joins, textScale) }}
    >
      {[above, below].map((variant, i) => (
        <div key={i === 0 ? "above" : "below"} className={styles.picture}>
          <h2 className={styles.title} style={{ height: i === 0 ? titlePx || undefined : gapPx }}>
            <span className={styles.name}>{word(variant.name)}</span>{" "}
            <span className={styles.picks}>{picks(variant.name)}</span>
          </h2>
          <Timeline
            name={`${word(variant.name)}, ${i === 0 ? "above" : "below"}`}
            slice={slice}
            coordinate={coordinate}
            rules={rules[i]}
            picked={picked[i]}
            strip={strips[i]}
            folds={folds}
            columns={columns}
            window={window}
            onWindow={(next) =>
              goTo(app, { from: Math.round(next.fromUs), to: Math.round(next.toUs) }, "replace")
            }
            origin={asLoaded ?? undefined}
            showMinimap={false}
            highlight={hovered}
            onHover={(mark) => hoverRow(app, mark)}
            keys={i === 0 && draft === null ? "scope" : "none"}
            movesRules={variant.name === "own"}
            onEdit={isLocked ? undefined : (edit, isFinal) => (isFinal ? makeEdit : showDraftEdit)(app, edit)}
            onEditCancel={() => cancelDraft(app)}
          />
        </div>
      ))}
      {links !== null && (
        <LinkDrawing
          links={links.drawn}
          differences={differences}
          hovered={hovered}
          sizePx={links.sizePx}
          top={titlePx}
          width={width}
          height={links.above.height + gapPx + links.below.height}
          line={
            links.above.asOf.side === "here"
              ? { x: links.above.asOf.x, from: links.above.height, to: links.above.height + gapPx }
              : null
          }
        />
      )}
    </div>
  );
}

function ruleOf(rule: JoinRule | null): JoinRule | undefined {
  return rule ?? undefined;
}

/** What suits both: from where the one begins to where the other ends. */
function sharedWindow(slices: readonly EntitySlice[], spineRow: number): TimeWindow {
  const windows = slices.map((slice) => initialWindow(slice, spineRow));
  return {
    fromUs: Math.min(...windows.map(({ fromUs }) => fromUs)),
    toUs: Math.max(...windows.map(({ toUs }) => toUs)),
  };
}

/** The same window while something is dragged: what is under the pointer must not run away from it. */
function useSteadyWindow(window: TimeWindow, isDragging: boolean): TimeWindow {
  const [held, setHeld] = useState(window);
  if (!isDragging && held !== window) setHeld(window);
  return isDragging ? held : window;
}

/** How high the place of the pictures is where the page stands on one screen; `null` where it scrolls anyway. */
function useRoom(frame: RefObject<HTMLElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => {
      const isOneScreen = getComputedStyle(element).getPropertyValue("--one-screen") === "yes";
      setRoom(isOneScreen ? element.clientHeight : null);
    };
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return room;
}

/** How high the two pictures are where every lane is as low as it may be. */
function leastHeight(joins: number, textScale: number): number {
  return (HEAD_PX + GAP_PX.least + 2 * joins * LANE_PX.least) * textScale;
}

/** How high lanes are, and the gap between the two pictures. */
export function heights(
  joins: number,
  roomPx: number | null,
  isNarrow: boolean,
  textScale: number,
): { lanePx: number; gapPx: number } {
  if (isNarrow) return { lanePx: LANE_PX.narrow * textScale, gapPx: GAP_PX.narrow * textScale };
  const [least, most] = [LANE_PX.least * textScale, LANE_PX.most * textScale];
  if (roomPx === null)
    return { lanePx: Math.max(least, LANE_PX.scrolled * textScale), gapPx: GAP_PX.most * textScale };
  const head = HEAD_PX * textScale;
  const roomyGap = GAP_PX.most * textScale;
  const roomyLane = (roomPx - head - roomyGap) / (2 * joins);
  // Lanes have what is left: where they would be low, the gap is narrow too.
  if (roomyLane >= LANE_PX.scrolled * textScale)
    return { lanePx: Math.floor(Math.min(most, roomyLane)), gapPx: roomyGap };
  const gapPx = GAP_PX.least * textScale;
  return { lanePx: Math.floor(Math.max(least, (roomPx - head - gapPx) / (2 * joins))), gapPx };
}
