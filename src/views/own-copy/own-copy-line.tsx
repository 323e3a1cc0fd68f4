import { useRef } from "react";
import { Button } from "../../ui/controls/button";
import { useKeptFocus } from "../../ui/keys/use-kept-focus";
import styles from "./own-copy-line.module.css";

export interface OwnCopyLineProps {
  /** How many changes there are. Nothing is shown, and nothing moves, while there are none. */
  readonly changes: number;
  /** Whether the original is on the screen just now, with the changes kept beside it. */
  readonly isOriginalShown: boolean;
  readonly onShowOriginal: (shown: boolean) => void;
  readonly onStartOver: () => void;
}

/** Says that what is on the screen is no longer what was given, with the way to look at that, and the way back to it. */
export function OwnCopyLine({ changes, isOriginalShown, onShowOriginal, onStartOver }: OwnCopyLineProps) {
  const counted = `${changes} ${changes === 1 ? "change" : "changes"}`;
  const line = useRef<HTMLParagraphElement>(null);
  // Starting over takes its own button away.
  useKeptFocus(line, line);
  return (
    <p ref={line} className={styles.line} role="status" tabIndex={-1} data-arrival>
      {changes > 0 && (
        <>
          <span>
            {isOriginalShown
              ? `This is the original. Your own copy (${counted}) is kept:`
              : `You look at your own copy (${counted}):`}
          </span>
          <Button variant="link" onClick={() => onShowOriginal(!isOriginalShown)}>
            {isOriginalShown ? "show my copy" : "show the original"}
          </Button>
          <Button variant="link" onClick={onStartOver}>
            start over
          </Button>
        </>
      )}
    </p>
  );
}
