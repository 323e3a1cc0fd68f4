import type { PointerEvent } from "react";
import type { Box } from "../geometry/place-labels";
import type { CrowdPicture } from "./crowd-picture";
import styles from "./crowd-reader.module.css";

/** Where a pointer reads a crowd, pixels of the timeline. */
export interface ReadAt {
  readonly x: number;
  readonly y: number;
}

export interface CrowdReaderProps {
  readonly crowd: CrowdPicture;
  /** The part of the picture in which a pointer reads the crowd. */
  readonly area: Box;
  /** `null` where the pointer has left, or does something else. */
  readonly onRead: (at: ReadAt | null) => void;
}

/** A crowd in words, for who cannot see it, and the ground on which a pointer reads it. What it reads says `CrowdTip`. */
export function CrowdReader({ crowd, area, onRead }: CrowdReaderProps) {
  const read = ({ currentTarget, clientX, clientY, buttons }: PointerEvent<SVGRectElement>) => {
    const origin = currentTarget.ownerSVGElement?.getBoundingClientRect();
    onRead(buttons > 0 || !origin ? null : { x: clientX - origin.left, y: clientY - origin.top });
  };
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is a picture
    <g role="img" aria-label={crowd.words}>
      <rect
        className={styles.area}
        x={area.left}
        y={area.top}
        width={area.right - area.left}
        height={area.bottom - area.top}
        onPointerMove={read}
        onPointerDown={() => onRead(null)}
        onPointerLeave={() => onRead(null)}
      />
    </g>
  );
}
