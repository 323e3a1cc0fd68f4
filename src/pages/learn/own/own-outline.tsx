import { useId, useState } from "react";
import { say, WORDS } from "../../../learn/words";
import { ownLessonsStore, ownProgressIn } from "../../../state/learn/own-lessons";
import { usePart } from "../../../state/use-app";
import { useLesson } from "../lesson/lesson-context";
import { SteadyWords } from "../lesson/lesson-outline";
import styles from "../lesson/lesson-outline.module.css";
import { useLearnHref } from "../use-learn-href";

export interface OwnOutlineProps {
  readonly name: string;
  readonly title: string;
  readonly part: number;
}

/** The parts of a lesson by somebody else, and the way to all lessons. On a narrow screen it is a line that opens. */
export function OwnOutline({ name, title, part }: OwnOutlineProps) {
  const { lesson, parts } = useLesson();
  const hrefTo = useLearnHref();
  const gone = usePart(ownLessonsStore, (state) => ownProgressIn(state, name).parts);
  const [openAt, setOpenAt] = useState<number | null>(null);
  const isOpen = openAt === part;
  const close = () => setOpenAt(null);
  const id = useId();
  return (
    <nav className={styles.outline} aria-label={WORDS.own.parts}>
      <button
        type="button"
        className={styles.bar}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpenAt(isOpen ? null : part)}
      >
        {title} · {say(WORDS.lesson.partOf, { number: part + 1, count: lesson.parts.length })}
      </button>
      <div id={id} className={styles.list} data-open={isOpen || undefined}>
        <div className={styles.paths}>
          <ol className={styles.parts}>
            {lesson.parts.map((one, i) => (
              <li key={one} className={styles.part} data-gone={i < gone || undefined}>
                <a
                  href={hrefTo({ own: name, part: one })}
                  aria-current={i === part ? "step" : undefined}
                  onClick={close}
                >
                  <SteadyWords>{parts[i]?.title ?? ""}</SteadyWords>
                </a>
              </li>
            ))}
          </ol>
        </div>
        <a className={styles.all} href={hrefTo({ own: null })}>
          {WORDS.own.toLessons}
        </a>
      </div>
    </nav>
  );
}
