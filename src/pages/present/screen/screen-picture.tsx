import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { EntitySlice } from "../../../microfs/core";
import type { PreparedStep } from "../../../present/prepare-step";
import type { TimeWindow } from "../../../timeline/geometry/time-window";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { pictureHeight } from "../../../timeline/picture/picture";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";
import type { TimelineProps } from "../../../timeline/timeline-props";
import styles from "./screen.module.css";

/** How much larger than the least that can be read a picture is drawn: the first at which all of it is on the screen. */
const PICTURE_SCALES = [1.375, 1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.7];

export interface ScreenPictureProps
  extends Pick<TimelineProps, "onEdit" | "onEditCancel" | "cell" | "hidesTtlBand" | "lettered" | "guess"> {
  readonly slice: EntitySlice;
  /** As it was given, before anything was moved: what it shows of time stays. */
  readonly given: NonNullable<PreparedStep["picture"]>;
  readonly at: Coordinate;
  /** How many pixels one pixel of the drawing has. */
  readonly scale: number;
}

/** The one picture of a screen, all of it: as large as its place allows. */
export function ScreenPicture({ slice, given, at, scale, ...rest }: ScreenPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setRoom((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { spineRow } = at;
  const window = useMemo((): TimeWindow => {
    if (given.window === null) return initialWindow(given.slice, spineRow);
    const { fromUs, toUs } = given.window;
    return { fromUs: Number(fromUs), toUs: Number(toUs) };
  }, [given, spineRow]);
  const columns = useMemo(
    () =>
      given.slice.joins.map((_, join) => (join === given.at.join ? (given.column ?? undefined) : undefined)),
    [given],
  );
  const joins = slice.joins.length;
  const together = at.together ?? false;
  const textScale = useMemo(() => {
    if (room === null) return scale;
    const fits = PICTURE_SCALES.find(
      (by) =>
        pictureHeight(joins, together, { width: room.width, size: "large", textScale: by * scale }) <=
        room.height,
    );
    return (fits ?? PICTURE_SCALES.at(-1) ?? 1) * scale;
  }, [room, joins, together, scale]);
  const height = room === null ? undefined : { most: room.height, good: room.height };
  return (
    <div ref={place} className={styles.picture}>
      <Timeline
        {...rest}
        slice={slice}
        coordinate={at}
        columns={columns}
        window={window}
        onWindow={stay}
        size="large"
        textScale={textScale}
        {...(height && { room: height })}
        showMinimap={false}
        tellsNoTtl={false}
        hasDetails={false}
        keys="none"
      />
    </div>
  );
}

/** What a class sees of time stays as it is. */
function stay(): void {}
