import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import type { EntitySlice } from "../microfs/entity-slice";
import type { JoinRule } from "../microfs/join/join-rule";
import type { PictureSize } from "./geometry/metrics";
import { revealing, type TimeWindow, tellingWindow } from "./geometry/time-window";
import { AsOfLine } from "./parts/as-of-line";
import { Backdrop, Folds } from "./parts/backdrop";
import { Lane } from "./parts/lane";
import { MarkDetails } from "./parts/mark-details";
import { MinimapBar } from "./parts/minimap-bar";
import { PictureDefs } from "./parts/picture-defs";
import { SpineLane } from "./parts/spine-lane";
import { usePanZoom } from "./parts/use-pan-zoom";
import { useWidth } from "./parts/use-width";
import { windowForKey } from "./parts/window-keys";
import { minimap } from "./picture/minimap";
import { picture as makePicture } from "./picture/picture";
import type { Coordinate } from "./step/coordinate";
import { momentOf } from "./step/judgement";
import type { MarkRef } from "./step/mark-ref";
import { withRules } from "./step/with-rules";
import styles from "./timeline.module.css";
import { formatMoment, momentStyle } from "./words/format-moment";
import { entityName } from "./words/nouns";

export interface TimelineProps {
  /** The entity on the screen. Give the same object while nothing changed: what is derived from it is kept. */
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly onCoordinate?: (coordinate: Coordinate) => void;
  /** What part of time is shown. Without it the timeline shows the telling part, and keeps what the reader zooms to. */
  readonly window?: TimeWindow | null;
  readonly onWindow?: (window: TimeWindow) => void;
  /** Per join another rule than the slice's own. Keep the array's identity while nothing changed. */
  readonly rules?: readonly (JoinRule | undefined)[];
  /** Per join the feature column that is written at the marks; by default the first it writes. */
  readonly columns?: readonly (string | undefined)[];
  readonly size?: PictureSize;
  readonly showMinimap?: boolean;
  /** A candidate to light up: the one whose cell is pointed at. */
  readonly highlight?: MarkRef | null;
  readonly onHover?: (mark: MarkRef | null) => void;
}

const FALLBACK_WIDTH = 960;

/** The picture of one entity's joins at one step. Controlled: it draws what it is given and reports what is asked for. */
export function Timeline(props: TimelineProps) {
  const {
    slice: given,
    coordinate,
    onCoordinate,
    rules,
    columns,
    size,
    showMinimap = true,
    highlight = null,
    onHover,
  } = props;
  const slice = useMemo(() => withRules(given, rules), [given, rules]);
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(frame, FALLBACK_WIDTH);
  const id = useId();
  const [own, setOwn] = useState<TimeWindow | null>(null);
  const [hovered, setHovered] = useState<MarkRef | null>(null);
  const [open, setOpen] = useState<MarkRef | null>(null);

  const { spineRow } = coordinate;
  const telling = useMemo(() => tellingWindow(slice, spineRow), [slice, spineRow]);
  const kept = own === null ? telling : revealing(own, Number(momentOf(slice, spineRow)));
  const window = props.window ?? kept;
  const report = props.onWindow ?? setOwn;
  const picture = useMemo(
    () => makePicture(slice, coordinate, window, { width, size, columns }),
    [slice, coordinate, window, width, size, columns],
  );
  const map = useMemo(() => {
    const { plotLeft: left, plotRight: right, minimapHeight: height } = picture.metrics;
    return minimap(slice, spineRow, window, { left, right, height });
  }, [slice, spineRow, window, picture.metrics]);
  const panZoom = usePanZoom(svg, picture.scale, report);

  const hover = (mark: MarkRef | null) => {
    setHovered(mark);
    onHover?.(mark);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = windowForKey(event.key, window, slice, spineRow);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    report(next);
  };
  const openMark = open && picture.lanes[open.join]?.marks.find((mark) => mark.rows.includes(open.row));
  const moment = formatMoment(momentOf(slice, spineRow), momentStyle(slice));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys that zoom act wherever in the timeline the focus is
    <div ref={frame} className={styles.timeline} onKeyDown={onKeyDown}>
      <svg
        ref={svg}
        className={styles.picture}
        width={width}
        height={picture.height}
        role="group"
        aria-label={`Timeline of ${entityName(slice)}, as of ${moment}`}
        {...panZoom}
      >
        <PictureDefs id={id} />
        <Backdrop picture={picture} id={id} />
        <SpineLane
          spine={picture.spine}
          metrics={picture.metrics}
          onRow={onCoordinate && ((row) => onCoordinate({ ...coordinate, spineRow: row }))}
        />
        {picture.lanes.map((lane) => (
          <Lane
            key={lane.join}
            lane={lane}
            metrics={picture.metrics}
            id={id}
            rowKey={spineRow}
            travels={lane.progress === "current" && coordinate.phase === "write_cell"}
            highlight={highlight ?? hovered}
            open={open}
            onHover={hover}
            onOpen={setOpen}
          />
        ))}
        <Folds picture={picture} />
        <AsOfLine picture={picture} />
      </svg>
      {open !== null && openMark !== undefined && openMark !== null && (
        <MarkDetails
          slice={slice}
          coordinate={coordinate}
          mark={open}
          x={openMark.x}
          y={openMark.y + picture.metrics.ringRadius + 14}
          width={width}
          onClose={() => setOpen(null)}
        />
      )}
      {showMinimap && <MinimapBar map={map} metrics={picture.metrics} window={window} onWindow={report} />}
    </div>
  );
}
