import { useState } from "react";
import { type Pointed, useAppStore } from "../../../state/app-store";
import type { CellAddress } from "../../../ui/table/data-table-column";
import type { Sight } from "../interesting/interest";
import type { FedRow } from "./fed-rows";

/** What the stage speaks of: the last thing that was pointed at or found. */
export type Said =
  | { kind: "nothing" }
  | { kind: "cell"; cell: CellAddress; mark: Pointed | null }
  /** `shown` is the fed row that the table was moved to. */
  | { kind: "mark"; mark: Pointed; shown: FedRow | null }
  | { kind: "sight"; sight: Sight };

/** What is spoken of, and the way to change it. A mark that is pointed at makes itself known through the state. */
export function useSaid(): [Said, (said: Said) => void] {
  const pointed = useAppStore((state) => state.pointed);
  const [said, say] = useState<Said>({ kind: "nothing" });
  const [seen, setSeen] = useState(pointed);
  if (pointed !== seen) {
    setSeen(pointed);
    if (pointed !== null && pointed.spineRow === undefined) say({ kind: "mark", mark: pointed, shown: null });
  }
  return [said, say];
}
