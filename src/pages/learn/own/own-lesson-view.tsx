import { useCallback } from "react";
import type { LessonFile } from "../../../learn/lesson-file/lesson-file";
import { gonePart } from "../../../learn/progress";
import type { Block } from "../../../learn/text/lesson-text";
import { say, WORDS } from "../../../learn/words";
import {
  changeOwnProgress,
  type KeptLesson,
  ownLessonsStore,
  ownProgressIn,
  saveOwnLesson,
} from "../../../state/learn/own-lessons";
import { beginLearning } from "../../../state/learn/progress-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { ErrorBoundary } from "../../../ui/feedback/error-boundary";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Problems } from "../../../views/lesson-file/problems";
import { readInWorker } from "../../../views/lesson-file/read-in-worker";
import { useLoaded } from "../../../views/take-home/use-loaded";
import { LessonProvider, type OpenLesson } from "../lesson/lesson-context";
import { PartWays } from "../lesson/lesson-foot";
import footStyles from "../lesson/lesson-foot.module.css";
import { LessonSheet } from "../lesson/lesson-frame";
import { waitsFor } from "../lesson/lesson-parts";
import viewStyles from "../lesson/lesson-view.module.css";
import { useOwnLessonHandle } from "../lesson/use-lesson-handle";
import { usePartWalk } from "../lesson/use-part-walk";
import { leadOf } from "../predict/answer-feedback";
import { Blocks } from "../text/blocks";
import { useLearnHref } from "../use-learn-href";
import { OwnLessonNotice } from "./own-lessons";
import { OwnOutline } from "./own-outline";

/** A lesson that somebody else has made, part by part, as it is kept in this browser. */
export function OwnLessonView({ name }: { readonly name: string }) {
  const hrefTo = useLearnHref();
  const kept = usePart(ownLessonsStore, ({ lessons }) => lessons.find((one) => one.name === name));
  if (kept !== undefined)
    return (
      <>
        <OwnLessonNotice />
        <ReadLesson key={kept.file} kept={kept} />
      </>
    );
  return (
    <>
      <OwnLessonNotice />
      <EmptyState
        size="page"
        headline={say(WORDS.own.gone, { name })}
        actions={
          <ButtonLink variant="primary" href={hrefTo({ own: null })}>
            {WORDS.own.toLessons}
          </ButtonLink>
        }
      >
        {WORDS.own.goneWay}
      </EmptyState>
    </>
  );
}

function ReadLesson({ kept }: { readonly kept: KeptLesson }) {
  const app = useAppHandle();
  const read = useLoaded(() => {
    beginLearning(app);
    return readInWorker(kept.file);
  });
  if (read.kind === "loading") return <LoadingLine>{WORDS.own.reading}</LoadingLine>;
  if (read.kind === "failed") throw read.error;
  if (read.value.ok) return <OwnLesson kept={kept} file={read.value.file} />;
  // A later version of the app may ask for more than the one that opened it.
  return (
    <EmptyState
      size="page"
      headline={say(WORDS.own.refusedTitle, { file: kept.title })}
      actions={<SaveButton kept={kept} />}
    >
      <Problems problems={read.value.problems} />
    </EmptyState>
  );
}

function OwnLesson({ kept, file }: { readonly kept: KeptLesson; readonly file: LessonFile }) {
  const app = useAppHandle();
  const hrefTo = useLearnHref();
  const { name } = kept;
  const { lesson, parts, title, author } = file;
  const handle = useOwnLessonHandle(name, file);
  const onGone = useCallback(
    (gone: number) => changeOwnProgress(app, name, (before) => gonePart(before, gone, lesson, Date.now())),
    [app, name, lesson],
  );
  const { part, isLast, waiting, goToPart } = usePartWalk(handle, {
    numGone: ownProgressIn(app.part(ownLessonsStore).getState(), name).parts,
    isShort: false,
    isHeld: false,
    onGone,
  });
  const shown = parts[part];
  const waits = waitsFor(handle, part);
  const isEnd = isLast && waits === null;
  return (
    <LessonProvider value={handle}>
      <LessonSheet
        outline={<OwnOutline name={name} title={title} part={part} />}
        lesson={title}
        kind={author === null ? WORDS.own.lessonByNobody : say(WORDS.own.lesson, { author })}
        part={shown?.title ?? ""}
        ways={<SaveButton kept={kept} />}
      >
        <ErrorBoundary resetKey={`${part}`} reassurance={WORDS.own.broken}>
          {shown && (
            <div key={part} className={viewStyles.blocks} data-part={lesson.parts[part]}>
              <Blocks blocks={shown.blocks} />
            </div>
          )}
        </ErrorBoundary>
        {isEnd && (
          <section className={footStyles.end}>
            {verdictsElsewhere(handle, part).map((verdict) => (
              <p key={verdict}>{verdict}</p>
            ))}
            {waiting.length === 0 && <p className={footStyles.said}>{say(WORDS.own.done, { title })}</p>}
            <p>{WORDS.own.notHandedIn}</p>
            {waiting.length > 0 && (
              <p>
                {WORDS.lesson.openParts}{" "}
                {waiting.map((one, i) => (
                  <span key={one}>
                    {i > 0 && ", "}
                    <a href={hrefTo({ own: name, part: lesson.parts[one] ?? null })}>{parts[one]?.title}</a>
                  </span>
                ))}
              </p>
            )}
          </section>
        )}
        <PartWays
          part={part}
          waitsFor={waits}
          onPart={goToPart}
          end={
            isEnd && (
              <ButtonLink variant="primary" href={hrefTo({ own: null })}>
                {WORDS.own.toLessons}
              </ButtonLink>
            )
          }
        />
      </LessonSheet>
    </LessonProvider>
  );
}

/**
 * What was answered in the parts before one, and what is so, each once: whoever has passed over the step that decides is told
 * at the end. What the part itself asks or shows is told there.
 */
function verdictsElsewhere(lesson: OpenLesson, part: number): string[] {
  const shown = new Set(lesson.parts[part]?.blocks.flatMap(toldBy));
  const verdicts = lesson.parts.slice(0, part).flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== "directive") return [];
      const { question, variant } = block.attributes;
      if (question === undefined || shown.has(question)) return [];
      const asked = lesson.ask(question, variant);
      const answer = lesson.answerTo(asked);
      return answer === null ? [] : [leadOf(asked, answer.option)];
    }),
  );
  return [...new Set(verdicts)];
}

/** The question that a block asks, or shows the steps of. */
function toldBy(block: Block): readonly string[] {
  if (block.kind !== "directive") return [];
  const { question, answers, steps } = block.attributes;
  return [question ?? (steps === undefined ? undefined : answers)].flatMap((name) => name ?? []);
}

function SaveButton({ kept }: { readonly kept: KeptLesson }) {
  return (
    <Button variant="link" onClick={() => saveOwnLesson(kept)}>
      {WORDS.own.save}
    </Button>
  );
}
