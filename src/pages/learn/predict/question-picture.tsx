import type { Asked, Option } from "../../../learn/questions/ask";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";

export interface QuestionPictureProps {
  readonly asked: Asked;
  readonly coordinate: Coordinate;
  /** The id of the option that is pressed, or was answered. */
  readonly option: string | null;
  readonly isAnswered: boolean;
  /** An option's mark was pressed. Without it none can be. */
  readonly onPick?: (option: string) => void;
}

/** The picture of a question: nothing in it can be moved. */
export function QuestionPicture({ asked, coordinate }: QuestionPictureProps) {
  return <Timeline slice={asked.slice} coordinate={coordinate} showMinimap={false} keys="none" />;
}

/** The row that an option names; `null` where it names none. */
export function rowOf(options: readonly Option[], id: string | null): number | null {
  const option = options.find((one) => one.id === id);
  return option?.kind === "row" ? option.row : null;
}
