import { useEffect, useId, useRef } from "react";
import { say, WORDS } from "../../../learn/words";
import { lessonOpenerStore } from "../../../state/learn/lesson-file-opener";
import {
  forgetRemovedLesson,
  type KeptLesson,
  ownLessonsStore,
  ownProgressIn,
  type RemovedLesson,
  removeOwnLesson,
  saveOwnLesson,
  undoRemovingLesson,
} from "../../../state/learn/own-lessons";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Notice } from "../../../ui/feedback/notice";
import { useLearnHref } from "../use-learn-href";
import styles from "./own-lessons.module.css";

/** The lessons by others that are kept here; nothing where there are none. */
export function OwnLessons() {
  const lessons = usePart(ownLessonsStore, (state) => state.lessons);
  const headingId = useId();
  if (lessons.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {WORDS.own.heading}
      </h2>
      <ul className={styles.lessons}>
        {lessons.map((lesson) => (
          <OwnLessonRow key={lesson.name} lesson={lesson} />
        ))}
      </ul>
    </section>
  );
}

function OwnLessonRow({ lesson }: { readonly lesson: KeptLesson }) {
  const app = useAppHandle();
  const hrefTo = useLearnHref();
  const { name, title, idea, author, minutes } = lesson;
  const isDone = usePart(ownLessonsStore, (state) => ownProgressIn(state, name).done !== null);
  const by = author === null ? WORDS.own.byNobody : say(WORDS.own.by, { author });
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <a className={styles.title} href={hrefTo({ own: name })} data-done={isDone || undefined}>
          {title}
        </a>
        <span className={styles.about}>{idea === null ? by : `${idea} · ${by}`}</span>
      </span>
      <span className={styles.state}>
        {isDone ? (
          <>
            <span className={styles.tick} aria-hidden>
              ✓{" "}
            </span>
            {WORDS.list.done}
          </>
        ) : (
          say(WORDS.list.minutes, { minutes })
        )}
      </span>
      <span className={styles.ways}>
        <Button
          variant="link"
          aria-label={say(WORDS.own.saveNamed, { title })}
          onClick={() => saveOwnLesson(lesson)}
        >
          {WORDS.own.save}
        </Button>
        <Button
          variant="link"
          aria-label={say(WORDS.own.removeNamed, { title })}
          onClick={() => removeOwnLesson(app, name)}
        >
          {WORDS.own.remove}
        </Button>
      </span>
    </li>
  );
}

/** What became of the lessons by others, where that must be known. */
export function OwnLessonNotice() {
  const { removed, isKept } = usePart(ownLessonsStore, (state) => state);
  return (
    <>
      {!isKept && <Notice kind="info">{WORDS.own.notKept}</Notice>}
      {removed !== null && <Removed removed={removed} />}
    </>
  );
}

/** What was taken away, and the way back to it. It takes the focus from the button that has gone with it. */
function Removed({ removed }: { readonly removed: RemovedLesson }) {
  const app = useAppHandle();
  const undo = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (removed.kind === "removed") undo.current?.querySelector("button")?.focus();
  }, [removed]);
  return (
    <div ref={undo}>
      <Notice
        kind="info"
        onDismiss={() => forgetRemovedLesson(app)}
        actions={
          <Button variant="link" onClick={() => undoRemovingLesson(app)}>
            {WORDS.own.undo}
          </Button>
        }
      >
        {say(removed.kind === "removed" ? WORDS.own.removed : WORDS.own.replaced, {
          title: removed.lesson.title,
        })}
      </Notice>
    </div>
  );
}

/** Opens a lesson from a file that is chosen. */
export function OpenLessonButton() {
  const app = useAppHandle();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="link" title={WORDS.own.about} onClick={() => input.current?.click()}>
        {WORDS.own.open}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".md,.markdown,text/markdown"
        hidden
        aria-label={WORDS.own.open}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again.
          currentTarget.value = "";
          if (file !== undefined)
            app.part(lessonOpenerStore).setState({
              arrived: { name: file.name, size: file.size, text: () => file.text() },
            });
        }}
      />
    </>
  );
}
