import { describe, expect, test } from "vitest";
import { NO_PROGRESS } from "./progress";
import {
  areTasksBegun,
  areTasksOver,
  doneTasks,
  isTaskLineShown,
  openTask,
  type SeenInLab,
  tasksSeenDone,
  withTaskLineHidden,
  withTasksBegun,
  withTasksDone,
} from "./tasks";

const NOTHING: SeenInLab = {
  data: "own",
  trainingRows: null,
  hasStepped: false,
  isAtLeak: false,
  showsSmallestLeak: false,
  isQueryCopied: false,
};

test.each<[Partial<SeenInLab>, string]>([
  [{}, ""],
  [{ trainingRows: 0, hasStepped: true }, ""],
  [{ trainingRows: 3 }, ""],
  [{ trainingRows: 3, hasStepped: true }, "data"],
  [{ data: "churn", trainingRows: 3 }, ""],
  [{ data: "churn", trainingRows: 3, hasStepped: true }, "data"],
  [{ data: "other", trainingRows: 3, hasStepped: true, isAtLeak: true, isQueryCopied: true }, ""],
  [{ trainingRows: 3, hasStepped: true, isAtLeak: true }, "data leaks"],
  [{ showsSmallestLeak: true }, "smallest"],
  [{ isQueryCopied: true }, "query"],
])("by %j it is seen done: %s", (seen, done) => {
  expect(tasksSeenDone({ ...NOTHING, ...seen }).join(" ")).toBe(done);
});

describe("progress", () => {
  test("nothing is watched before somebody sets out", () => {
    expect(areTasksBegun(NO_PROGRESS)).toBe(false);
    expect(areTasksBegun(withTasksBegun(NO_PROGRESS))).toBe(true);
  });

  test("in whatever order they are done, the first that is not is open", () => {
    const begun = withTasksBegun(NO_PROGRESS);
    expect(openTask(begun)).toBe("data");
    const some = withTasksDone(begun, ["leaks"]);
    expect(openTask(some)).toBe("data");
    const more = withTasksDone(some, ["data"]);
    expect(doneTasks(more)).toEqual(["data", "leaks"]);
    expect(openTask(more)).toBe("smallest");
    expect(openTask(withTasksDone(more, ["query", "smallest"]))).toBeNull();
  });

  test("what is ticked stays so, also when somebody sets out anew", () => {
    const some = withTasksDone(withTasksBegun(NO_PROGRESS), ["data", "query"]);
    expect(withTasksDone(some, ["data"])).toBe(some);
    expect(doneTasks(withTasksBegun(some))).toEqual(["data", "query"]);
  });

  test.each([
    [{}, false],
    [{ tasks: ["data", "query"] }, false],
    [{ tasks: ["data", "leaks", "smallest", "query"] }, true],
    [{ tasks: ["data"], "tasks-skipped": [] }, true],
  ] as const)("after %j the lesson need not wait for them: %s", (made, isOver) => {
    const kept: Readonly<Record<string, readonly string[]>> = made;
    expect(areTasksOver((key) => kept[key] ?? null)).toBe(isOver);
  });

  test("the line is there from setting out until it is hidden, and after setting out anew", () => {
    const begun = withTasksBegun(NO_PROGRESS);
    expect([NO_PROGRESS, begun].map(isTaskLineShown)).toEqual([false, true]);
    const hidden = withTaskLineHidden(begun);
    expect(isTaskLineShown(hidden)).toBe(false);
    expect(areTasksBegun(hidden)).toBe(true);
    expect(isTaskLineShown(withTasksBegun(hidden))).toBe(true);
  });
});
