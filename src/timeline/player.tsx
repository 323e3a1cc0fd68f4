import { type CSSProperties, type RefObject, useEffect, useRef, useState } from "react";
import type { EntitySlice } from "../microfs/entity-slice";
import { Button } from "../ui/controls/button";
import { formatNumber } from "../ui/format-number";
import styles from "./player.module.css";
import {
  type Coordinate,
  coordinateInRow,
  joinAt,
  positionOf,
  stepInRow,
  stepsPerRow,
} from "./step/coordinate";
import { phasesOf } from "./step/phases-of";
import { belongsToFocus, stepAction } from "./step/step-keys";
import { usePlayer } from "./step/use-player";
import { entityName } from "./words/nouns";
import { phaseLabel } from "./words/verdict-words";

export interface PlayerProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly onCoordinate: (coordinate: Coordinate) => void;
  /** Goes to the next (1) or previous (−1) training row, of whatever entity; by default within the slice. */
  readonly onRow?: (by: 1 | -1) => void;
  /** The training row's number from 1, and how many there are; by default the slice's own. */
  readonly row?: { readonly number: number; readonly count: number };
  readonly speed?: number;
  readonly onSpeed?: (speed: number) => void;
  /** Where its keys act: on the whole page, within an element, or nowhere (several timelines on one page). */
  readonly keys?: "page" | "none" | RefObject<HTMLElement | null>;
}

const SPEEDS: readonly number[] = [0.5, 1, 2, 4];

/** Back, play, on; a scrubber over the steps of the training row; where we are; how fast. */
export function Player(props: PlayerProps) {
  const { slice, coordinate, onCoordinate, onRow, keys = "page" } = props;
  const [ownSpeed, setOwnSpeed] = useState(1);
  const speed = props.speed ?? ownSpeed;
  const onSpeed = props.onSpeed ?? setOwnSpeed;
  const player = usePlayer({ slice, coordinate, onCoordinate, speed, onRow });
  useStepKeys(player.act, keys);

  const steps = stepsPerRow(slice);
  const step = stepInRow(slice, coordinate);
  const { rule } = joinAt(slice, coordinate.join);
  const phases = phasesOf(rule);
  const phase = Math.max(0, phases.indexOf(coordinate.phase));
  const row = props.row ?? {
    number: positionOf(slice, coordinate.spineRow) + 1,
    count: slice.spine.rows.length,
  };
  const place = [
    `row ${formatNumber(row.number)} of ${formatNumber(row.count)}`,
    `join ${coordinate.join + 1} of ${slice.joins.length}`,
    `step ${phase + 1} of ${phases.length}`,
  ].join(" · ");
  const done: CSSProperties & Record<"--done", number> = { "--done": steps > 1 ? step / (steps - 1) : 1 };
  const ticks = scrubberTicks(slice, coordinate.spineRow);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex container everywhere
    <div className={styles.player} role="group" aria-label="Player">
      <Button
        shape="square"
        aria-label="Previous step"
        disabled={step === 0}
        onClick={() => player.act("previous_step")}
      >
        ←
      </Button>
      <Button
        variant="primary"
        className={styles.play}
        aria-pressed={player.playing}
        onClick={() => player.act("toggle_play")}
      >
        {player.playing ? "Pause" : "Play"}
      </Button>
      <Button
        shape="square"
        aria-label="Next step"
        disabled={step === steps - 1}
        onClick={() => player.act("next_step")}
      >
        →
      </Button>
      <div className={styles.scrubber} style={done}>
        <div className={styles.track} aria-hidden>
          {ticks.map((tick) => (
            <i key={tick.step} data-long={tick.long || undefined} style={{ left: `${tick.share * 100}%` }} />
          ))}
        </div>
        <input
          type="range"
          aria-label="Step"
          aria-valuetext={`${place}: ${phaseLabel(phases[phase] ?? "find_entity", rule, entityName(slice, joinAt(slice, coordinate.join)), true)}`}
          min={0}
          max={steps - 1}
          value={step}
          onChange={(event) =>
            onCoordinate(coordinateInRow(slice, coordinate.spineRow, Number(event.target.value)))
          }
        />
      </div>
      <p className={styles.place}>
        {place}
        {player.passedOver !== "" && <span className={styles.passed}> · {player.passedOver}</span>}
      </p>
      <button
        type="button"
        className={styles.speed}
        aria-label={`Speed ${speed}×`}
        title="How fast it plays"
        onClick={() => onSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1)}
      >
        {speed}×
      </button>
    </div>
  );
}

/** One tick a step; a long one where a join begins and at both ends. */
function scrubberTicks(
  slice: EntitySlice,
  spineRow: number,
): { step: number; share: number; long: boolean }[] {
  const steps = stepsPerRow(slice);
  return Array.from({ length: steps }, (_, step) => {
    const { phase } = coordinateInRow(slice, spineRow, step);
    const long = phase === "find_entity" || step === steps - 1;
    return { step, share: steps > 1 ? step / (steps - 1) : 0, long };
  });
}

function useStepKeys(act: ReturnType<typeof usePlayer>["act"], keys: NonNullable<PlayerProps["keys"]>): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (keys === "none") return;
    const target: Document | HTMLElement | null = keys === "page" ? document : keys.current;
    if (target === null) return;
    const onKeyDown = (event: Event) => {
      if (
        !(event instanceof KeyboardEvent) ||
        event.defaultPrevented ||
        belongsToFocus(event.target, event.key)
      )
        return;
      const action = stepAction(event);
      if (action === null) return;
      event.preventDefault();
      latest.current(action);
    };
    target.addEventListener("keydown", onKeyDown);
    return () => target.removeEventListener("keydown", onKeyDown);
  }, [keys]);
}
