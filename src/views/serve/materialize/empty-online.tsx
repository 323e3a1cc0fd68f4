import { isMaterializing, materialize, materializing } from "../../../state/serving/materializing";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { countOf } from "./run-words";

/** What the online store is for, before there is anything in it. */
export function EmptyOnline({ names }: { readonly names: readonly string[] }) {
  const app = useAppHandle();
  const isBusy = usePart(materializing, isMaterializing);
  return (
    <EmptyState
      headline="Training asks what was known then. A model at work asks what is known now, and cannot wait for all of history to be read."
      actions={
        <Button variant="primary" disabled={isBusy} onClick={() => void materialize(app, names, null)}>
          Materialize {countOf(names.length, "group")}
        </Button>
      }
    >
      The online store keeps, for each key, the latest row and nothing else: one small read answers a model.
      Here IndexedDB, this browser’s own database, plays the part that Redis or DynamoDB plays in production.
      To materialize is to copy the latest rows there.
    </EmptyState>
  );
}
