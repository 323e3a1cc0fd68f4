import { useId } from "react";
import type { LessonName } from "../../../learn/lesson-names";
import { VerdictShape } from "../../../timeline/verdict-glyph";
import styles from "./glance.module.css";
import { AS_OF_X, GLANCE, GLANCES, type GlanceItem } from "./glances";

/** What a lesson is about, drawn so small that only its shapes tell. Its words stand beside it. */
export function Glance({ lesson }: { readonly lesson: LessonName }) {
  const hatch = useId();
  return (
    <svg
      className={styles.glance}
      viewBox={`0 0 ${GLANCE.width} ${GLANCE.height}`}
      aria-hidden
      focusable="false"
    >
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className={styles.hatch} d="M 0 0 V 6" />
      </pattern>
      {GLANCES[lesson].map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pictures do not change
        <Item key={i} item={item} hatch={hatch} />
      ))}
    </svg>
  );
}

function Item({ item, hatch }: { readonly item: GlanceItem; readonly hatch: string }) {
  const { width, height } = GLANCE;
  const middle = height / 2;
  switch (item.kind) {
    case "lane":
      return <path className={styles.lane} d={`M ${item.from ?? 0} ${item.y} H ${width}`} />;
    case "future":
      return (
        <>
          <rect className={styles.future} x={AS_OF_X} y="6" width={width - AS_OF_X} height={height - 12} />
          <rect fill={`url(#${hatch})`} x={AS_OF_X} y="6" width={width - AS_OF_X} height={height - 12} />
        </>
      );
    case "as-of":
      return <path className={styles.asOf} d={`M ${AS_OF_X} 3 V ${height - 3}`} />;
    case "mark":
    case "small":
      // Smaller as a whole, so that its lines become thinner, too.
      return (
        <g transform={`translate(${item.x} ${item.y}) scale(${item.kind === "small" ? 0.6 : 0.85})`}>
          <VerdictShape state={item.state} radius={6.25} ring={9.5} />
        </g>
      );
    case "arc": {
      const way = item.x < AS_OF_X ? 1 : -1;
      const from = item.x + way * 4;
      const third = (AS_OF_X - from) / 3;
      const top = item.y - 20;
      return (
        <path
          className={item.leak ? styles.leakArc : styles.arc}
          d={`M ${from} ${item.y - 7} C ${from + third} ${top} ${AS_OF_X - third} ${top} ${AS_OF_X} ${item.y - 2}`}
        />
      );
    }
    case "bracket":
      return <path className={styles.bracket} d={`M ${item.from} ${middle} H ${item.to} m 0 -5 v 10`} />;
    case "tail":
      return <path className={styles.tail} d={`M ${item.from} ${middle} H ${item.to} m 0 -5 v 10`} />;
    case "ttl":
      return (
        <rect className={styles.ttl} x={item.from} y="9" width={AS_OF_X - item.from} height={height - 18} />
      );
    case "ttl-edge":
      return (
        <>
          <path className={styles.ttlEdge} d={`M ${item.x} 9 V ${height - 9}`} />
          <rect className={styles.ttlEdge} x={item.x - 2.5} y={middle - 5} width="5" height="10" rx="2" />
        </>
      );
    case "split":
      return <path className={styles.split} d={`M ${item.x} 0 V ${height}`} />;
    case "box":
      return (
        <>
          <rect
            className={styles.box}
            x={item.from}
            y={middle - 11}
            width={item.to - item.from}
            height="22"
            rx="2"
          />
          <text className={styles.text} x={(item.from + item.to) / 2} y={middle + 4}>
            {item.text}
          </text>
        </>
      );
    case "sign":
      return (
        <>
          <rect className={styles.paper} x={item.x - 9} y={item.y - 8} width="18" height="16" />
          <text className={styles.sign} x={item.x} y={item.y + 5}>
            {item.text}
          </text>
        </>
      );
    case "steps":
      return (
        <>
          <path className={styles.steps} d={item.path} />
          <circle className={styles.stepsEnd} cx={AS_OF_X} cy={item.endY} r="3" />
        </>
      );
  }
}
