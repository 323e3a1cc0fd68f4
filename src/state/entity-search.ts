import { create } from "zustand";
import type { EntityAnswer, EntityOrder } from "../worker/training/entity-list";
import { type Answer, shownValue, toError } from "./answer";
import { useAppStore } from "./app-store";
import { store } from "./store-connection";

/** What is looked for among the entities of the training set in sight. */
export interface EntityInputs {
  search: string;
  order: EntityOrder;
}

export interface EntitySearch extends EntityInputs {
  answer: Answer<EntityInputs, EntityAnswer>;
}

/** The search for an entity. What was found stays while the next answer is on its way. */
export const useEntitySearch = create<EntitySearch>()(() => ({
  search: "",
  order: "rows",
  answer: { status: "none" },
}));

/** Searches the entities of the training set in sight, in the worker; only the latest request's answer counts. */
export async function searchEntities(change: Partial<EntityInputs>): Promise<void> {
  const { training } = useAppStore.getState();
  if (training.status === "none") return;
  const before = useEntitySearch.getState();
  const forInputs = { search: before.search, order: before.order, ...change };
  useEntitySearch.setState({
    ...forInputs,
    answer: { status: "waiting", forInputs, last: shownValue(before.answer) },
  });
  const isCurrent = () => {
    const { answer } = useEntitySearch.getState();
    return answer.status !== "none" && answer.forInputs === forInputs;
  };
  const { view: viewName, edits, revision } = training.forInputs;
  try {
    const value = await store().entities({ viewName, edits, revision, ...forInputs });
    if (isCurrent()) useEntitySearch.setState({ answer: { status: "ready", forInputs, value } });
  } catch (error) {
    if (isCurrent())
      useEntitySearch.setState({ answer: { status: "failed", forInputs, error: toError(error) } });
  }
}

/** Forgets what was searched and found: the next search may be of another training set. */
export function leaveEntities(): void {
  useEntitySearch.setState({ search: "", answer: { status: "none" } });
}
