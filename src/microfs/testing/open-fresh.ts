import { FeatureStore } from "../index";

let opened = 0;

/** A store that no other test knows. */
export function openFresh(): Promise<FeatureStore> {
  return FeatureStore.open({ name: freshName() });
}

/** A store's name that no other test uses. */
export function freshName(): string {
  opened++;
  return `test ${opened}`;
}
