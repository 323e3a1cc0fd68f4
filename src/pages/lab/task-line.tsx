import { useEffect } from "react";
import { LESSON_NAMES } from "../../learn/lesson-names";
import { isTaskLineShown, openTask, TASKS, TASKS_LESSON, withTaskLineHidden } from "../../learn/tasks";
import { say, WORDS } from "../../learn/words";
import { followTasks } from "../../state/learn/follow-tasks";
import { changeProgress, learnStore } from "../../state/learn/progress-store";
import { ALL_LESSONS } from "../../state/route/url";
import { useApp, useAppHandle, useHidden, useHref, usePart } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import styles from "./task-line.module.css";

const { tasks: words } = WORDS;

/** While a lesson's tasks are being done here: which one is next, and the way back. It sees that they are done, shown or not. */
export function TaskLine() {
  const app = useAppHandle();
  const hrefTo = useHref();
  const isHidden = useHidden();
  const isShown = usePart(learnStore, ({ progress }) => isTaskLineShown(progress));
  const open = usePart(learnStore, ({ progress }) => openTask(progress));
  const isFull = useApp(({ route }) => route.full);
  useEffect(() => followTasks(app), [app]);
  if (!isShown || isFull || isHidden("task")) return null;
  const lesson = LESSON_NAMES.indexOf(TASKS_LESSON);
  const count = TASKS.length;
  return (
    <aside className={styles.line} aria-label={say(words.lineLabel, { lesson })}>
      <p role="status">
        {open === null ? (
          say(words.lineDone, { lesson, count })
        ) : (
          <>
            <strong>{say(words.line, { lesson, number: TASKS.indexOf(open) + 1, count })}</strong>{" "}
            {words.short[open]}
          </>
        )}
      </p>
      <a href={hrefTo({ lesson: TASKS_LESSON, part: "tasks" }, ALL_LESSONS)}>{words.back}</a>
      <Button
        variant="link"
        className={styles.dismiss}
        aria-label={words.dismiss}
        title={words.dismiss}
        onClick={() => changeProgress(app, withTaskLineHidden)}
      >
        ×
      </Button>
    </aside>
  );
}
