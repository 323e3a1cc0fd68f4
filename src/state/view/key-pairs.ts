import type { JoinDefinition } from "../../microfs/core";
import type { KeyPair } from "../../worker/check-keys";
import { spineColumnsOf } from "./label-guess";

/** Which column of the spine must equal which of the group, however `on` is written. */
export function keyPairsOf(on: JoinDefinition["on"]): KeyPair[] {
  const names = spineColumnsOf(on);
  if (typeof on === "string" || Array.isArray(on))
    return names.map((name) => ({ spineColumn: name, column: name }));
  return Object.entries(on).map(([spineColumn, column]) => ({ spineColumn, column: String(column) }));
}
