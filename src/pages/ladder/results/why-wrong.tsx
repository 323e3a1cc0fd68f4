import { MISCONCEPTION_WORDS, type Misconception } from "../../../ladder/programs/misconceptions";
import { LESSON_NAMES } from "../../../learn/lesson-names";
import { LESSON_TITLES } from "../../../learn/lesson-titles";
import { ALL_LESSONS } from "../../../state/route/url";
import { usePageHref } from "../../../state/use-app";

export interface WhyWrongProps {
  /** What a program gets wrong, the gravest first. */
  readonly misconceptions: readonly Misconception[];
}

/** Why the gravest thing that a program gets wrong is wrong, the lesson that is about it, and what else is wrong. */
export function WhyWrong({ misconceptions }: WhyWrongProps) {
  const hrefTo = usePageHref();
  const [gravest, ...others] = misconceptions;
  if (gravest === undefined) return "It takes what the right join takes, in every test.";
  const { why, lesson: name } = MISCONCEPTION_WORDS[gravest];
  const lesson = LESSON_NAMES.find((one) => one === name);
  const also = others.map((one) => MISCONCEPTION_WORDS[one].name).join(", ");
  return (
    <>
      {why} {lesson !== undefined && <a href={hrefTo(ALL_LESSONS, { lesson })}>{LESSON_TITLES[lesson]}</a>}
      {also !== "" && ` Also: ${also}.`}
    </>
  );
}
