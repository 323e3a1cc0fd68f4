import { createContext, Fragment, useContext } from "react";
import type { Lesson } from "../../learn/lesson";
import type { Inline } from "../../learn/text/lesson-text";
import { GlossaryTerm } from "../terms/glossary-term";
import { factText, type GivenAnswer } from "./fact-text";

/** The lesson whose scenarios a text speaks of. */
export const LessonDataContext = createContext<Lesson | null>(null);

function useLessonData(): Lesson {
  const lesson = useContext(LessonDataContext);
  if (lesson === null) throw new Error("a text of a lesson must stand inside that lesson");
  return lesson;
}

/** The answer that a text speaks of, where it speaks of one. */
export const AnswerContext = createContext<GivenAnswer | null>(null);

/** Text of a lesson, with what is computed from its scenarios. */
export function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  const lesson = useLessonData();
  const given = useContext(AnswerContext);
  return inlines.map((inline, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
    return <Fragment key={i}>{shown(inline)}</Fragment>;
  });
  function shown(inline: Inline) {
    switch (inline.kind) {
      case "text":
        return inline.text;
      case "code":
        return <code>{inline.text}</code>;
      case "strong":
        return (
          <strong>
            <Inlines inlines={inline.inlines} />
          </strong>
        );
      case "emphasis":
        return (
          <em>
            <Inlines inlines={inline.inlines} />
          </em>
        );
      case "link":
        return inline.href.startsWith("#") ? (
          <a href={inline.href}>
            <Inlines inlines={inline.inlines} />
          </a>
        ) : (
          // Where it leads is said: the words of the link may say anything.
          <>
            <a href={inline.href} target="_blank" rel="noopener noreferrer">
              <Inlines inlines={inline.inlines} />
            </a>{" "}
            ({new URL(inline.href).host})
          </>
        );
      case "term":
        return (
          <GlossaryTerm of={inline.term}>
            <Inlines inlines={inline.inlines} />
          </GlossaryTerm>
        );
      case "fact":
        return factText(lesson, inline, given);
    }
  }
}
