import { useEffect, useState } from "react";
import type { EntitySlice } from "../../microfs/core";
import type { KeyActions } from "../../terms/keymap";
import { PHASE_TERMS, type Phase } from "../../terms/phases";
import { takesPart } from "../../terms/phases-of";
import {
  type Coordinate,
  isSameStep,
  joinAt,
  neighbourJoin,
  neighbourRow,
  neighbourStep,
  stepsAt,
  stepTo,
} from "./coordinate";
import { verdictsAt } from "./step-verdicts";

export interface PlayerInput {
  slice: EntitySlice;
  coordinate: Coordinate;
  onCoordinate: (coordinate: Coordinate) => void;
  /** How long play shows the step that it is at, milliseconds: as long as its sentence needs to be read. */
  stepMs: number;
  /** Goes to another spine row of the view, which may be another entity's; by default to one of this entity. */
  onRow?: ((by: 1 | -1) => void) | undefined;
  /** Where a clicker's keys lead; by default to the next step (1) or the one before (−1). */
  onPage?: ((by: 1 | -1) => void) | undefined;
}

export interface PlayerState {
  playing: boolean;
  /** What play has just passed over, in words; "" where nothing. */
  passedOver: string;
  act: (action: KeyActions["player"]) => void;
}

/** Plays a spine row step by step. Playing is only a clock: each tick asks for the next coordinate. */
export function usePlayer(input: PlayerInput): PlayerState {
  const { slice, coordinate, onCoordinate, stepMs, onRow, onPage } = input;
  const [playing, setPlaying] = useState(false);
  const [passed, setPassed] = useState<{ words: string; at: Coordinate } | null>(null);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      const next = nextPlayed(slice, coordinate);
      setPassed(next.to === null ? null : { words: passedOverWords(next.passedOver), at: next.to });
      if (next.to === null) setPlaying(false);
      else onCoordinate(next.to);
    }, stepMs);
    return () => clearTimeout(timer);
  }, [playing, slice, coordinate, onCoordinate, stepMs]);

  const go = (to: Coordinate | null) => {
    setPlaying(false);
    if (to !== null) onCoordinate(to);
  };
  const goRow = (by: 1 | -1) => {
    if (onRow !== undefined) onRow(by);
    else go(neighbourRow(slice, coordinate, by));
  };
  const goPage = (by: 1 | -1) => {
    if (onPage === undefined) return go(neighbourStep(slice, coordinate, by));
    setPlaying(false);
    onPage(by);
  };
  const actions: Record<KeyActions["player"], () => void> = {
    next_step: () => go(neighbourStep(slice, coordinate, 1)),
    previous_step: () => go(neighbourStep(slice, coordinate, -1)),
    next_page: () => goPage(1),
    previous_page: () => goPage(-1),
    next_row: () => goRow(1),
    previous_row: () => goRow(-1),
    next_join: () => go(neighbourJoin(slice, coordinate, 1)),
    previous_join: () => go(neighbourJoin(slice, coordinate, -1)),
    first_step: () => go(stepTo(slice, coordinate, 0)),
    last_step: () => go(stepTo(slice, coordinate, stepsAt(slice, coordinate) - 1)),
    toggle_play: () => {
      // Play at the end starts the row again: there is nothing else that it could mean.
      if (!playing && nextPlayed(slice, coordinate).to === null) onCoordinate(stepTo(slice, coordinate, 0));
      setPlaying(!playing);
    },
  };
  // Wherever else the reader has gone meanwhile, it says nothing of that step.
  const isHere = passed !== null && isSameStep(passed.at, coordinate);
  return { playing, passedOver: isHere ? passed.words : "", act: (action) => actions[action]() };
}

/** Whether the step only looks and rules nothing out: play passes over it. O(candidates), less where asked again. */
export function rulesNothingOut(slice: EntitySlice, at: Coordinate): boolean {
  const verdict = PHASE_TERMS[at.phase].rulesOut;
  if (verdict === null) return false;
  const joins = at.together
    ? slice.joins.filter(({ rule }) => takesPart(rule, at.phase))
    : [joinAt(slice, at.join)];
  return joins.every((join) => verdictsAt(slice, join, at.spineRow).counts[verdict] === 0);
}

export interface NextPlayed {
  /** `null` when the row is played to its end. */
  to: Coordinate | null;
  /** The phases passed over because they rule nothing out, in order. */
  passedOver: readonly Phase[];
}

/** The step that play shows after `at`, and what it passed over on the way. */
export function nextPlayed(slice: EntitySlice, at: Coordinate): NextPlayed {
  const passedOver: Phase[] = [];
  let to = neighbourStep(slice, at, 1);
  while (to !== null && rulesNothingOut(slice, to)) {
    passedOver.push(to.phase);
    to = neighbourStep(slice, to, 1);
  }
  return { to, passedOver };
}

/** What play says about the phases that it passed over; "" where there were none. */
export function passedOverWords(passedOver: readonly Phase[]): string {
  return passedOver.flatMap((phase) => PHASE_TERMS[phase].skippedText ?? []).join(", ");
}
