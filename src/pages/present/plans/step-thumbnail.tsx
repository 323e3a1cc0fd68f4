import { useMemo } from "react";
import type { PreparedStep } from "../../../present/prepare-step";
import { ThemedPicture } from "../../../views/still-picture/themed-picture";
import { ActionsPicture } from "../../../views/store-actions/actions-picture";
import { drawnStep } from "../screen/drawn-step";
import styles from "./step-thumbnail.module.css";

/** How large actions on a store are drawn in it. */
const ACTIONS_SCALE = 0.22;

/** Pixels: it is drawn so wide and shown smaller, as a page is from a distance. */
const [WIDTH, MARGIN] = [460, 16];

export interface StepThumbnailProps {
  readonly step: PreparedStep;
}

/** What a step shows, small and still; its words stand beside it. What is asked is not judged in it. */
export function StepThumbnail({ step }: StepThumbnailProps) {
  const { picture: shown, served, asked, step: planned } = step;
  const drawn = useMemo(() => {
    if (shown === null || served !== null) return null;
    const at = asked === null ? shown.at : { ...shown.at, phase: asked.at.phase };
    return drawnStep({ ...shown, at }, WIDTH);
  }, [shown, served, asked]);
  if (shown !== null && served !== null)
    return (
      <span className={styles.actions} aria-hidden>
        <ActionsPicture slice={shown.slice} served={served} tells="actions" scale={ACTIONS_SCALE} />
      </span>
    );
  if (drawn === null)
    return (
      <span className={styles.words} aria-hidden>
        {planned.kind === "words" ? planned.text : "?"}
      </span>
    );
  return (
    <span className={styles.picture} aria-hidden>
      <ThemedPicture drawn={drawn} title="" margin={MARGIN} />
    </span>
  );
}
