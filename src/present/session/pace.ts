import type { Frame } from "../frames";

/** Where a class is in its plan, and where it should be. All in minutes from the plan's beginning. */
export interface Pace {
  /** The whole plan. */
  readonly ofMinutes: number;
  /** When each of its steps should begin. */
  readonly begins: readonly number[];
  /** The time that the current screen has: from when to when it should be shown. */
  readonly from: number;
  readonly to: number;
  /** How many whole minutes the class is behind the plan; negative where it is ahead; 0 within a minute of it. */
  readonly behind: number;
}

/**
 * How a class keeps to its plan. The presses of a step share its minutes evenly.
 *
 * @param minutes - Of each step of the plan.
 * @param current - The number of the screen that is shown, from 0.
 * @param passedMs - What the timer says.
 */
export function paceOf(
  minutes: readonly number[],
  frames: readonly Pick<Frame, "step">[],
  current: number,
  passedMs: number,
): Pace {
  const begins = minutes.map((_, i) => sum(minutes.slice(0, i)));
  const step = frames[current]?.step ?? 0;
  const first = frames.findIndex((frame) => frame.step === step);
  const presses = Math.max(1, frames.filter((frame) => frame.step === step).length);
  const begin = begins[step] ?? 0;
  const each = (minutes[step] ?? 0) / presses;
  const [from, to] = [begin + each * (current - first), begin + each * (current - first + 1)];
  const passed = passedMs / 60_000;
  const off = passed > to ? passed - to : Math.min(0, passed - from);
  return { ofMinutes: sum(minutes), begins, from, to, behind: Math.trunc(off) };
}

/** The same in words: `1 min behind the plan`. */
export function paceWords({ behind }: Pick<Pace, "behind">): string {
  if (behind === 0) return "on time";
  return behind > 0 ? `${behind} min behind the plan` : `${-behind} min ahead of the plan`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
