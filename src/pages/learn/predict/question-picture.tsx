import { useMemo } from "react";
import type { Asked } from "../../../learn/questions/ask";
import { rowOfOption } from "../../../learn/questions/option";
import { type DrawableGuess, drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { type Coordinate, phasesAt } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";
import { AskedActions } from "../order/asked-actions";

export interface QuestionPictureProps {
  readonly asked: Asked;
  readonly coordinate: Coordinate;
  /** The id of the option that is pressed, or was answered. */
  readonly option: string | null;
  /** Whether it was: then the picture says how far it is from the right one. */
  readonly isAnswered: boolean;
  /** The mark of an option was pressed. Without it none can be. */
  readonly onPick?: (option: string) => void;
}

/** The picture of a question: nothing in it can be moved, and pressing a row is answering with it. */
export function QuestionPicture({ asked, coordinate, option, isAnswered, onPick }: QuestionPictureProps) {
  const { slice, options, at } = asked;
  const guess = useMemo(() => guessOf(asked, option, isAnswered), [asked, option, isAnswered]);
  const idOf = (mark: { readonly join: number; readonly row: number }) =>
    options.find((one) =>
      one.kind === "row"
        ? mark.join === at.join && one.row === mark.row
        : one.kind === "join" && one.join === mark.join,
    )?.id;
  const canPick = onPick !== undefined && options.some(({ kind }) => kind === "row" || kind === "join");
  const timeline = (
    <Timeline
      slice={slice}
      coordinate={coordinate}
      showMinimap={false}
      tellsNoTtl={false}
      hidesTtlBand={!isAnswered && isAgeAsked(asked)}
      keys="none"
      guess={guess}
      {...(canPick && {
        onPick: (mark) => {
          const id = idOf(mark);
          if (id !== undefined) onPick(id);
        },
      })}
    />
  );
  if (asked.question.kind !== "served") return timeline;
  return (
    <>
      <AskedActions asked={asked} />
      {timeline}
    </>
  );
}

/** Whether the reader is to say what the TTL rules out, too: then the picture does not. */
function isAgeAsked({ question, slice, at }: Asked): boolean {
  const phases = phasesAt(slice, at);
  return question.kind === "row" && phases.indexOf(at.phase) < phases.indexOf("rule_out_expired");
}

/** What is ringed: the row that is answered with, which the engine's own measures once it was; or the row that is asked about. */
function guessOf(asked: Asked, option: string | null, isAnswered: boolean): DrawableGuess | null {
  const { question, options } = asked;
  const { join } = asked.at;
  if (question.kind === "rule") return drawableGuess({ join, row: question.of, isAnswered: false });
  if (!options.some(({ kind }) => kind === "row")) return null;
  const row = rowOfOption(asked, option);
  return drawableGuess(
    question.kind === "row" ? { join, row, isAnswered, keepsRoom: true } : { join, row, isAnswered: false },
  );
}
