import type { EntitySlice } from "../microfs/entity-slice";
import styles from "./phase-strip.module.css";
import { type Coordinate, joinAt } from "./step/coordinate";
import { reachedPhase } from "./step/judgement";
import { phasesOf } from "./step/phases-of";
import { rulesNothingOut } from "./step/play";
import { entityName } from "./words/nouns";
import { phaseLabel } from "./words/verdict-words";

export interface PhaseStripProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly onCoordinate: (coordinate: Coordinate) => void;
}

/** The phases of the join being played, as a line of words; bars where there is no room for words. */
export function PhaseStrip({ slice, coordinate, onCoordinate }: PhaseStripProps) {
  const { rule } = joinAt(slice, coordinate.join);
  const phases = phasesOf(rule);
  const reached = phases.indexOf(reachedPhase(slice, coordinate.join, coordinate) ?? "find_entity");
  const firstRuling = phases.find((phase) => phase.startsWith("rule_out"));
  return (
    <ol className={styles.strip} aria-label="Steps of this join">
      {phases.map((phase, i) => {
        const step: Coordinate = { ...coordinate, phase };
        const idle = rulesNothingOut(slice, step);
        const label = phaseLabel(
          phase,
          rule,
          entityName(slice, joinAt(slice, coordinate.join)),
          phase === firstRuling,
        );
        return (
          <li key={phase} className={styles.item}>
            <button
              type="button"
              className={styles.phase}
              aria-current={i === reached ? "step" : undefined}
              data-passed={i <= reached || undefined}
              data-idle={idle || undefined}
              title={idle ? `${label}: nothing to rule out` : undefined}
              onClick={() => onCoordinate(step)}
            >
              <span className={styles.words}>{label}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
