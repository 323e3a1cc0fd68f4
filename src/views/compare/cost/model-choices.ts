import type { Consequence } from "../../../compare/model/model-results";
import { formatNames, readNames } from "../../../state/route/names";
import { spineColumnsOf } from "../../../state/view/label-guess";
import { countOf } from "../../../ui/format-number";
import type { GroupSummary, ViewSummary } from "../../../worker/results";

/** What a model of a view can predict: columns of its spine that are no key and no time, the declared label first. */
export function labelChoices(view: ViewSummary, spine: GroupSummary | null): string[] {
  const { primaryKeys = [] } = spine?.definition ?? {};
  const keys = new Set([...primaryKeys, ...view.definition.joins.flatMap(({ on }) => spineColumnsOf(on))]);
  const columns = spine?.columns ?? [];
  const free = columns.filter(({ name, type }) => type !== "timestamp" && !keys.has(name));
  return [...new Set([...view.label, ...free.map(({ name }) => name)])];
}

/** One feature that a model may learn from. */
export interface FeatureChoice {
  readonly name: string;
  readonly fgName: string;
  /** The others are the spine's own: the same under every join. */
  readonly isJoined: boolean;
  readonly isUsed: boolean;
}

/**
 * The features of a view, and which of them a route's text uses; `null` uses all that are joined. Last come the spine's own
 * columns that can be learned from: no key, no time and no label.
 *
 * @param label - What is predicted.
 */
export function featureChoices(
  view: ViewSummary,
  spine: GroupSummary | null,
  label: string,
  features: string | null,
): FeatureChoice[] {
  const used = features === null ? null : new Set(readNames(features));
  const labels = new Set([...view.label, label]);
  const own = new Set(labelChoices(view, spine).filter((column) => !labels.has(column)));
  const choices = view.columns.map(({ name, join, column }) => ({
    ...{ name, isJoined: join >= 0, isUsed: used?.has(name) ?? join >= 0 },
    fgName: view.definition.joins[join]?.fgName ?? view.definition.labelFg,
    isOffered: join >= 0 || own.has(column),
  }));
  return choices
    .filter(({ isOffered }) => isOffered)
    .map(({ isOffered: _, ...choice }) => choice)
    .sort((a, b) => Number(b.isJoined) - Number(a.isJoined));
}

/** Whether a model learns from just what it learns from unless told. */
export function isUsual(choices: readonly FeatureChoice[]): boolean {
  return choices.every(({ isJoined, isUsed }) => isJoined === isUsed);
}

/** The route's text once a feature is taken in, or left out; `null` where that leaves all that are joined, and no others. */
export function withFeature(choices: readonly FeatureChoice[], name: string, isUsed: boolean): string | null {
  const changed = choices.map((choice) => (choice.name === name ? { ...choice, isUsed } : choice));
  return isUsual(changed) ? null : formatNames(changed.filter((one) => one.isUsed).map((one) => one.name));
}

/** Numbers of rolling origins that can be asked for, before it is known which can be made. */
const MOST_ORIGINS = 10;

/** How many rolling origins are chosen among, and are made; and why not as many as were asked for. */
export interface OriginChoices {
  readonly options: readonly number[];
  readonly made: number;
  readonly note: string | null;
}

/**
 * @param asked - By the route. @param consequence - What was made of it; `null` where nothing was, or of another number.
 */
export function originChoices(
  asked: number,
  consequence: Pick<Consequence, "origins" | "splits"> | null,
): OriginChoices {
  if (consequence === null || consequence.origins.asked !== asked) {
    const all = Array.from({ length: MOST_ORIGINS }, (_, i) => i + 1);
    return { options: [...new Set([...all, asked])], made: asked, note: null };
  }
  const { cut, possible } = consequence.origins;
  const made = consequence.splits.length;
  const options = [...new Set([...possible, made])].sort((a, b) => a - b);
  if (made >= asked) return { options, made, note: null };
  const part = made === 1 ? "origin" : "origins";
  const why =
    made === cut
      ? `Only ${countOf(made, "moment is", "moments are")} late enough to be tried`
      : "More parts would have too few rows, or one value of the label";
  return { options, made, note: `${why}: ${made} of ${asked} ${part}.` };
}

/** A seed as it is typed: a whole number from 0 on; `null` for anything else. */
export function readSeed(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}
