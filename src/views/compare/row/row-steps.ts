import { useEffect, useState } from "react";
import type { ViewVariant } from "../../../compare/variant";
import { keyAction } from "../../../terms/keymap";
import { PHASES, type Phase } from "../../../terms/phases";
import { takesPart } from "../../../terms/phases-of";
import { useScopeKeys } from "../../../ui/keys/key-scope";

/**
 * The steps that two variants take together: every phase in which either does anything. That all begin with the entity's
 * rows is no step here.
 */
export function stepsOfBoth(above: ViewVariant, below: ViewVariant): readonly Phase[] {
  const rules = [...above.rules, ...below.rules];
  // A join that no rule says takes its rows, and writes them.
  const isTaken = (phase: Phase) => phase === "keep_latest" || phase === "write_cell";
  return PHASES.filter(
    (phase) =>
      phase !== "find_entity" &&
      rules.some((rule) => (rule === null ? isTaken(phase) : takesPart(rule, phase))),
  );
}

/** The step that a route names: it opens at the last, at which both have written; a phase that neither has is the one before. */
export function stepNamed(steps: readonly Phase[], phase: Phase): Phase {
  if (phase === "find_entity") return steps.at(-1) ?? "write_cell";
  const at = PHASES.indexOf(phase);
  return steps.findLast((one) => PHASES.indexOf(one) <= at) ?? steps[0] ?? "write_cell";
}

/** How long play shows a step, milliseconds: what changes is seen, not read. */
const STEP_MS = 1800;

export interface RowPlayerInput {
  readonly steps: readonly Phase[];
  readonly step: Phase;
  readonly onStep: (step: Phase) => void;
  readonly onRow: (by: 1 | -1) => void;
  /** While something is dragged only Escape acts. */
  readonly hasKeys: boolean;
}

export interface RowPlayer {
  readonly playing: boolean;
  readonly toggle: () => void;
  readonly go: (by: 1 | -1) => void;
}

/** Steps both pictures at once, by the keys of Train. */
export function useRowPlayer({ steps, step, onStep, onRow, hasKeys }: RowPlayerInput): RowPlayer {
  const [playing, setPlaying] = useState(false);
  const at = steps.indexOf(step);
  const next = steps[at + 1];
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => (next === undefined ? setPlaying(false) : onStep(next)), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, next, onStep]);
  const goTo = (to: Phase | undefined) => {
    setPlaying(false);
    if (to !== undefined) onStep(to);
  };
  const go = (by: 1 | -1) => goTo(steps[at + by]);
  const toggle = () => {
    const [first] = steps;
    if (!playing && next === undefined && first !== undefined) onStep(first);
    setPlaying(!playing);
  };
  useScopeKeys((event) => {
    const action = keyAction("player", event);
    if (action === null) return;
    const actions: Partial<Record<typeof action, () => void>> = {
      next_step: () => go(1),
      previous_step: () => go(-1),
      next_page: () => go(1),
      previous_page: () => go(-1),
      first_step: () => goTo(steps[0]),
      last_step: () => goTo(steps.at(-1)),
      next_row: () => onRow(1),
      previous_row: () => onRow(-1),
      toggle_play: toggle,
    };
    const act = actions[action];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }, hasKeys);
  return { playing, toggle, go };
}
