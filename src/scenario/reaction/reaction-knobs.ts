/** What can be turned in the data that is made to leak, or not to. */
export interface ReactionKnobs {
  /**
   * How far, and how soon, features react to the outcome: 0 not at all, 1 wholly and at once. Between, so much of the change
   * shows, and the later the less.
   */
  readonly reaction: number;
  /** How long after it happened a row reaches the store. */
  readonly delayDays: number;
  /** Share of rows that come days later than that, or are corrected later. */
  readonly late: number;
  readonly entities: number;
  /** How much features differ from what they measure; at 1 as much as entities differ from each other. */
  readonly noise: number;
}

export type KnobName = keyof ReactionKnobs;

interface KnobRange {
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** Every knob, in the order in which it is offered, and how far it can be turned. */
export const KNOB_RANGES: Readonly<Record<KnobName, KnobRange>> = {
  reaction: { default: 0.8, least: 0, most: 1, step: 0.05 },
  delayDays: { default: 2, least: 0, most: 20, step: 1 },
  late: { default: 0.1, least: 0, most: 1, step: 0.05 },
  entities: { default: 400, least: 50, most: 2_000, step: 50 },
  noise: { default: 1, least: 0, most: 3, step: 0.1 },
};

export const KNOB_NAMES = Object.keys(KNOB_RANGES) as readonly KnobName[];

/** The knobs as they stand when nobody has turned them. */
export const DEFAULT_KNOBS: ReactionKnobs = {
  reaction: KNOB_RANGES.reaction.default,
  delayDays: KNOB_RANGES.delayDays.default,
  late: KNOB_RANGES.late.default,
  entities: KNOB_RANGES.entities.default,
  noise: KNOB_RANGES.noise.default,
};

/** Whether a knob can stand so: within its range, and entities and days are whole. */
export function isKnobValue(name: KnobName, value: unknown): value is number {
  const { least, most, step } = KNOB_RANGES[name];
  if (typeof value !== "number" || !(value >= least && value <= most)) return false;
  return step < 1 || Number.isInteger(value);
}
