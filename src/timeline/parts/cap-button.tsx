import type { KeyboardEvent } from "react";
import { textWidth } from "../geometry/place-labels";
import type { CapPicture, LabelPicture } from "../picture/picture-types";
import { exactMatchWords } from "../words/exact-match-words";
import styles from "./cap-button.module.css";

export interface CapButtonProps {
  readonly cap: CapPicture;
  /** What it means, as it stands beside it: to press that is to press the cap. */
  readonly label: LabelPicture | undefined;
  /** Of its lane. */
  readonly title: string;
  /** Lets such a row count, or not; absent where that cannot be changed. */
  readonly onFlip: (() => void) | undefined;
}

/** As large as a fingertip. */
const HIT_PX = 20;

/** The end-cap of a lane's window: filled where a row of the very moment counts, hollow where it does not. Pressing turns it. */
export function CapButton({ cap: { x, y, radius, isClosed }, label, title, onFlip }: CapButtonProps) {
  const shape = (
    <circle className={styles.cap} data-closed={isClosed || undefined} cx={x} cy={y} r={radius} />
  );
  if (onFlip === undefined) return <g aria-hidden>{shape}</g>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      className={styles.button}
      role="button"
      tabIndex={0}
      aria-pressed={isClosed}
      aria-label={`A row of ${title} of that very moment counts`}
      data-part="cap"
      onClick={onFlip}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        onFlip();
      }}
    >
      <title>{exactMatchWords(isClosed)[0]}</title>
      <rect className={styles.hit} x={x - HIT_PX} y={y - HIT_PX} width={2 * HIT_PX} height={2 * HIT_PX} />
      {label !== undefined && <rect className={styles.hit} data-part="cap-label" {...labelBox(label)} />}
      <circle className={styles.halo} cx={x} cy={y} r={radius + 4} />
      {shape}
    </g>
  );
}

/** Around a label, a finger's breadth high. */
function labelBox({ text, x, y, anchor, sizePx, strong }: LabelPicture) {
  const width = textWidth(text, sizePx, strong ? 600 : 400);
  const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  return { x: left, y: y - sizePx / 2 - HIT_PX, width, height: 2 * HIT_PX };
}
