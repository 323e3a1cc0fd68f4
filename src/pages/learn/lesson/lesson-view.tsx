import { COURSE_WORDS } from "../../../learn/course";
import type { LessonName } from "../../../learn/lesson-names";
import { type LoadedLesson, loadLesson } from "../../../learn/load-lesson";
import { WORDS } from "../../../learn/words";
import { goTo } from "../../../state/route/go-to";
import { ALL_LESSONS } from "../../../state/route/url";
import { useApp, useAppHandle, useHref } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Blocks } from "../text/blocks";
import { LessonContext } from "./lesson-context";
import { useLessonHandle } from "./use-lesson-handle";
import { useLoaded } from "./use-loaded";

/** A lesson, part by part. */
export function LessonView({ name }: { readonly name: LessonName }) {
  const loaded = useLoaded(() => loadLesson(name));
  if (loaded.kind === "loading") return <LoadingLine>Opening …</LoadingLine>;
  if (loaded.kind === "failed") throw loaded.error;
  return <OpenLesson loaded={loaded.value} />;
}

function OpenLesson({ loaded }: { readonly loaded: LoadedLesson }) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const handle = useLessonHandle(loaded);
  const { name, lesson, parts } = loaded;
  const part = useApp((state) => state.route.part);
  const at = Math.max(0, lesson.parts.indexOf(part ?? ""));
  const shown = parts[at];
  return (
    <LessonContext value={handle}>
      <nav aria-label={COURSE_WORDS[name].title}>
        {lesson.parts.map((one, i) => (
          <a
            key={one}
            href={hrefTo({ lesson: name, part: one }, ALL_LESSONS)}
            aria-current={i === at || undefined}
          >
            {parts[i]?.title}
          </a>
        ))}
      </nav>
      <h1>{COURSE_WORDS[name].title}</h1>
      {shown && <Blocks key={at} blocks={shown.blocks} />}
      {at + 1 < lesson.parts.length && (
        <Button onClick={() => goTo(app, { part: lesson.parts[at + 1] ?? null }, "push")}>
          {WORDS.lesson.next}
        </Button>
      )}
    </LessonContext>
  );
}
