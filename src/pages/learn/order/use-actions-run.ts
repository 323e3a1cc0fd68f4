import { useEffect, useRef, useState } from "react";
import type { ActionsRun } from "../../../learn/serving/actions-run";
import type { Scenario, ScenarioAction } from "../../../scenario/scenario";
import { runActions } from "../../../state/learn/run-actions";
import { toError } from "../../../state/query";
import { useAppHandle } from "../../../state/use-app";

export type Running =
  | { readonly kind: "idle" }
  | { readonly kind: "running" }
  | { readonly kind: "done"; readonly run: ActionsRun }
  | { readonly kind: "failed"; readonly error: Error };

/** Runs actions on a store of their own; a newer run, a reset, or the end of this part of the page ends the older one. */
export function useActionsRun(scenario: Scenario) {
  const app = useAppHandle();
  const [state, setState] = useState<Running>({ kind: "idle" });
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const reset = () => {
    underWay.current?.abort();
    underWay.current = null;
    setState({ kind: "idle" });
  };
  const run = async (actions: readonly ScenarioAction[]): Promise<ActionsRun | null> => {
    underWay.current?.abort();
    const own = new AbortController();
    underWay.current = own;
    setState({ kind: "running" });
    try {
      const done = await runActions(app, scenario, actions, own.signal);
      if (own.signal.aborted) return null;
      setState({ kind: "done", run: done });
      return done;
    } catch (thrown) {
      if (!own.signal.aborted) setState({ kind: "failed", error: toError(thrown) });
      return null;
    }
  };
  return { state, run, reset };
}
