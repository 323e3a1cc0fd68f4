import "fake-indexeddb/auto";
import { type ComparedView, comparedView } from "../../src/compare/compared-view";
import { FeatureStore } from "../../src/microfs";
import { birdStrikes } from "./bird-strikes";
import { flights, flightsBefore } from "./flights";
import type { RealData } from "./real-data";
import { stocks } from "./stocks";
import { unemployment } from "./unemployment";
import { rain, warmth } from "./weather";

/** Every training set, by the name of its view. */
export const REAL_DATA: Readonly<Record<string, () => RealData | Promise<RealData>>> = {
  flights: () => flights(),
  flights_before: flightsBefore,
  stocks,
  rain,
  warmth,
  unemployment,
  bird_strikes: birdStrikes,
};

/** A store with a training set's groups and view in it. @throws RangeError where a row is rejected or doubled. */
export async function storeOf({ groups, view }: RealData): Promise<FeatureStore> {
  const store = await FeatureStore.open({ name: `real data: ${view.name}` });
  for (const { rows, ...definition } of groups) {
    await store.createFeatureGroup(definition);
    const { rejected, duplicates } = await store.insert(definition.name, [...rows]);
    if (rejected.length > 0 || duplicates > 0)
      throw new RangeError(
        `${definition.name}: ${duplicates} doubled, rejected ${JSON.stringify(rejected[0])}`,
      );
  }
  await store.createFeatureView(view);
  return store;
}

/** A training set as variants compare it. */
export async function comparedData(store: FeatureStore, { view }: RealData): Promise<ComparedView> {
  return comparedView(await store.checkedView(view.name), (name) => {
    const group = store.featureGroups.get(name);
    if (group === undefined) throw new RangeError(`there must be a group ${name}`);
    return group;
  });
}
