import { useEffect, useRef, useState } from "react";
import { toError } from "../../../state/query";
import { useAppHandle } from "../../../state/use-app";
import type { ScoreAnswer, ScoreProgress, ScoreQuestion } from "../../../worker/learn/score-results";

/** How a question of a lesson stands. While another is answered the last answer stays. */
export type Scoring =
  | { readonly kind: "asking"; readonly progress: ScoreProgress | null; readonly latest: ScoreAnswer | null }
  | { readonly kind: "answered"; readonly answer: ScoreAnswer }
  | { readonly kind: "failed"; readonly error: Error };

/**
 * Has a question answered in the worker. Another question cancels it; one that was answered before is not asked again.
 *
 * @param question - `null` asks nothing. Keep its identity while nothing changed.
 */
export function useScore(question: ScoreQuestion | null): Scoring {
  const app = useAppHandle();
  const answers = useRef(new Map<string, ScoreAnswer>());
  const [scoring, setScoring] = useState<Scoring>({ kind: "asking", progress: null, latest: null });
  useEffect(() => {
    if (question === null) return;
    const key = JSON.stringify(question);
    const known = answers.current.get(key);
    if (known !== undefined) return setScoring({ kind: "answered", answer: known });
    const stop = new AbortController();
    let isAnswered = false;
    const asking = (progress: ScoreProgress | null) => {
      // How far it is comes by a way of its own, and may come after the answer.
      if (stop.signal.aborted || isAnswered) return;
      setScoring((before) => ({ kind: "asking", progress, latest: latestOf(before) }));
    };
    asking(null);
    app
      .worker()
      .then((worker) => worker.score(question, asking, stop.signal))
      .then(
        (answer) => {
          isAnswered = true;
          answers.current.set(key, answer);
          if (!stop.signal.aborted) setScoring({ kind: "answered", answer });
        },
        (thrown: unknown) => {
          isAnswered = true;
          if (!stop.signal.aborted) setScoring({ kind: "failed", error: toError(thrown) });
        },
      );
    return () => stop.abort();
  }, [app, question]);
  return scoring;
}

/** The answer that can be shown: the current one, or the one before while another is awaited. */
export function latestOf(scoring: Scoring): ScoreAnswer | null {
  if (scoring.kind === "answered") return scoring.answer;
  return scoring.kind === "asking" ? scoring.latest : null;
}
