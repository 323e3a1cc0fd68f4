import { type TitleFacts, titleWords } from "../picture/labels/title-words";
import styles from "./picture.module.css";

export interface LaneTitleProps extends TitleFacts {
  /** Where the lane can be gone to: its name is then a button. */
  readonly onGo?: () => void;
}

/** A lane's name: left of its line, or above it where the picture is narrow. */
export function LaneTitle({ onGo, ...facts }: LaneTitleProps) {
  const { name, subtitle, area } = titleWords(facts);
  const words = (
    <g aria-hidden data-lane-title>
      {facts.metrics.layout === "wide" && <title>{facts.title}</title>}
      <text className={styles.laneName} x={name.x} y={name.y} fontSize={name.sizePx}>
        {name.text}
      </text>
      <text className={styles.laneSub} x={subtitle.x} y={subtitle.y} fontSize={subtitle.sizePx}>
        {subtitle.text}
      </text>
    </g>
  );
  if (onGo === undefined) return words;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      className={styles.goTo}
      role="button"
      tabIndex={0}
      aria-label={`Go to ${facts.title}`}
      onClick={onGo}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        onGo();
      }}
    >
      <rect
        x={area.left}
        y={area.top}
        width={area.right - area.left}
        height={area.bottom - area.top}
        rx={3}
      />
      {words}
    </g>
  );
}
