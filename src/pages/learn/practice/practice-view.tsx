import { useEffect, useState } from "react";
import { currentRound, ROUND_ITEMS, roundAnswers, roundItems } from "../../../learn/practice/round";
import { WORDS } from "../../../learn/words";
import { beginLearning, learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { PRACTICE_PAGE } from "../../../state/route/url";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { PracticeQuestion } from "./practice-question";
import styles from "./practice-view.module.css";
import { RoundOutline } from "./round-outline";
import { RoundSummary } from "./round-summary";

/** A round of ten questions that are made as they are asked: the round that the address names, else the reader's own. */
export function PracticeView() {
  const app = useAppHandle();
  const seed = useApp((state) => state.route.seed);
  const isNamed = seed !== PRACTICE_PAGE.seed;
  useEffect(() => {
    beginLearning(app);
    // So a reload, Back and a copied address come to the same round.
    if (!isNamed) goTo(app, { seed: currentRound(app.part(learnStore).getState().progress) }, "replace");
  }, [app, isNamed]);
  if (!isNamed) return <LoadingLine>{WORDS.practice.preparing}</LoadingLine>;
  return <PracticeRound key={seed} seed={seed} />;
}

function PracticeRound({ seed }: { readonly seed: number }) {
  const progress = usePart(learnStore, (state) => state.progress);
  const answers = roundAnswers(progress, seed);
  // Where the reader is when the round is opened: it must not move while a question is answered.
  const [at, setAt] = useState(() => firstOpen(answers));
  const item = roundItems(seed)[at];
  return (
    <div className={styles.room}>
      <div className={styles.page}>
        <RoundOutline seed={seed} answers={answers} at={at} onItem={setAt} />
        <article className={styles.round}>
          <h1 className={styles.practice}>{WORDS.practice.title}</h1>
          {item === undefined ? (
            <RoundSummary seed={seed} />
          ) : (
            <PracticeQuestion
              key={at}
              round={seed}
              number={at}
              item={item}
              answer={answers[at] ?? null}
              onItem={setAt}
            />
          )}
        </article>
      </div>
    </div>
  );
}

/** The first question that was not answered; behind the last where all were. */
function firstOpen(answers: readonly unknown[]): number {
  const first = answers.indexOf(null);
  return first === -1 ? ROUND_ITEMS : first;
}
