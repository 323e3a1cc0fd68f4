import { useMemo } from "react";
import { type CellValue, floorDivide } from "../../microfs/core";
import { latestData } from "../../state/query";
import { entityColumns } from "../../state/serving/entity-columns";
import { keyText } from "../../state/serving/entity-text";
import { type LookedUp, servingStore } from "../../state/serving/serving";
import { useApp, usePart } from "../../state/use-app";
import { StepSentence } from "../../timeline/step-sentence";
import { columnFormat } from "../../timeline/words/format-value";
import { entityWord } from "../../timeline/words/nouns";
import { inWords, type SentencePart, strong, text } from "../../timeline/words/sentence-parts";
import { countOf } from "../../ui/format-number";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import type { VectorFeature, VectorSource } from "./look-up/served-vector";
import { useComparison, useRequestedEntity } from "./look-up/use-look-up";

const NO_GROUPS: readonly GroupSummary[] = [];

export interface ServeHeadlineProps {
  readonly view: ViewSummary;
  readonly names: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  /** Whether nothing is online and nobody is looked up: then no longer sentence can come. */
  readonly isInviting: boolean;
}

/** What is so, in one sentence. */
export function ServeHeadline({ view, names, counts, isInviting }: ServeHeadlineProps) {
  const groups = useApp((state) => state.overview?.groups ?? NO_GROUPS);
  const isServable = usePart(servingStore, ({ problem }) => latestData(problem) === null);
  const lookUp = usePart(servingStore, (state) => state.lookUp);
  const columns = useMemo(() => entityColumns(view, groups), [view, groups]);
  const requested = useRequestedEntity(columns);
  const lookedUp =
    lookUp.status === "idle" || lookUp.key.view !== view.definition.name ? null : latestData(lookUp);
  const comparison = useComparison(view, columns, lookedUp);
  const needed = columns.filter(({ isNeeded }) => isNeeded).map(({ name }) => name);
  const keyOf = (name: string) =>
    keyText(columns.find((column) => column.name === name)?.type ?? "string", requested?.[name] ?? null);
  const parts =
    requested === null || lookedUp === null
      ? storeParts(names, counts, needed, isServable)
      : lookUpParts({
          entity: needed.map((column) => ({ column, value: keyOf(column) })),
          lookedUp,
          isWallClock: lookedUp.countedFrom === "wall_clock",
          sources: comparison.sources,
          trainedUs: comparison.trained?.timeUs ?? null,
          moment: (us) => comparison.moment(us).replaceAll(" ", NO_BREAK),
        });
  return (
    <StepSentence
      parts={parts}
      size="large"
      as="h1"
      lines={isInviting ? 2 : 3}
      linesNarrow={isInviting ? 4 : 7}
    />
  );
}

/** A time does not break over lines. */
const NO_BREAK = "\u00a0";

const MINUTE_US = 60_000_000n;

/** A sentence lists this many values; of more it gives the number. */
const MOST_VALUES = 3;

/** The headline before anybody was looked up: what is online. */
export function storeParts(
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
  entityColumns: readonly string[],
  isServable: boolean,
): SentencePart[] {
  const keys = names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const entity = inWords(entityColumns.map(entityWord));
  if (keys === 0) {
    return [
      text("The online store is "),
      strong("empty"),
      text(`: a model that asks about any ${entity || "entity"} is served nothing.`),
    ];
  }
  const missing = names.filter((name) => (counts.get(name) ?? 0) === 0);
  const start = [text("The online store keeps the latest row of "), strong(countOf(keys, "key"))];
  if (!isServable) return [...start, text(", but this view cannot be served from it.")];
  if (missing.length === 0) {
    return [
      ...start,
      text(
        names.length === 1 ? ", ready to be served." : `, from ${names.length} groups, ready to be served.`,
      ),
    ];
  }
  return [
    ...start,
    text(`. ${inWords(missing)} ${missing.length === 1 ? "was" : "were"} never materialized.`),
  ];
}

export interface LookUpFacts {
  /** What was asked for: column and the text it was given as. */
  entity: readonly { column: string; value: string }[];
  lookedUp: LookedUp;
  isWallClock: boolean;
  sources: readonly VectorSource[];
  /** The moment of the latest training row; `null` where there is none, or while it is not known. */
  trainedUs: bigint | null;
  moment: (us: bigint) => string;
}

/** The headline of a look-up: what the store last heard, what is served now, and whether training had the same. */
export function lookUpParts(facts: LookUpFacts): SentencePart[] {
  const { sources, moment } = facts;
  const who = facts.entity.map(({ column, value }) => `${entityWord(column)} ${value}`).join(", ");
  const { nowUs } = facts.lookedUp;
  const eventTimes = sources.flatMap(({ eventTimeUs }) => (eventTimeUs === null ? [] : [eventTimeUs]));
  if (eventTimes.length === 0)
    return [text("The online store has "), strong("never heard"), text(` of ${who}.`)];
  const timesByThen = eventTimes.filter((us) => us <= nowUs);
  if (timesByThen.length === 0) {
    return [
      text(`All that the online store keeps of ${who} is from `),
      strong(`after ${moment(toMinute(nowUs))}`),
      text(`: a request then is served nothing${trainedWords(facts)}.`),
    ];
  }
  const lastUs = timesByThen.reduce((last, us) => (us > last ? us : last));
  const request = facts.isWallClock ? "A request now" : `A request at ${moment(toMinute(nowUs))}`;
  const isLast = timesByThen.length === eventTimes.length;
  return [
    text(
      isLast
        ? `The online store last heard of ${who} `
        : `By then the online store had last heard of ${who} `,
    ),
    strong(`on ${moment(toMinute(lastUs))}`),
    text(`. ${request} is served ${servedWords(sources)}${trainedWords(facts)}.`),
  ];
}

/** What a model is served: neither the label nor times, which say only when the rest happened. */
function featuresOf(sources: readonly VectorSource[]): VectorFeature[] {
  return sources
    .filter(({ status }) => status !== "not_asked")
    .flatMap((source) => source.features)
    .filter(({ isLabel, type }) => !isLabel && type !== "timestamp");
}

function servedWords(sources: readonly VectorSource[]): string {
  const features = featuresOf(sources);
  const there = features.filter(({ served }) => served != null);
  if (there.length === 0) return "nothing";
  if (features.length > MOST_VALUES) {
    return there.length === features.length
      ? `all ${features.length} features`
      : `${there.length} of ${features.length} features`;
  }
  return inWords(features.map((feature) => valueWords(feature, feature.served ?? null)));
}

function trainedWords({ sources, trainedUs }: LookUpFacts): string {
  if (trainedUs === null) return "";
  const different = featuresOf(sources).filter(({ why }) => why !== null);
  if (different.length === 0) return ", as in its latest training row";
  const [only] = different;
  if (different.length === 1 && only?.trained !== undefined) {
    return `; its latest training row has ${valueWords(only, only.trained)} as ${only.name}`;
  }
  return `; its latest training row differs in ${different.length} of them`;
}

function valueWords({ name, type, served, trained }: VectorFeature, value: CellValue): string {
  if (value === null) return "null";
  return columnFormat({ name, type, values: [served ?? null, trained ?? null] })(value);
}

/** The minute of a moment: a headline rounds down, and the table below it has the moment itself. */
function toMinute(us: bigint): bigint {
  return floorDivide(us, MINUTE_US) * MINUTE_US;
}
