import type { ColumnType } from "../../microfs/core";
import { columnsOf, type GeneratedColumns, type GeneratedValue } from "../generated-columns";
import { type Random, seededRandom } from "../random";
import type { ReactionKnobs } from "./reaction-knobs";

/** The columns of each group, in order. */
export const REACTION_SCHEMAS = {
  predictions: { customer_id: "int64", left: "bool", predicted_at: "timestamp" },
  activity: {
    customer_id: "int64",
    sessions_7d: "int64",
    minutes_7d: "float64",
    counted_at: "timestamp",
    loaded_at: "timestamp",
  },
  surveys: {
    customer_id: "int64",
    satisfaction: "float64",
    recommends: "int64",
    answered_at: "timestamp",
  },
  orders: {
    customer_id: "int64",
    amount: "float64",
    status: "string",
    ordered_at: "timestamp",
    recorded_at: "timestamp",
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type ReactionGroupName = keyof typeof REACTION_SCHEMAS;
type Rows = {
  [Name in ReactionGroupName]: Record<keyof (typeof REACTION_SCHEMAS)[Name], GeneratedValue>[];
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_MS = Date.UTC(2025, 0, 1);
/** Before the first prediction everybody has rows of every group, however late those come: no cell is empty for want of any. */
const HISTORY_DAYS = 60;
const PREDICTIONS = 6;
/** From one prediction to the next, and how long after it its label is known. */
export const HORIZON_DAYS = 30;
/** Everybody's rows end here, whatever became of them. */
const LAST_DAY = HISTORY_DAYS + (PREDICTIONS + 1) * HORIZON_DAYS + 10;
/** What reacts least reacts so late. */
const MOST_LAG_DAYS = 10;
const MOST_LATE_DAYS = 14;
/** How much a feature differs from one row to the next, beside how much it differs from one entity to another. */
const ROW_NOISE = 0.4;
/**
 * Of a risk, what shows in what reacts to the leaving. It is little, so that whoever learns from the reaction leans on what
 * says little at the moment of the prediction.
 */
const LITTLE = 0.3;

/**
 * Customers, each with a hidden risk to leave; what their activity, answers and orders say of it; and a model that asks every
 * 30 days who leaves within 30. Whoever leaves is asked about no more, and their rows go on: activity and orders react to
 * the leaving as far as the knobs say, answers never do.
 *
 * With a reaction of zero nothing knows of the leaving: each row of an entity says as much of its risk as any other, before or
 * after the prediction, corrected or not. Then the latest value can tell no more than the value as of the prediction.
 *
 * The same seed and knobs give the same rows everywhere. O(entities): about 50 rows each.
 */
export function generateReaction(
  seed: number,
  knobs: ReactionKnobs,
): Record<ReactionGroupName, GeneratedColumns> {
  const rows: Rows = { predictions: [], activity: [], surveys: [], orders: [] };
  for (let index = 0; index < knobs.entities; index++)
    writeCustomer(1001 + index, knobs, seededRandom(seed, index), rows);
  return {
    predictions: inOrderOf(rows.predictions, "predicted_at", REACTION_SCHEMAS.predictions),
    activity: inOrderOf(rows.activity, "loaded_at", REACTION_SCHEMAS.activity),
    surveys: inOrderOf(rows.surveys, "answered_at", REACTION_SCHEMAS.surveys),
    orders: inOrderOf(rows.orders, "recorded_at", REACTION_SCHEMAS.orders),
  };
}

/** A store learns of rows in the order in which they come in. */
function inOrderOf<Row extends Readonly<Record<string, GeneratedValue>>, Time extends keyof Row & string>(
  rows: Row[],
  time: Time,
  schema: Readonly<Record<keyof Row & string, ColumnType>>,
): GeneratedColumns {
  return columnsOf(
    schema,
    rows.sort((a, b) => Number(a[time]) - Number(b[time])),
  );
}

interface Customer {
  readonly id: number;
  readonly knobs: ReactionKnobs;
  readonly random: Random;
  readonly rows: Rows;
  readonly risk: number;
  /** `null` for whoever stays. */
  readonly leavesMs: number | null;
}

function writeCustomer(id: number, knobs: ReactionKnobs, random: Random, rows: Rows): void {
  const risk = normal(random);
  const customer = { id, knobs, random, rows, risk, leavesMs: predict(id, risk, random, rows) };
  count(customer);
  answer(customer);
  order(customer);
}

/** Asks every 30 days, as long as the customer stays. @returns When they leave; always after a prediction, and within its horizon. */
function predict(id: number, risk: number, random: Random, rows: Rows): number | null {
  const chance = within(0.02, 0.5, 0.15 + 0.1 * risk);
  const phaseDays = random.between(0, HORIZON_DAYS);
  for (let number = 0; number < PREDICTIONS; number++) {
    const predicted_at = atDay(HISTORY_DAYS + phaseDays + number * HORIZON_DAYS);
    const left = random.chance(chance);
    const leavesMs = predicted_at + wholeSeconds(random.between(HOUR_MS, HORIZON_DAYS * DAY_MS - HOUR_MS));
    rows.predictions.push({ customer_id: id, left, predicted_at });
    if (left) return leavesMs;
  }
  return null;
}

/** Every week what was done in it. This is what reacts: whoever has left does less. */
function count(customer: Customer): void {
  const { id, random, rows } = customer;
  const [sessions, minutes] = [measureOf(customer, LITTLE), measureOf(customer, LITTLE)];
  for (const counted_at of everyDays(7, random)) {
    const rest = restAt(customer, counted_at);
    rows.activity.push({
      customer_id: id,
      sessions_7d: Math.max(0, Math.round((12 + 4 * sessions()) * rest)),
      minutes_7d: rounded(Math.max(0, (240 + 80 * minutes()) * rest), 1),
      counted_at,
      loaded_at: counted_at + delayMs(customer) + lateMs(customer),
    });
  }
}

/** Every month an answer. It says a little of the risk, and nothing of what has come of it. */
function answer(customer: Customer): void {
  const { id, random, rows } = customer;
  const [satisfaction, recommends] = [measureOf(customer, 1), measureOf(customer, 1)];
  for (const answered_at of everyDays(30, random)) {
    rows.surveys.push({
      customer_id: id,
      satisfaction: rounded(within(1, 5, 3 + 0.7 * satisfaction()), 1),
      recommends: Math.round(within(0, 10, 6 + 1.5 * recommends())),
      answered_at,
    });
  }
}

/** Every 20 days an order; some are corrected days later, and the last one before the leaving may be paid back. */
function order(customer: Customer): void {
  const { id, random, rows, leavesMs, knobs } = customer;
  const amount = measureOf(customer, LITTLE);
  const valueAt = (ms: number) => rounded(Math.max(0, (40 + 12 * amount()) * restAt(customer, ms)), 2);
  const push = (status: string, value: number, ordered_at: number, recorded_at: number) =>
    rows.orders.push({ customer_id: id, amount: value, status, ordered_at, recorded_at });
  const times = everyDays(20, random);
  times.forEach((orderedMs, number) => {
    const recordedMs = orderedMs + delayMs(customer);
    push("paid", valueAt(orderedMs), orderedMs, recordedMs);
    // What is corrected is measured anew: it says neither more nor less.
    if (random.chance(knobs.late))
      push("corrected", valueAt(orderedMs), orderedMs, recordedMs + lateDaysMs(random));
    // Drawn for every order, so that at any reaction all else is the same.
    const isPaidBack = random.chance(knobs.reaction);
    const takesMs = lagMs(knobs) + wholeSeconds(random.between(HOUR_MS, 2 * DAY_MS)) + delayMs(customer);
    const next = times[number + 1] ?? Number.POSITIVE_INFINITY;
    if (leavesMs !== null && orderedMs < leavesMs && leavesMs <= next && isPaidBack)
      push("refunded", 0, orderedMs, Math.max(leavesMs, recordedMs) + takesMs);
  });
}

/** What is left of a customer's doings at a moment: all of them, and after they have left what the reaction leaves. */
function restAt({ leavesMs, knobs }: Customer, ms: number): number {
  return leavesMs !== null && ms >= leavesMs + lagMs(knobs) ? 1 - knobs.reaction : 1;
}

function lagMs({ reaction }: ReactionKnobs): number {
  return wholeSeconds((1 - reaction) * MOST_LAG_DAYS * DAY_MS);
}

/** A way to measure a customer's risk: off by as much for all of its rows, and a little from one row to the next. High is low risk. */
function measureOf({ risk, knobs, random }: Customer, weight: number): () => number {
  const off = knobs.noise * normal(random);
  return () => off - weight * risk + ROW_NOISE * knobs.noise * normal(random);
}

function delayMs({ knobs, random }: Customer): number {
  return knobs.delayDays * DAY_MS + wholeSeconds(random.between(HOUR_MS / 60, HOUR_MS));
}

function lateMs({ knobs, random }: Customer): number {
  const late = lateDaysMs(random);
  return random.chance(knobs.late) ? late : 0;
}

function lateDaysMs(random: Random): number {
  return wholeSeconds(random.between(DAY_MS, MOST_LATE_DAYS * DAY_MS));
}

/** Moments so many days apart, the first at some hour of the first of them, through all of the time there is. */
function everyDays(days: number, random: Random): number[] {
  const first = random.between(0, days);
  return Array.from({ length: Math.ceil((LAST_DAY - first) / days) }, (_, i) => atDay(first + i * days));
}

function atDay(day: number): number {
  return FIRST_MS + wholeSeconds(day * DAY_MS);
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

function within(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value));
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Nearly normal, of mean 0 and deviation 1, by sums alone: the same on every platform. */
function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.next();
  return sum;
}
