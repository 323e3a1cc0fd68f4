import { type FeatureStore, MicroFSError, type ServingStatus, type TimeInput } from "../microfs";
import type { LookUp } from "./answers";

/** Looks an entity up as a model would, and takes the time: that of the one call, nothing else. */
export async function lookUp(
  store: FeatureStore,
  viewName: string,
  entity: Record<string, unknown>,
  now: TimeInput | undefined,
): Promise<LookUp> {
  const startedMs = performance.now();
  const found = await store.getOnlineFeatures(viewName, entity, { now });
  const tookMs = performance.now() - startedMs;
  return { ...found, tookMs, spine: await spineStatus(store, viewName, entity, found.values) };
}

/** What became of the label group's own row; `null` where its keys were not given, so that it was not looked for. */
async function spineStatus(
  store: FeatureStore,
  viewName: string,
  entity: Record<string, unknown>,
  served: LookUp["values"],
): Promise<{ status: ServingStatus; eventTime: bigint | null } | null> {
  const spine = store.featureGroups.get(store.featureViews.get(viewName)?.labelFg ?? "");
  if (spine === undefined || spine.primaryKeys.some((key) => entity[key] === undefined)) return null;
  const eventTime = served[spine.eventTime];
  if (typeof eventTime === "bigint") return { status: "found", eventTime };
  // Nothing online is later than the last row of the history: seen from there, a row of the future shows itself.
  const lastRow = spine.index.order().at(-1);
  if (lastRow === undefined) return { status: "not_found", eventTime: null };
  const now = BigInt(spine.column(spine.eventTime).values[lastRow] ?? 0);
  const later = (await store.getOnlineFeatures(viewName, entity, { now })).values[spine.eventTime];
  return typeof later === "bigint"
    ? { status: "future", eventTime: later }
    : { status: "not_found", eventTime: null };
}

/** Why a view cannot be served, whatever the entity, in the engine's words; `null` where it can. */
export async function servingProblem(store: FeatureStore, viewName: string): Promise<string | null> {
  try {
    // Whether a view can be served is asked before the entity is looked at.
    await store.getOnlineFeatures(viewName, {});
    return null;
  } catch (error) {
    if (!(error instanceof MicroFSError)) throw error;
    if (error.code === "missing_entity_column") return null;
    if (error.code === "not_servable") return error.message;
    throw error;
  }
}
