import { guessBracketPath, guessFramePath } from "../geometry/shape-paths";
import type { GuessPicture } from "../picture/picture-types";
import styles from "./guess-frame.module.css";

export interface GuessFrameProps {
  readonly guess: GuessPicture;
  /** Changes with the spine row. */
  readonly rowKey: number;
}

/** What a reader said goes into the cell, around its mark, and under the lane how far it is from what does. */
export function GuessFrame({ guess: { frame, brackets }, rowKey }: GuessFrameProps) {
  return (
    <g aria-hidden data-part="guess">
      {frame !== null && <path className={styles.frame} data-shape={frame.shape} d={guessFramePath(frame)} />}
      {brackets.map((bracket) => (
        <path
          key={`${rowKey} ${bracket.of}`}
          className={styles.bracket}
          data-of={bracket.of}
          data-tone={bracket.tone}
          d={guessBracketPath(bracket)}
        />
      ))}
    </g>
  );
}
