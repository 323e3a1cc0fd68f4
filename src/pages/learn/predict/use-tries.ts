import { useState } from "react";
import type { Asked } from "../../../learn/questions/ask";
import type { Directive } from "../../../learn/text/lesson-text";
import { type CommittedAnswer, useLesson } from "../lesson/lesson-context";

/** The try at a directive's question that is on the screen. */
export interface Tries {
  readonly asked: Asked;
  /** `null` until it is answered. */
  readonly answer: CommittedAnswer | null;
  /** Whether it was answered just now, and not on an earlier visit. */
  readonly isFresh: boolean;
  readonly commit: (option: string, confidence: CommittedAnswer["confidence"]) => void;
  /** Asks another variant, beside which the answers there are stay; `null` where there is none. */
  readonly tryAgain: (() => void) | null;
}

/** The tries at a directive's question: an answer is never changed, another try asks another variant. */
export function useTries({ attributes: { question = "", variant } }: Directive): Tries {
  const lesson = useLesson();
  /** The variant of another try, until it is answered. */
  const [retried, setRetried] = useState<number | null>(null);
  const [isFresh, setFresh] = useState(false);
  const current = lesson.ask(question, variant);
  const other = lesson.askAgain(current, variant);
  const isRetry = other !== null && retried === other.variant;
  const asked = isRetry ? other : current;
  return {
    asked,
    answer: isRetry ? null : lesson.answerTo(asked),
    isFresh,
    commit: (option, confidence) => {
      lesson.commit(asked, option, confidence);
      setRetried(null);
      setFresh(true);
    },
    tryAgain: other && (() => setRetried(other.variant)),
  };
}
