import { useMemo } from "react";
import type { Asked } from "../../../learn/questions/ask";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";

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
  const { question, slice, options, at } = asked;
  const { join } = at;
  const answer = options.find(({ id }) => id === option);
  const row = answer?.kind === "row" ? answer.row : null;
  const isGuess = options.some(({ kind }) => kind === "row");
  const highlight = useMemo(
    () => (question.kind === "rule" ? { join, row: question.of } : null),
    [question, join],
  );
  const guess = useMemo(() => (isGuess ? { join, row, isAnswered } : null), [isGuess, join, row, isAnswered]);
  const idOf = (mark: { readonly join: number; readonly row: number }) =>
    options.find((one) =>
      one.kind === "row"
        ? mark.join === join && one.row === mark.row
        : one.kind === "join" && one.join === mark.join,
    )?.id;
  const canPick = onPick !== undefined && options.some(({ kind }) => kind === "row" || kind === "join");
  return (
    <Timeline
      slice={slice}
      coordinate={coordinate}
      showMinimap={false}
      keys="none"
      guess={guess}
      highlight={highlight}
      {...(canPick && {
        onPick: (mark) => {
          const id = idOf(mark);
          if (id !== undefined) onPick(id);
        },
      })}
    />
  );
}
