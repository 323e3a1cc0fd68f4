import { moveAt, type NextMove, TALK_FROM_PERCENT, TALK_TO_PERCENT } from "../../../present/votes/advice";
import { classNames } from "../../../ui/class-names";
import styles from "./advice-scale.module.css";

const PARTS: readonly {
  readonly move: NextMove;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}[] = [
  { move: "explain_again", from: 0, to: TALK_FROM_PERCENT, words: "explain again" },
  { move: "talk", from: TALK_FROM_PERCENT, to: TALK_TO_PERCENT, words: "let neighbours talk" },
  { move: "go_on", from: TALK_TO_PERCENT, to: 100, words: "go on" },
];

/** How many are right, on the scale of what is usually best then. It says nothing that the advice beside it does not say. */
export function AdviceScale({ percentRight }: { readonly percentRight: number }) {
  const move = moveAt(percentRight);
  return (
    <div className={styles.scale} aria-hidden="true">
      <div className={styles.line}>
        {PARTS.map((part) => (
          <span
            key={part.move}
            className={classNames(styles.part, part.move === move && styles.here)}
            style={{ flexGrow: part.to - part.from }}
          />
        ))}
        <span className={styles.dot} style={{ insetInlineStart: `${percentRight}%` }} />
      </div>
      <div className={styles.words}>
        {PARTS.map((part) => (
          <span
            key={part.move}
            className={classNames(styles.name, part.move === move && styles.hereName)}
            style={{ insetInlineStart: `${(part.from + part.to) / 2}%` }}
          >
            {part.words}
          </span>
        ))}
        {[TALK_FROM_PERCENT, TALK_TO_PERCENT].map((percent) => (
          <span
            key={percent}
            className={classNames(styles.name, styles.bound)}
            style={{ insetInlineStart: `${percent}%` }}
          >
            {percent} %
          </span>
        ))}
      </div>
    </div>
  );
}
