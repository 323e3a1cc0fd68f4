import { useEffect, useState } from "react";
import { LESSON_LIMITS } from "../../learn/lesson-file/lesson-file";
import type { LessonProblem } from "../../learn/lesson-file/lesson-problem";
import { say, WORDS } from "../../learn/words";
import type { App } from "../../state/app";
import type { ArrivedLesson } from "../../state/learn/lesson-file-opener";
import { addOwnLesson, MOST_OWN_LESSONS } from "../../state/learn/own-lessons";
import { toError } from "../../state/query";
import { ALL_LESSONS } from "../../state/route/url";
import { useAppHandle, usePageHref } from "../../state/use-app";
import { Dialog } from "../../ui/dialog";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Problems } from "./problems";
import { readInWorker } from "./read-in-worker";

export interface OpenLessonFileProps {
  readonly arrived: ArrivedLesson;
  /** It is open, or was put away. */
  readonly onEnd: () => void;
}

type Opening =
  | { readonly kind: "reading" }
  | { readonly kind: "refused"; readonly problems: readonly LessonProblem[] }
  | { readonly kind: "failed"; readonly sentence: string };

/** Bytes of a letter, at most. */
const LETTER_BYTES = 4;

/** Reads a lesson file and opens it among the lessons by others; or says all that is wrong with it. */
export function OpenLessonFile({ arrived, onEnd }: OpenLessonFileProps) {
  const app = useAppHandle();
  const hrefTo = usePageHref();
  const [opening, setOpening] = useState<Opening>({ kind: "reading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is read once, when it arrives
  useEffect(() => {
    let isWanted = true;
    setOpening({ kind: "reading" });
    const settle = (made: Opening | { readonly kind: "opened"; readonly name: string }) => {
      if (!isWanted) return;
      if (made.kind !== "opened") return setOpening(made);
      window.location.hash = hrefTo(ALL_LESSONS, { own: made.name });
      onEnd();
    };
    openArrived(app, arrived).then(settle, (thrown: unknown) =>
      settle({ kind: "failed", sentence: say(WORDS.own.unreadable, { reason: toError(thrown).message }) }),
    );
    return () => {
      isWanted = false;
    };
  }, [app, arrived]);
  return (
    <Dialog
      open
      onClose={onEnd}
      title={opening.kind === "reading" ? arrived.name : say(WORDS.own.refusedTitle, { file: arrived.name })}
      width={opening.kind === "refused" ? "wide" : "narrow"}
    >
      {opening.kind === "reading" && <LoadingLine>{WORDS.own.reading}</LoadingLine>}
      {opening.kind === "failed" && <p>{opening.sentence}</p>}
      {opening.kind === "refused" && <Problems problems={opening.problems} />}
    </Dialog>
  );
}

async function openArrived(
  app: App,
  { size, text }: ArrivedLesson,
): Promise<Opening | { readonly kind: "opened"; readonly name: string }> {
  if (size > LESSON_LIMITS.letters * LETTER_BYTES) {
    const megabytes = (size / 1_000_000).toFixed(1);
    return { kind: "failed", sentence: say(WORDS.own.tooLarge, { megabytes }) };
  }
  const written = await text();
  const read = await readInWorker(written);
  if (!read.ok) return { kind: "refused", problems: read.problems };
  const added = addOwnLesson(app, read.file, written);
  if (added.kind === "full")
    return { kind: "failed", sentence: say(WORDS.own.full, { most: MOST_OWN_LESSONS }) };
  return { kind: "opened", name: added.name };
}
