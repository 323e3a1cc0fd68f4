import { useEffect, useMemo, useState } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { type Coordinate, phasesAt } from "../../../timeline/step/coordinate";
import { rulesNothingOut } from "../../../timeline/step/use-player";

/** So long a reveal plays before its last step, and so long each step of it is shown at most, milliseconds: nobody presses against it. */
const ALL_MS = 840;
const STEP_MS = 420;

export interface PlayedPhases {
  /** The step that is shown; `null` where nothing is played. */
  readonly at: Coordinate | null;
  readonly isPlaying: boolean;
  /** Goes to the end at once. */
  readonly finish: () => void;
}

/**
 * Plays the steps of one join up to a coordinate, those that rule nothing out passed over, and stays there. What is under
 * way ends where another thing is played.
 *
 * @param to - `null` where nothing is played.
 * @param name - Of what is played; `null` to be at the end at once.
 */
export function usePlayedPhases(
  slice: EntitySlice | null,
  to: Coordinate | null,
  name: string | null,
): PlayedPhases {
  const [played, setPlayed] = useState<{ name: string | null; count: number }>({ name: null, count: 0 });
  const steps = useMemo(() => (slice === null || to === null ? [] : playedSteps(slice, to)), [slice, to]);
  const last = Math.max(0, steps.length - 1);
  const count = name === null ? last : played.name === name ? played.count : 0;
  const isPlaying = count < last;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => setPlayed({ name, count: count + 1 }), Math.min(STEP_MS, ALL_MS / last));
    return () => clearTimeout(timer);
  }, [isPlaying, name, count, last]);
  return { at: steps[count] ?? to, isPlaying, finish: () => setPlayed({ name, count: last }) };
}

/** All that a press on "reveal" leads through: without the first step, which the question has shown. */
function playedSteps(slice: EntitySlice, to: Coordinate): readonly Coordinate[] {
  const phases = phasesAt(slice, to);
  const steps = phases
    .slice(1, phases.indexOf(to.phase) + 1)
    .map((phase): Coordinate => ({ ...to, phase }))
    .filter((at) => at.phase === to.phase || !rulesNothingOut(slice, at));
  return steps.length === 0 ? [to] : steps;
}
