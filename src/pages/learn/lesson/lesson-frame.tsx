import { type ReactNode, useId, useLayoutEffect, useMemo, useRef } from "react";
import { COURSE_WORDS } from "../../../learn/course";
import { WORDS } from "../../../learn/words";
import { ALL_LESSONS, WORKSHEET_PAGE } from "../../../state/route/url";
import { usePageHref } from "../../../state/use-app";
import { TeachMenu } from "../../../views/present/teach-menu";
import { partsStep } from "../../../views/take-home/linked-step";
import { StepPictures } from "../../../views/train/picture-export/picture-dialog";
import { useLearnHref } from "../use-learn-href";
import { type LessonHandle, LessonProvider } from "./lesson-context";
import styles from "./lesson-frame.module.css";
import { lessonNumberWords } from "./lesson-number-words";
import { LessonOutline } from "./lesson-outline";
import { partStep } from "./part-step";

export interface LessonFrameProps {
  readonly handle: LessonHandle;
  /** The number of the part that is shown; `null` for none. */
  readonly part: number | null;
  /** Of what is shown. */
  readonly title: string;
  readonly children: ReactNode;
}

/** What stands around every part of a lesson: all lessons beside it, and where one is above it. */
export function LessonFrame({ handle, part, title, children }: LessonFrameProps) {
  const hrefTo = useLearnHref();
  const { name } = handle;
  return (
    <LessonProvider value={handle}>
      <LessonSheet
        outline={<LessonOutline part={part} />}
        lesson={COURSE_WORDS[name].title}
        kind={lessonNumberWords(name)}
        part={title}
        ways={
          <>
            {part !== null && <TeachPart handle={handle} part={part} />}
            <a className={styles.form} href={hrefTo({ lesson: name, as: "text" })}>
              {WORDS.lesson.asText}
            </a>
          </>
        }
      >
        {children}
      </LessonSheet>
    </LessonProvider>
  );
}

export interface LessonSheetProps {
  /** Beside it. */
  readonly outline: ReactNode;
  /** What the lesson is called, what kind of lesson it is, and what its part is called. */
  readonly lesson: string;
  readonly kind: string;
  readonly part: string;
  /** Right above it: what is done with it. */
  readonly ways: ReactNode;
  readonly children: ReactNode;
}

/** One part of a lesson under its titles. */
export function LessonSheet({ outline, lesson, kind, part, ways, children }: LessonSheetProps) {
  const heading = useArrival(part);
  const titleId = useId();
  return (
    <div className={styles.room}>
      <div className={styles.page}>
        {outline}
        <article className={styles.lesson} aria-labelledby={titleId}>
          <header className={styles.head}>
            <h1 id={titleId} className={styles.title}>
              {lesson}
            </h1>
            <div className={styles.where}>
              <span className={styles.lessonOf}>{kind}</span>
              <h2 ref={heading} tabIndex={-1} data-arrival>
                {part}
              </h2>
              <span className={styles.ways}>{ways}</span>
            </div>
          </header>
          {children}
        </article>
      </div>
    </div>
  );
}

interface TeachPartProps {
  readonly handle: LessonHandle;
  readonly part: number;
}

/** What is done with a part of a lesson by who teaches with it. Its worksheet is the whole lesson's. */
function TeachPart({ handle, part }: TeachPartProps) {
  const hrefTo = usePageHref();
  const { name, lesson, parts } = handle;
  const text = parts[part];
  const step = useMemo(
    () => (text === undefined ? null : partsStep({ name, lesson }, [text])),
    [name, lesson, text],
  );
  const partName = lesson.parts[part] ?? null;
  return (
    <TeachMenu
      make={() => ({ step: partStep(handle, part), rows: 0 })}
      worksheet={hrefTo(WORKSHEET_PAGE, { lesson: name })}
      slides={
        step === null
          ? null
          : (onClose) => (
              <StepPictures
                step={{ slice: step.slice, coordinate: step.at }}
                name={`${name}-${partName}`}
                rowNumber={step.at.spineRow + 1}
                onClose={onClose}
              />
            )
      }
      hasCode
      embed={
        step === null
          ? null
          : {
              url: hrefTo(ALL_LESSONS, { lesson: name, part: partName, embed: true }).slice(1),
              title: `${step.title}: ${text?.title ?? ""}`,
              ownRows: 0,
            }
      }
    />
  );
}

/**
 * Whoever goes to another part begins at its top, with the focus at its heading; and whoever comes to a lesson has the focus
 * there, unless something has it already.
 */
function useArrival(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(title);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    if (last.current === title) return;
    last.current = title;
    document.documentElement.scrollTop = 0;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return heading;
}
