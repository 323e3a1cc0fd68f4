import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
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
  const place = useRef<HTMLSpanElement>(null);
  const isNear = useIsNear(place);
  const drawn = useMemo(() => {
    if (!isNear || shown === null || served !== null) return null;
    const at = asked === null ? shown.at : { ...shown.at, phase: asked.at.phase };
    return drawnStep({ ...shown, at }, WIDTH);
  }, [isNear, shown, served, asked]);
  if (shown !== null && served !== null)
    return (
      <span ref={place} className={styles.actions} aria-hidden>
        {isNear && (
          <ActionsPicture slice={shown.slice} served={served} tells="actions" scale={ACTIONS_SCALE} />
        )}
      </span>
    );
  if (shown === null)
    return (
      <span className={styles.words} aria-hidden>
        {planned.kind === "words" ? planned.text : "?"}
      </span>
    );
  return (
    <span ref={place} className={styles.picture} aria-hidden>
      {drawn !== null && <ThemedPicture drawn={drawn} title="" margin={MARGIN} />}
    </span>
  );
}

/** Whether a place is in sight, or soon will be, or was: a plan may have more pictures than can be drawn at once. */
function useIsNear(place: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(typeof IntersectionObserver === "undefined");
  useEffect(() => {
    const element = place.current;
    if (isNear || element === null) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: "400px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, isNear]);
  return isNear;
}
