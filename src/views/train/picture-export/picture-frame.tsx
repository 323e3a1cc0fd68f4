import { type CSSProperties, type Ref, useMemo } from "react";
import { useApp } from "../../../state/use-app";
import { StepSentence } from "../../../timeline/step-sentence";
import { Timeline } from "../../../timeline/timeline";
import { sentence } from "../../../timeline/words/sentence";
import type { Step } from "../steps/current-step";
import { shownColumn } from "../steps/shown-column";
import { lightTokens } from "./light-tokens";
import styles from "./picture-dialog.module.css";

/** What a picture is for: a slide has large letters, a paper small ones in a narrow column. */
export type PictureUse = "slide" | "paper";

export interface PictureFrameProps {
  readonly step: Step;
  readonly use: PictureUse;
  readonly isLight: boolean;
  readonly ref: Ref<HTMLDivElement>;
}

/** The step drawn once more, unseen, at the size of what it is for, and still: what is saved does not depend on the screen. */
export function PictureFrame({ step: { slice, coordinate }, use, isLight, ref }: PictureFrameProps) {
  const column = useApp((state) => state.route.column);
  const from = useApp((state) => state.route.from);
  const to = useApp((state) => state.route.to);
  const shown = shownColumn(slice, coordinate.join, column);
  const columns = useMemo(
    () => slice.joins.map((_, join) => (join === coordinate.join ? shown : undefined)),
    [slice, coordinate.join, shown],
  );
  const window = useMemo(
    () => (from === null || to === null ? null : { fromUs: from, toUs: to }),
    [from, to],
  );
  const look = useMemo(
    (): CSSProperties => (isLight ? Object.fromEntries(lightTokens(document.styleSheets)) : {}),
    [isLight],
  );
  return (
    <div className={styles.unseen} aria-hidden inert>
      <div ref={ref} className={styles.frame} data-use={use} style={look}>
        <Timeline
          slice={slice}
          coordinate={coordinate}
          columns={columns}
          window={window}
          size={use === "slide" ? "large" : "regular"}
          textScale={1}
          crowd="svg"
          showMinimap={false}
          cell={noCell}
        />
        <div data-caption className={styles.caption}>
          <StepSentence
            parts={sentence(slice, coordinate, shown)}
            lines={1}
            linesNarrow={1}
            size={use === "slide" ? "large" : "regular"}
            live={false}
          />
        </div>
      </div>
    </div>
  );
}

const noCell = () => null;
