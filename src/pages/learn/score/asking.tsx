import type { ReactNode } from "react";
import { say, WORDS } from "../../../learn/words";
import { Notice } from "../../../ui/feedback/notice";
import { Progress } from "../../../ui/feedback/progress";
import type { ScoreAnswer } from "../../../worker/learn/score-results";
import styles from "./asking.module.css";
import { latestOf, type Scoring } from "./use-score";

interface AskingProps<Kind extends ScoreAnswer["kind"]> {
  readonly scoring: Scoring;
  /** What is being done. */
  readonly label: string;
  readonly kind: Kind;
  readonly children: (answer: Extract<ScoreAnswer, { kind: Kind }>) => ReactNode;
}

/** What a question's answer shows, or how far it is; while another is answered the one before stays, and is marked. */
export function Asking<Kind extends ScoreAnswer["kind"]>({
  scoring,
  label,
  kind,
  children,
}: AskingProps<Kind>) {
  if (scoring.kind === "failed") return <Notice kind="error">{scoring.error.message}</Notice>;
  const answer = latestOf(scoring);
  const isAsking = scoring.kind === "asking";
  const { done, total } = (isAsking && scoring.progress) || { done: 0, total: 1 };
  if (answer?.kind === "problem")
    return <Notice kind="info">{say(WORDS.score.problem, { kind: answer.problem.kind })}</Notice>;
  return (
    <div className={styles.asking} aria-busy={isAsking}>
      {answer !== null && answer.kind === kind && (
        <div data-outdated={isAsking || undefined} className={styles.answer}>
          {children(answer as Extract<ScoreAnswer, { kind: Kind }>)}
        </div>
      )}
      {isAsking && <Progress label={label} share={done / total} />}
    </div>
  );
}
