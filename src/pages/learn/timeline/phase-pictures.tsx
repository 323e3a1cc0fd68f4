import { say, WORDS } from "../../../learn/words";
import type { EntitySlice } from "../../../microfs/core";
import type { Strip } from "../../../timeline/geometry/metrics";
import { type Coordinate, phasesAt } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";
import styles from "./phase-pictures.module.css";

export interface PhasePicturesProps {
  readonly slice: EntitySlice;
  readonly at: Coordinate;
}

const LANE_ALONE: Strip = { laneHeights: "plain", hasAxis: false };

/** Every step of one row as a small picture of its own, without a word of what it does: to be seen at one glance. */
export function PhasePictures({ slice, at }: PhasePicturesProps) {
  const phases = phasesAt(slice, at);
  return (
    <ol className={styles.pictures}>
      {phases.map((phase, i) => {
        const name = say(WORDS.timeline.stepOf, { number: i + 1, count: phases.length });
        return (
          <li key={phase} className={styles.picture} aria-label={name}>
            <span className={styles.number} aria-hidden="true">
              {i + 1}
            </span>
            {/* To be looked at: what can be pressed in it would only be in the way. */}
            <div inert>
              <Timeline
                name={name}
                slice={slice}
                coordinate={{ ...at, phase }}
                strip={LANE_ALONE}
                showMinimap={false}
                keys="none"
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
