import type { ClockName, Direction } from "../../microfs";

/** The directions, as answers to: which way? */
export const DIRECTION_WORDS: readonly { value: Direction; label: string }[] = [
  { value: "backward", label: "back, take the last" },
  { value: "nearest", label: "nearest, either way" },
  { value: "forward", label: "forward, take the next" },
  { value: "latest", label: "the latest of all" },
];

/** The clocks, as answers to: known by which? */
export const CLOCK_WORDS: readonly { value: ClockName; label: string }[] = [
  { value: "created_time", label: "created time" },
  { value: "event_time", label: "event time" },
];

/** As answers to: does a row at the very same moment count? */
export const EXACT_WORDS = [
  { value: "yes", label: "counts (≤)" },
  { value: "no", label: "does not count (<)" },
] as const;
