import {
  DEFAULT_KNOBS,
  isKnobValue,
  KNOB_NAMES,
  type KnobName,
  type ReactionKnobs,
} from "../../scenario/reaction/reaction-knobs";

/** Data that is made: its knobs, and the seed of what is drawn. */
export interface MadeData {
  readonly knobs: ReactionKnobs;
  /** A whole number from 0. */
  readonly seed: number;
}

/** What is made where nobody has said otherwise. */
export const DEFAULT_MADE: MadeData = { knobs: DEFAULT_KNOBS, seed: 1 };

const MOST_SEED = 999_999_999;

/** Whether data can be made with a seed. */
export function isSeed(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST_SEED;
}

/** The knobs as one text of a URL, those alone that were turned: `reaction-0.5_seed-3`; `null` where none was. */
export function formatKnobs({ knobs, seed }: MadeData): string | null {
  const turned = KNOB_NAMES.filter((name) => knobs[name] !== DEFAULT_KNOBS[name]);
  const parts = turned.map((name) => `${name}-${knobs[name]}`);
  if (seed !== DEFAULT_MADE.seed) parts.push(`seed-${seed}`);
  return parts.length === 0 ? null : parts.join("_");
}

/** What {@link formatKnobs} has written; `null` where any part of it makes no sense. Without a text all stands as it comes. */
export function readKnobs(text: string | null): MadeData | null {
  let { knobs, seed }: MadeData = DEFAULT_MADE;
  for (const part of text?.split("_") ?? []) {
    const [name, written = "", ...rest] = part.split("-");
    // A blank is no zero.
    const value = written.trim() === "" || rest.length > 0 ? Number.NaN : Number(written);
    if (name === "seed" && isSeed(value)) seed = value;
    else if (isKnobName(name) && isKnobValue(name, value)) knobs = { ...knobs, [name]: value };
    else return null;
  }
  return { knobs, seed };
}

function isKnobName(name: string | undefined): name is KnobName {
  return KNOB_NAMES.some((known) => known === name);
}
