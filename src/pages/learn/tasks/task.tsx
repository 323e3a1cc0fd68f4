import type { ReactNode } from "react";
import { doneTasks, openTask, TASKS, type TaskName, withTasksBegun } from "../../../learn/tasks";
import { WORDS } from "../../../learn/words";
import { CHURN_SAMPLE } from "../../../scenario/samples/churn-sample";
import { compareRow } from "../../../state/compare/compare-links";
import { type Dataset, editsOf, storeNameOf } from "../../../state/document";
import { type LeakSeen, leakSeenStore } from "../../../state/learn/follow-tasks";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import type { Route } from "../../../state/route/route";
import { formatUrl, START } from "../../../state/route/url";
import { useApp, useAppHandle, useHref, usePart } from "../../../state/use-app";
import { ButtonLink } from "../../../ui/controls/button";
import styles from "./task.module.css";

const { tasks: words } = WORDS;

/** One task of the Lab, with the way there; ticked once the app has seen it done. */
export function Task({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const task = TASKS.find((one) => one === name);
  if (task === undefined) throw new RangeError(`there is no task ${name}`);
  return <OneTask task={task}>{children}</OneTask>;
}

function OneTask({ task, children }: { readonly task: TaskName; readonly children: ReactNode }) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const dataset = useApp((state) => state.document.dataset);
  const leak = usePart(leakSeenStore, (state) => state.leak);
  const isDone = usePart(learnStore, ({ progress }) => doneTasks(progress).includes(task));
  const isNext = usePart(learnStore, ({ progress }) => openTask(progress) === task);
  const isAll = usePart(learnStore, ({ progress }) => openTask(progress) === null);
  const begin = () => changeProgress(app, withTasksBegun);
  return (
    <section className={styles.task} data-task={task} data-done={isDone || undefined}>
      <span className={styles.tick} role="img" aria-label={isDone ? words.done : words.open}>
        {isDone ? "✓" : TASKS.indexOf(task) + 1}
      </span>
      <div className={styles.body}>
        <p className={styles.what}>{children}</p>
        <p className={styles.how}>{words.how[task]}</p>
        {isAll && task === TASKS.at(-1) && <p className={styles.all}>{words.allDone}</p>}
      </div>
      <p className={styles.ways}>
        <ButtonLink
          variant={isNext ? "primary" : "secondary"}
          href={hrefTo(placeOf(task, dataset, leak), START)}
          onClick={begin}
        >
          {words.go[task]}
        </ButtonLink>
        {task === "data" && (
          <a href={sampleHref()} onClick={begin}>
            {words.sample}
          </a>
        )}
      </p>
    </section>
  );
}

/** Where in the Lab a task is done, on the data that is looked at. */
function placeOf(task: TaskName, dataset: Dataset, leak: LeakSeen | null): Partial<Route> {
  switch (task) {
    case "data":
      return { stage: "data" };
    case "leaks":
      return { stage: "train", rule: "latest" };
    case "smallest": {
      const isHere = leak?.storeName === storeNameOf(dataset);
      const cell = { row: isHere ? leak.row : null, join: isHere ? leak.join : 0, column: null };
      return compareRow({ rule: "latest" }, cell);
    }
    case "query":
      return { stage: "code" };
  }
}

function sampleHref(): string {
  const dataset: Dataset = { kind: "sample", name: CHURN_SAMPLE.name, scenario: CHURN_SAMPLE };
  const { row = null } = CHURN_SAMPLE.start ?? {};
  return `#${formatUrl({ route: { ...START, stage: "train", row }, dataset, edits: editsOf(dataset) })}`;
}
