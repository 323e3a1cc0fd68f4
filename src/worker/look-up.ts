import type { FeatureStore } from "../microfs";
import { MicroFSError, type TimeInput } from "../microfs/core";
import type { LookUp } from "./results";

/** Looks an entity up as a model would, and takes the time: that of the one call, nothing else. */
export async function lookUp(
  store: FeatureStore,
  viewName: string,
  entity: Record<string, unknown>,
  now: TimeInput | undefined,
): Promise<LookUp> {
  const startedMs = performance.now();
  const found = await store.getOnlineFeatures(viewName, entity, { now });
  return { ...found, tookMs: performance.now() - startedMs };
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
