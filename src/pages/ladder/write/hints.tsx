import { useEffect, useState } from "react";
import { hintsFor } from "../../../ladder/hints/hints";
import { changeWork, ladderStore } from "../../../state/ladder/ladder-store";
import { workIn } from "../../../state/ladder/ladder-work";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { Language } from "../../../terms/languages";
import { CodeWords } from "../../../ui/code-words";
import { Button } from "../../../ui/controls/button";
import styles from "./write-rung.module.css";

/** How long a reader looks at the program before a hint is offered unasked. */
const PATIENCE_MS = 60_000;

export interface HintsProps {
  readonly language: Language;
  /** Whether the reader has tried something, and it was not right yet. */
  readonly isStuck: boolean;
}

/** Hints, one after another: offered after a run that was not right, or after a while. Those that were seen stay. */
export function Hints({ language, isStuck }: HintsProps) {
  const app = useAppHandle();
  const seen = usePart(ladderStore, (state) => workIn(state.work, language).hints);
  const hints = hintsFor(language);
  const isLate = useIsLate();
  const [wasStuck, setWasStuck] = useState(false);
  if (isStuck && !wasStuck) setWasStuck(true);
  const isOffered = (wasStuck || isLate || seen > 0) && seen < hints.length;
  if (seen === 0 && !isOffered) return null;
  const showNext = () => {
    changeWork(app, language, { hints: seen + 1 });
  };
  return (
    <section className={styles.hints} aria-label="Hints">
      <ol className={styles.hintList} aria-live="polite">
        {hints.slice(0, seen).map((hint) => (
          <li key={hint} className={styles.hint}>
            <CodeWords>{hint}</CodeWords>
          </li>
        ))}
      </ol>
      {isOffered && (
        <Button variant="link" onClick={showNext}>
          {seen === 0 ? "Give me a hint" : `Another hint, ${seen + 1} of ${hints.length}`}
        </Button>
      )}
    </section>
  );
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
