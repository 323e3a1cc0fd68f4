import type { FeatureGroup } from "../../microfs";
import type { CheckedView } from "../../microfs/feature-view";
import type { OverlaidKeys } from "../../microfs/overlay/overlaid-keys";

/** The spine's columns that name the entity of a view: all that some join is on, or the spine's own keys. */
export function entityColumns(view: CheckedView, spine: FeatureGroup): readonly string[] {
  const named = [...new Set(view.joins.flatMap((join) => join.spineColumns))];
  return named.length > 0 ? named : spine.primaryKeys;
}

/** A training set's entities, numbered. */
export interface EntityCodes {
  /** Shape [training rows]. In [0, count). A null in a column makes a row an entity of its own, as in an entity slice. */
  codes: Int32Array;
  count: number;
}

/**
 * The entity of every training row. O(rows).
 *
 * @param spineIndex - Shape [training rows]. Rows of the spine.
 * @param keys - The spine's rows by the columns that name an entity.
 */
export function entityCodes(spineIndex: Int32Array, keys: OverlaidKeys): EntityCodes {
  let { count } = keys;
  const codes = spineIndex.map((row) => {
    const code = keys.codeOf(row);
    return code < 0 ? count++ : code;
  });
  return { codes, count };
}

/** Shape [training rows]. The training row of the same entity that came before, or −1. O(rows). */
export function previousRows({ codes, count }: EntityCodes): Int32Array {
  const last = new Int32Array(count).fill(-1);
  return codes.map((code, trainingRow) => {
    const previous = last[code] ?? -1;
    last[code] = trainingRow;
    return previous;
  });
}
