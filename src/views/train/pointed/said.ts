import { useEffect } from "react";
import { create } from "zustand";
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

const NOTHING: Said = { kind: "nothing" };

const useSaidStore = create<{ said: Said }>()(() => ({ said: NOTHING }));

/** Speaks of something else. */
export function say(said: Said): void {
  useSaidStore.setState({ said });
}

/** Speaks of nothing: what was pointed at is not so any more. */
function forgetSaid(): void {
  say(NOTHING);
}

/** What is spoken of. */
export function useSaid(): Said {
  return useSaidStore((state) => state.said);
}

/**
 * Follows what is pointed at: a mark makes itself known through the state; what has changed since is not spoken of. Once
 * for the whole stage.
 */
export function useFollowSaid(): void {
  useEffect(() => {
    const stop = useAppStore.subscribe(({ pointed, place, held }, before) => {
      const isOther = place.row !== before.place.row || place.view !== before.place.view;
      const isTaken = held !== null && before.held === null;
      if (isOther || isTaken || place.edits !== before.place.edits) forgetSaid();
      if (pointed !== before.pointed && pointed !== null && pointed.spineRow === undefined)
        say({ kind: "mark", mark: pointed, shown: null });
    });
    return () => {
      stop();
      forgetSaid();
    };
  }, []);
}
