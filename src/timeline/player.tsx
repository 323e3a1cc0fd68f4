import { type CSSProperties, type ReactNode, type RefObject, useRef, useState } from "react";
import type { EntitySlice } from "../microfs/core";
import { keyAction } from "../terms/keymap";
import { phasesTogether } from "../terms/phases-of";
import { Button } from "../ui/controls/button";
import { SegmentedChoice } from "../ui/controls/segmented-choice";
import { formatNumber, ordinalOf } from "../ui/format-number";
import { useScopeKeys } from "../ui/keys/key-scope";
import { scrollsPage } from "../ui/keys/scrolls-page";
import styles from "./player.module.css";
import {
  type Coordinate,
  joinAt,
  phasesAt,
  positionOf,
  stepInRow,
  stepsAt,
  stepTo,
  toJoin,
} from "./step/coordinate";
import { reachedPhase } from "./step/step-verdicts";
import { usePlayer } from "./step/use-player";
import { entityName } from "./words/nouns";
import { readingTimeMs } from "./words/reading-time";
import { rowName } from "./words/row-name";
import { sentence } from "./words/sentence";
import { plainText } from "./words/sentence-parts";
import { phaseLabel, togetherLabel } from "./words/verdict-words";

export interface PlayerProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly onCoordinate: (coordinate: Coordinate) => void;
  /** Goes to the next (1) or previous (−1) training row, of whatever entity; by default within the slice. */
  readonly onRow?: (by: 1 | -1) => void;
  /** The training row's rank from 1, and how many there are; by default among the slice's own. */
  readonly row?: { readonly rank: number; readonly count: number };
  readonly speed?: number;
  readonly onSpeed?: (speed: number) => void;
  /** Other ways of looking, before that of one join or all. */
  readonly switches?: ReactNode;
  /** Where a clicker's keys lead; by default to the next step (1) or the one before (−1). */
  readonly onPage?: (by: 1 | -1) => void;
  /** Whether it has the keys of the scope around it; of several timelines in a scope, one. */
  readonly hasKeys?: boolean;
  /** Its picture, where the keys that scroll are the page's unless that or the player has the focus. */
  readonly scrollsBeside?: RefObject<HTMLElement | null> | undefined;
  /** Whether it has its three buttons and the scrubber alone: its keys act all the same. */
  readonly isCompact?: boolean;
  /** Whether a training row is called by its number from 0, too; where no table shows that, by its rank alone. */
  readonly numbersRows?: boolean;
}

const WAYS = [
  { value: "one", label: "one join" },
  { value: "all", label: "all joins" },
] as const;

const SPEEDS: readonly number[] = [0.5, 1, 2, 4];

/** Back, play, on; a scrubber over the steps of the training row; where we are; how fast. */
export function Player(props: PlayerProps) {
  const { slice, coordinate, onCoordinate, onRow, onPage, hasKeys = true, numbersRows = true } = props;
  const { scrollsBeside, isCompact = false } = props;
  const root = useRef<HTMLDivElement>(null);
  const [ownSpeed, setOwnSpeed] = useState(1);
  const speed = props.speed ?? ownSpeed;
  const onSpeed = props.onSpeed ?? setOwnSpeed;
  const player = usePlayer({
    ...{ slice, coordinate, onCoordinate, onRow, onPage },
    stepMs: readingTimeMs(plainText(sentence(slice, coordinate))) / speed,
  });
  useScopeKeys((event) => {
    const action = keyAction("player", event);
    if (action === null) return;
    if (scrollsBeside !== undefined && scrollsPage(event, [root.current, scrollsBeside.current])) return;
    event.preventDefault();
    player.act(action);
  }, hasKeys);

  const steps = stepsAt(slice, coordinate);
  const step = stepInRow(slice, coordinate);
  const join = joinAt(slice, coordinate.join);
  const phases = phasesAt(slice, coordinate);
  const phase = Math.max(0, phases.indexOf(coordinate.phase));
  const row = props.row ?? {
    rank: positionOf(slice, coordinate.spineRow) + 1,
    count: slice.spine.rows.length,
  };
  const name = numbersRows
    ? `row ${rowName(coordinate.spineRow)}`
    : `row ${formatNumber(row.rank)} of ${formatNumber(row.count)}`;
  const rank = `the ${ordinalOf(row.rank)} of ${formatNumber(row.count)}`;
  // The buttons beside it stay under the pointer from row to row.
  const longestRank = `${ordinalOf(row.count)} of ${formatNumber(row.count)}`;
  const place = coordinate.together
    ? `all ${slice.joins.length} joins`
    : `join ${coordinate.join + 1} of ${slice.joins.length}`;
  const stepWords = `step ${phase + 1} of ${phases.length}`;
  const shown = phases[phase] ?? "find_entity";
  const stepLabel = coordinate.together
    ? togetherLabel(slice, shown, true)
    : phaseLabel(shown, join.rule, entityName(slice, join), true);
  const done: CSSProperties & Record<"--done", number> = { "--done": steps > 1 ? step / (steps - 1) : 1 };
  const ticks = scrubberTicks(slice, coordinate);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex container everywhere
    <div ref={root} className={styles.player} role="group" aria-label="Player">
      <Button
        shape="square"
        aria-label="Previous step"
        aria-disabled={step === 0 || undefined}
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
        aria-disabled={step === steps - 1 || undefined}
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
          aria-valuetext={`${numbersRows ? `${name}, ${rank}` : name} · ${place} · ${stepWords}: ${stepLabel}`}
          min={0}
          max={steps - 1}
          value={step}
          onChange={(event) => onCoordinate(stepTo(slice, coordinate, Number(event.target.value)))}
          onKeyDown={(event) => {
            // A browser's own slider goes back with Page down, against everything else here.
            const action = keyAction("player", event);
            if (action !== "next_page" && action !== "previous_page") return;
            event.preventDefault();
            player.act(action);
          }}
        />
      </div>
      {!isCompact && (
        <>
          <p className={styles.place}>
            {row.count > 1 && (
              <>
                <button
                  type="button"
                  className={styles.row}
                  aria-label="Previous row"
                  onClick={() => player.act("previous_row")}
                >
                  ‹
                </button>
                {name}
                <button
                  type="button"
                  className={styles.row}
                  aria-label="Next row"
                  onClick={() => player.act("next_row")}
                >
                  ›
                </button>
                {numbersRows && (
                  <span className={styles.rank} style={{ minWidth: `${longestRank.length}ch` }}>
                    {rank}
                  </span>
                )}
              </>
            )}
            {slice.joins.length > 1 && <span className={styles.join}>{place}</span>}
          </p>
          {props.switches}
          {slice.joins.length > 1 && (
            <SegmentedChoice
              label="Each step is taken by"
              labelPlace="unseen"
              variant="switch"
              options={WAYS}
              value={coordinate.together ? "all" : "one"}
              onChange={() => onCoordinate(otherWay(slice, coordinate))}
            />
          )}
          <button
            type="button"
            className={styles.speed}
            aria-label={`Speed ${speed}×`}
            title="How fast it plays"
            onClick={() => onSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1)}
          >
            {speed}×
          </button>
        </>
      )}
      {/* Over what stands below, for as long as the step is shown: nothing gives way to it. */}
      {player.passedOver !== "" && <p className={styles.passed}>Passed over: {player.passedOver}.</p>}
    </div>
  );
}

/** The same moment of the row, with its joins one by one or side by side. */
function otherWay(slice: EntitySlice, at: Coordinate): Coordinate {
  if (at.together)
    return toJoin(slice, { ...at, phase: reachedPhase(slice, at.join, at) ?? at.phase }, at.join);
  const phases = phasesTogether(slice.joins);
  return { ...at, together: true, phase: phases.includes(at.phase) ? at.phase : "find_entity" };
}

/** One tick a step; a long one where a join begins and at both ends. */
function scrubberTicks(slice: EntitySlice, at: Coordinate): { step: number; share: number; long: boolean }[] {
  const steps = stepsAt(slice, at);
  return Array.from({ length: steps }, (_, step) => {
    const { phase } = stepTo(slice, at, step);
    const long = phase === "find_entity" || step === steps - 1;
    return { step, share: steps > 1 ? step / (steps - 1) : 0, long };
  });
}
