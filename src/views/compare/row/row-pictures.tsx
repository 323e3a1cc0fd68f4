import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { EntitySlice, JoinRule } from "../../../microfs/core";
import { hoverRow } from "../../../state/app";
import { cancelDraft, makeEdit, showDraftEdit } from "../../../state/editing";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle, useHidden } from "../../../state/use-app";
import type { Strip } from "../../../timeline/geometry/metrics";
import { textWidth } from "../../../timeline/geometry/place-labels";
import { firstAtOrAfter, type TimeWindow } from "../../../timeline/geometry/time-window";
import { type MoveKind, USUAL_MOVES } from "../../../timeline/interaction/interaction";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { picture, sharedFolds } from "../../../timeline/picture/picture";
import { candidatesOf, withRules } from "../../../timeline/slice-index/slice-index";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";
import { usePageText, useWidth } from "../../../timeline/use-size";
import { momentStyle } from "../../../timeline/words/format-moment";
import type { Variants } from "../use-variants";
import { DifferencesInWords, DifferencesListed } from "./differences-in-words";
import { LinkDrawing } from "./link-drawing";
import { PointerLine } from "./pointer-line";
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

/** A rule that is none of the view's own cannot be moved. */
const ROWS_ALONE: ReadonlySet<MoveKind> = new Set(["row", "spine_row"]);
const FALLBACK_WIDTH = 960;
/** How much larger text is for a projector. */
const LARGE_EM = 1.334;
const NARROW_PX = 600;
/** Of a lane: no lower than marks and words need, and no higher than helps. Where names stand over lanes they need more. */
const LANE_PX = { least: 23, most: 104, scrolled: 32, narrow: 54 };
/** Of flag and axis over the first picture. */
const HEAD_PX = 46;
const GAP_PX = { least: 40, most: 56, narrow: 46 };
/** The name of the first join has a line of its own where there is no column beside the lanes. */
const NARROW_TITLE_PX = 26;
const LABEL_PX = 12.5;

/** One row under two joins, one above the other: the same axis, the same step, and between them what they take differently. */
export function RowPictures({ slice, coordinate, variants, differences }: RowPicturesProps) {
  const app = useAppHandle();
  const frame = useRef<HTMLDivElement>(null);
  const { size, scale: textScale } = usePageText();
  const em = size === "large" ? LARGE_EM * textScale : textScale;
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
  const isNarrow = width < NARROW_PX * em;
  const weights = useMemo(() => differences.map(laneWeight), [differences]);
  const { laneHeights, gapPx } = useMemo(
    () => heights(weights, roomPx, isNarrow, em),
    [weights, roomPx, isNarrow, em],
  );
  const titlePx = isNarrow ? NARROW_TITLE_PX * em : 0;
  const rules = useMemo(() => [above, below].map((one) => one.rules.map(ruleOf)), [above, below]);
  const slices = useMemo(() => rules.map((some) => withRules(slice, some)), [slice, rules]);
  const { spineRow } = coordinate;
  const window = useHeld(
    useMemo(
      () => (from === null || to === null ? sharedWindow(slices, spineRow) : { fromUs: from, toUs: to }),
      [from, to, slices, spineRow],
    ),
    draft !== null,
  );
  const folds = useHeld(
    useMemo(() => sharedFolds(slices, spineRow, window), [slices, spineRow, window]),
    draft !== null,
  );
  const picked = useMemo(
    () => [pickedRows(differences, above, "above"), pickedRows(differences, below, "below")],
    [differences, above, below],
  );
  const columns = useMemo(() => differences.map(({ shown }) => shown.column?.name), [differences]);
  const strips = useMemo(
    (): readonly Strip[] => [true, false].map((hasAxis) => ({ laneHeights, hasAxis })),
    [laneHeights],
  );
  const links = useMemo(() => {
    const [first, second] = strips.map((strip, i) =>
      picture(slices[i] ?? slice, coordinate, window, {
        ...{ width, size, textScale, columns, folds, strip, picked: picked[i] },
      }),
    );
    if (first === undefined || second === undefined) return null;
    const sizePx = LABEL_PX * em;
    const isWritten = coordinate.phase === "write_cell";
    const drawn = rowLinks(slice, isWritten ? differences : [], {
      ...{ above: first, below: second, gapPx, sizePx },
      labelsFrom: isNarrow ? null : titleWidth(picks(below.name), em),
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
    em,
    columns,
    folds,
    strips,
    picked,
    differences,
    gapPx,
    isNarrow,
    picks,
    below.name,
  ]);
  const words = { above: word(above.name), below: word(below.name) };
  return (
    <>
      <div
        ref={frame}
        className={styles.pictures}
        data-narrow={isNarrow || undefined}
        data-fit={roomPx !== null || undefined}
        style={roomPx === null ? undefined : { minHeight: leastHeight(joins, em) }}
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
              moves={variant.name === "own" ? USUAL_MOVES : ROWS_ALONE}
              onEdit={
                isLocked ? undefined : (edit, isFinal) => (isFinal ? makeEdit : showDraftEdit)(app, edit)
              }
              onEditCancel={() => cancelDraft(app)}
            />
          </div>
        ))}
        {links !== null && (
          <LinkDrawing
            slice={slice}
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
        {links !== null && (
          <PointerLine
            over={frame}
            scale={links.above.scale}
            style={momentStyle(slice)}
            top={titlePx}
            height={links.above.height + gapPx + links.below.height}
            axis={links.above.metrics}
          />
        )}
      </div>
      {isNarrow && (
        <DifferencesListed {...{ slice, differences }} isWritten={coordinate.phase === "write_cell"} />
      )}
      <DifferencesInWords slice={slice} differences={differences} {...words} />
    </>
  );
}

function ruleOf(rule: JoinRule | null): JoinRule | undefined {
  return rule ?? undefined;
}

/** What suits both: from where the one begins to where the other ends, and room for words behind the last row. */
function sharedWindow(slices: readonly EntitySlice[], spineRow: number): TimeWindow {
  const windows = slices.map((slice) => initialWindow(slice, spineRow));
  const fromUs = Math.min(...windows.map((window) => window.fromUs));
  const toUs = Math.max(...windows.map((window) => window.toUs));
  const lasts = (slices[0]?.joins ?? []).map((join) => lastBefore(candidatesOf(join).eventUs, toUs));
  const roomyUs = (Math.max(fromUs, ...lasts) - END_SHARE * fromUs) / (1 - END_SHARE);
  return { fromUs, toUs: Math.max(toUs, roomyUs) };
}

/** The last of ascending times that lies before another; −∞ where none does. */
function lastBefore(timesUs: Float64Array, us: number): number {
  return timesUs[firstAtOrAfter(timesUs, us) - 1] ?? Number.NEGATIVE_INFINITY;
}

/** A value as it was when a drag began: what is under the pointer must not run away from it. */
function useHeld<Value>(value: Value, isDragging: boolean): Value {
  const [held, setHeld] = useState(value);
  if (!isDragging && held !== value) setHeld(value);
  return isDragging ? held : value;
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
function leastHeight(joins: number, em: number): number {
  return (HEAD_PX + GAP_PX.least + 2 * joins * LANE_PX.least) * em;
}

/** Of a lane in which marks at one moment stand above each other, beside one in which none do. */
const STACKED_WEIGHT = 1.5;

/** How much of the height a join has: what is taken may have others of the same moment above or below it. */
function laneWeight({ join, above, below }: JoinDifference): number {
  const isStacked = [above, below].some(({ last }) => {
    if (last === null) return false;
    const { from, to } = candidatesOf(join).placesAt(last.eventTime);
    return to - from > 1;
  });
  return isStacked ? STACKED_WEIGHT : 1;
}

/** How high each lane is, and the gap between the two pictures. */
export function heights(
  weights: readonly number[],
  roomPx: number | null,
  isNarrow: boolean,
  em: number,
): { laneHeights: readonly number[]; gapPx: number } {
  const of = (lanePx: number) => weights.map((weight) => Math.floor(lanePx * weight));
  if (isNarrow) return { laneHeights: of(LANE_PX.narrow * em), gapPx: GAP_PX.narrow * em };
  if (roomPx === null) return { laneHeights: of(LANE_PX.scrolled * em), gapPx: GAP_PX.most * em };
  const head = HEAD_PX * em;
  const shares = 2 * weights.reduce((sum, weight) => sum + weight, 0);
  const roomyGap = GAP_PX.most * em;
  const roomy = (roomPx - head - roomyGap) / shares;
  if (roomy >= LANE_PX.scrolled * em)
    return { laneHeights: of(Math.min(LANE_PX.most * em, roomy)), gapPx: roomyGap };
  // Where lanes would be low, the gap is narrow too; and all are alike before one is too low.
  const gapPx = GAP_PX.least * em;
  const least = LANE_PX.least * em;
  const low = (roomPx - head - gapPx) / shares;
  if (low >= least) return { laneHeights: of(low), gapPx };
  const alike = Math.floor(Math.max(least, (roomPx - head - gapPx) / (2 * weights.length)));
  return { laneHeights: weights.map(() => alike), gapPx };
}

/** How much of its line the name of a join takes, pixels. */
function titleWidth(picks: string, em: number): number {
  return textWidth(picks, PICKS_PX * em) + TITLE_CLEAR_PX;
}

const PICKS_PX = 12;
const TITLE_CLEAR_PX = 16;

/** The last row has room for its words at the end of the axis: so much of the whole. */
const END_SHARE = 0.17;
