import type { ComponentType } from "react";
import type { Block, DirectiveName } from "../../../learn/text/lesson-text";
import { AnswerContext } from "../../../views/lesson-text/inlines";
import { TextBlock } from "../../../views/lesson-text/text-block";
import { Check } from "../check/check";
import { Fill } from "../fill/fill";
import { type DirectiveProps, useLesson } from "../lesson/lesson-context";
import { Order } from "../order/order";
import { Predict } from "../predict/predict";
import { Score } from "../score/score";
import { LessonTimeline } from "../timeline/lesson-timeline";

/** What each directive of a lesson shows. */
const DIRECTIVE_VIEWS: Readonly<Record<DirectiveName, ComponentType<DirectiveProps>>> = {
  timeline: LessonTimeline,
  predict: Predict,
  fill: Fill,
  check: Check,
  score: Score,
  order: Order,
};

/** The blocks of one part of a lesson. What they say of a question, they say of the variant that this learner is asked. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  const lesson = useLesson();
  const question = blocks.flatMap(questionOf)[0];
  const asked = question && lesson.ask(question.name, question.variant);
  return (
    <AnswerContext value={asked ? { asked, option: lesson.answerTo(asked)?.option ?? "" } : null}>
      <BlockList blocks={blocks} />
    </AnswerContext>
  );
}

/** The question that a directive asks, or shows the answer to. */
function questionOf(block: Block): readonly { readonly name: string; readonly variant?: string }[] {
  if (block.kind !== "directive") return [];
  const { question, answers, variant } = block.attributes;
  const name = question ?? answers;
  return name === undefined ? [] : [{ name, ...(variant !== undefined && { variant }) }];
}

function BlockList({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, i) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: a text does not change
    if (block.kind !== "directive") return <TextBlock key={i} block={block} />;
    const View = DIRECTIVE_VIEWS[block.name];
    return <View key={i} directive={block} />;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: a text does not change
  });
}
