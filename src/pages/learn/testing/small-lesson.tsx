import { cleanup, configure, render } from "@testing-library/react";
import type { ReactNode } from "react";
import * as v from "valibot";
import { afterEach, beforeEach, vi } from "vitest";
import { LessonSchema } from "../../../learn/lesson";
import type { LoadedLesson } from "../../../learn/load-lesson";
import { NO_PROGRESS, type Progress } from "../../../learn/progress";
import { readLessonText } from "../../../learn/text/read-lesson-text";
import { type App, createApp } from "../../../state/app";
import { OWN } from "../../../state/document";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { ALL_LESSONS } from "../../../state/route/url";
import { AppContext } from "../../../state/use-app";
import { stubLayout } from "../../../ui/testing/stub-layout";
import type { WorkerHandle } from "../../../worker/worker-handle";
import { LessonProvider } from "../lesson/lesson-context";
import { useLessonHandle } from "../lesson/use-lesson-handle";

const ROWS = [
  { driver: "Mia", at: "2026-03-04 09:50", percent: "64" },
  { driver: "Mia", at: "2026-03-04 10:05", percent: "61" },
  { driver: "Mia", at: "2026-03-04 10:08", percent: "58" },
];

/** Mia's battery at 10:07: 64 is older, 61 is right, 58 is still to come. Then without the last, which makes another case. */
export const SMALL_LESSON: LoadedLesson = {
  name: "look-left",
  lesson: v.parse(LessonSchema, {
    parts: ["predict", "see", "rule", "new-case"],
    shortParts: 2,
    scenarios: {
      battery: {
        version: 1,
        name: "battery",
        title: "battery",
        groups: [
          {
            definition: {
              name: "trip",
              schema: { driver: "string", at: "timestamp", finished: "bool" },
              primaryKeys: ["driver"],
              eventTime: "at",
            },
            rows: {
              kind: "inline",
              rows: [{ driver: "Mia", at: "2026-03-04 10:07", finished: true }],
            },
          },
          {
            definition: {
              name: "battery",
              schema: { driver: "string", at: "timestamp", percent: "int64" },
              primaryKeys: ["driver"],
              eventTime: "at",
            },
            rows: { kind: "inline", rows: ROWS },
          },
        ],
        view: {
          name: "battery_at_trip",
          labelFg: "trip",
          joins: [{ fgName: "battery", on: ["driver"] }],
          label: "finished",
        },
      },
    },
    questions: {
      first: { kind: "row", scenario: "battery", row: 0, beliefs: ["latest"] },
      rule: { kind: "rule", scenario: "battery", row: 0, of: 2 },
      many: {
        kind: "row",
        scenario: "battery",
        row: 0,
        beliefs: ["latest"],
        variants: [
          [{ kind: "set", group: "battery", row: 2, values: { at: "2026-03-04 10:09" } }],
          [{ kind: "set", group: "battery", row: 2, values: { at: "2026-03-04 10:10" } }],
          [{ kind: "set", group: "battery", row: 2, values: { at: "2026-03-04 10:11" } }],
        ],
      },
    },
    review: ["first"],
  }),
  parts: readLessonText(`
## Predict
Mia drives.

::predict[Which report?]{question=first}

## See
::timeline{scenario=battery answers=first}

## Rule
::check[Which step decided about :time{scenario=battery row=2}?]{question=rule}

## New
::predict[Which report now?]{question=many}
`),
};

/** What every test of a lesson's parts needs: a page with nothing on it, and a browser that has kept nothing. */
export function withLessonPage(): void {
  beforeEach(() => {
    stubLayout();
    // Nothing is hidden in these tests, and to ask that of each mark of a picture takes most of their time.
    configure({ defaultHidden: true });
  });
  afterEach(() => {
    cleanup();
    localStorage.clear();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}

export interface ShownLesson {
  readonly app: App;
  readonly progress: () => Progress;
}

/** Shows something within the lesson, as its reader with that progress would see it. */
export function showInLesson(
  shown: ReactNode,
  progress: Progress = NO_PROGRESS,
  { loaded = SMALL_LESSON, worker = noWorker }: ShowOptions = {},
): ShownLesson {
  const { name, lesson } = loaded;
  const app = createApp(OWN, {
    worker,
    route: { ...ALL_LESSONS, lesson: name, part: lesson.parts[0] ?? null },
  });
  changeProgress(app, () => progress);
  render(
    <AppContext value={app}>
      <InLesson loaded={loaded}>{shown}</InLesson>
    </AppContext>,
  );
  return { app, progress: () => app.part(learnStore).getState().progress };
}

interface ShowOptions {
  readonly loaded?: LoadedLesson;
  readonly worker?: () => Promise<WorkerHandle>;
}

function noWorker(): Promise<WorkerHandle> {
  return Promise.reject(new Error("no worker is needed"));
}

function InLesson({ loaded, children }: { readonly loaded: LoadedLesson; readonly children: ReactNode }) {
  return <LessonProvider value={useLessonHandle(loaded)}>{children}</LessonProvider>;
}
