import type { ClockName } from "../../microfs/core";
import { type Random, shuffled } from "../../scenario/random";
import type { InlineRow, Scenario, ScenarioAction, ScenarioGroup } from "../../scenario/scenario";
import type { Story, StoryFeature } from "./stories";

/** Where things stand in a case, in steps from the moment that is asked about, at 0. No story yet. */
export interface CasePlan {
  /** The moments of the training rows; the first is asked about, and the last is the latest. */
  readonly spine: readonly number[];
  /** One for each join. */
  readonly groups: readonly GroupPlan[];
  /** What is done to the stores of the first group, before it is looked up at 0; none where nothing is looked up. */
  readonly actions?: readonly ActionPlan[];
}

export interface GroupPlan {
  /** In the order in which they were inserted. */
  readonly rows: readonly RowPlan[];
  readonly ttl?: number;
  readonly delay?: number;
  readonly allowExactMatches?: boolean;
  readonly asOf?: ClockName;
}

export interface RowPlan {
  readonly at: number;
  /** When it became known; either all rows of a group have it or none. */
  readonly known?: number;
}

/** Rows that are written come after those of the group's plan. */
export type ActionPlan =
  | { readonly kind: "materialize" }
  | { readonly kind: "write"; readonly rows: readonly RowPlan[] };

/** How many events a case has: training rows, and rows of all groups, written ones too. */
export function eventCount({ spine, groups, actions = [] }: CasePlan): number {
  const written = actions.flatMap((action) => (action.kind === "write" ? action.rows : []));
  return spine.length + groups.flatMap(({ rows }) => rows).length + written.length;
}

const CASE = "case";

/** Tells a story of a plan: the scenario, with a day, an entity and values drawn. Its times are whole steps of the story. */
export function planScenario(
  { spine, groups, actions = [] }: CasePlan,
  story: Story,
  random: Random,
): Scenario {
  const zeroMs = drawMoment(story, random);
  const at = (step: number) => momentText(zeroMs + step * story.stepMinutes * MINUTE_MS);
  const entity = { [story.key]: story.entities[random.integer(0, story.entities.length)] ?? "" };
  const rowsOf = (rows: readonly RowPlan[], feature: StoryFeature, values: readonly (string | number)[]) =>
    rows.map(
      (row, i): InlineRow => ({
        ...entity,
        at: at(row.at),
        ...(row.known !== undefined && { known: at(row.known) }),
        [feature.column]: values[i] ?? null,
      }),
    );
  const drawn = groups.map((group, i) => {
    const feature = story.features[i] ?? story.features[0];
    const written = i > 0 ? [] : actions.flatMap((action) => (action.kind === "write" ? action.rows : []));
    const rows = rowsOf([...group.rows, ...written], feature, drawValues(feature, random));
    return { group, feature, rows: rows.slice(0, group.rows.length), written: rows.slice(group.rows.length) };
  });
  const [first] = drawn;
  let taken = 0;
  return {
    version: 1,
    name: CASE,
    title: CASE,
    groups: [
      spineGroup(
        story,
        spine.map((step) => ({ ...entity, at: at(step), [story.label]: random.chance(0.5) })),
      ),
      ...drawn.map(({ group, feature, rows }) => featureGroup(story, group, feature, rows)),
    ],
    view: {
      name: CASE,
      labelFg: story.spine,
      joins: drawn.map(({ group, feature }) => ({
        fgName: feature.group,
        on: [story.key],
        features: [feature.column],
        ...(group.allowExactMatches !== undefined && { allowExactMatches: group.allowExactMatches }),
        ...(group.asOf !== undefined && { asOf: group.asOf }),
      })),
      label: story.label,
    },
    ...(actions.length > 0 &&
      first !== undefined && {
        actions: [
          ...actions.map((action): ScenarioAction => {
            const { group } = first.feature;
            if (action.kind === "materialize") return { kind: "materialize", group };
            taken += action.rows.length;
            return { kind: "write", group, rows: first.written.slice(taken - action.rows.length, taken) };
          }),
          { kind: "lookUp", entity, now: `${at(0).replace(" ", "T")}:00Z` },
        ],
      }),
  };
}

function spineGroup(story: Story, rows: readonly InlineRow[]): ScenarioGroup {
  return {
    definition: {
      name: story.spine,
      schema: { [story.key]: "string", at: "timestamp", [story.label]: "bool" },
      primaryKeys: [story.key],
      eventTime: "at",
    },
    rows: { kind: "inline", rows: [...rows] },
  };
}

function featureGroup(
  story: Story,
  group: GroupPlan,
  feature: StoryFeature,
  rows: InlineRow[],
): ScenarioGroup {
  const hasKnown = group.rows.some(({ known }) => known !== undefined);
  const minutes = (steps: number) => `${steps * story.stepMinutes}m`;
  return {
    definition: {
      name: feature.group,
      schema: {
        [story.key]: "string",
        at: "timestamp",
        ...(hasKnown && { known: "timestamp" }),
        [feature.column]: feature.type,
      },
      primaryKeys: [story.key],
      eventTime: "at",
      ...(hasKnown && { createdTime: "known" }),
      ...(group.ttl !== undefined && { ttl: minutes(group.ttl) }),
      ...(group.delay !== undefined && { delay: minutes(group.delay) }),
    },
    rows: { kind: "inline", rows },
  };
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** A day of 2026 around noon: what is told in minutes stays within it. */
function drawMoment({ stepMinutes }: Story, random: Random): number {
  const day = Date.UTC(2026, 1, 1) + random.integer(0, 240) * DAY_MINUTES * MINUTE_MS;
  const unit = Math.min(stepMinutes, 60);
  const minute = 10 * 60 + random.integer(0, (5 * 60) / unit) * unit;
  return day + minute * MINUTE_MS;
}

/** `2026-03-04 10:05`. */
function momentText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace("T", " ");
}

/** As many different values as a case may need, as a scenario writes them. */
function drawValues({ type, from, to, step }: StoryFeature, random: Random): (string | number)[] {
  const order = shuffled(Math.floor((to - from) / step) + 1, random);
  return [...order].map((i) =>
    type === "int64" ? String(from + i * step) : Number((from + i * step).toFixed(1)),
  );
}
