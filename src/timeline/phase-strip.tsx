import type { EntitySlice } from "../microfs/core";
import type { Phase } from "../terms/phases";
import styles from "./phase-strip.module.css";
import { type Coordinate, joinAt, phasesAt } from "./step/coordinate";
import { reachedPhase } from "./step/step-verdicts";
import { rulesNothingOut } from "./step/use-player";
import { entityName } from "./words/nouns";
import { phaseLabel, togetherLabel } from "./words/verdict-words";

export interface PhaseStripProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly onCoordinate: (coordinate: Coordinate) => void;
}

/** The phases of the join being played, or of all of them side by side, as a line of words; bars where there is no room for words. */
export function PhaseStrip({ slice, coordinate, onCoordinate }: PhaseStripProps) {
  const join = joinAt(slice, coordinate.join);
  const phases = phasesAt(slice, coordinate);
  const here = coordinate.together ? coordinate.phase : reachedPhase(slice, coordinate.join, coordinate);
  const reached = phases.indexOf(here ?? "find_entity");
  const firstRuling = phases.find((phase) => phase.startsWith("rule_out"));
  const labelOf = (phase: Phase, leads: boolean) =>
    coordinate.together
      ? togetherLabel(slice, phase, leads)
      : phaseLabel(phase, join.rule, entityName(slice, join), leads);
  return (
    <div className={styles.frame}>
      <ol
        className={styles.strip}
        aria-label={coordinate.together ? "Steps of all joins" : "Steps of this join"}
      >
        {phases.map((phase, i) => {
          const step: Coordinate = { ...coordinate, phase };
          const idle = rulesNothingOut(slice, step);
          const label = labelOf(phase, phase === firstRuling);
          return (
            <li key={phase} className={styles.item}>
              <button
                type="button"
                className={styles.phase}
                aria-current={i === reached ? "step" : undefined}
                data-passed={i <= reached || undefined}
                data-idle={idle || undefined}
                title={idle ? `${label}: nothing to rule out` : label}
                onClick={() => onCoordinate(step)}
              >
                <span className={styles.words} data-words={label}>
                  {label}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className={styles.here} aria-hidden>
        {reached + 1} of {phases.length}: {labelOf(phases[reached] ?? "find_entity", true)}
      </p>
    </div>
  );
}
