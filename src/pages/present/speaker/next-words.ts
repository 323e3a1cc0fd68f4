import type { Act, Frame } from "../../../present/frames";

/** What the next press brings, said before it is pressed. */
export interface NextWords {
  /** What comes, in a few words. */
  readonly what: string;
  /** What that is for, and what comes after it; "" where nothing needs to be said. */
  readonly after: string;
  /** What the button that presses says. */
  readonly button: string;
}

/**
 * What the next press brings.
 *
 * @param next - `null` at the end of the plan.
 * @param title - Of the step that the next screen belongs to.
 * @param isSecondComing - Whether a second vote comes after the talk.
 */
export function nextWords(current: Frame, next: Frame | null, title: string): NextWords {
  if (next === null)
    return { what: "The end", after: "This is the last screen of the plan.", button: "The plan ends here" };
  if (next.step !== current.step)
    return { what: title, after: `Step ${next.step + 1} of the plan.`, button: "Go on to the next step" };
  return wordsOf(next.act, current.act);
}

function wordsOf(act: Act, current: Act): NextWords {
  switch (act.kind) {
    case "story":
      return { what: "The story", after: "Who, what and why; then the question.", button: "Tell it" };
    case "question":
      return { what: "The question", after: "", button: "Ask it" };
    case "vote":
      return act.round === 1
        ? { what: "The class votes", after: "Bars come when the vote is closed.", button: "Open the vote" }
        : { what: "The second vote", after: "Then both votes.", button: "Let them vote again" };
    case "counted":
      return { what: "What they answered", after: "The vote is closed.", button: "Close the vote" };
    case "talk":
      return {
        what: "Neighbours talk",
        after: "Then they vote again.",
        button: "Let them talk",
      };
    case "both_votes":
      return {
        what: "Both votes",
        after: "How many moved. The vote is closed.",
        button: "Close the vote",
      };
    case "reveal":
      return {
        what: "The answer",
        after: "The picture shows why.",
        button: "Show the answer",
      };
    case "sentence":
      return current.kind === "reveal"
        ? { what: "The answer in one sentence", after: "", button: "Say why" }
        : { what: "The next step of the join", after: "", button: "Next step" };
    case "words":
      return { what: "A sentence", after: "", button: "Next" };
  }
}

/** The screen of the same step that shows what is right, where it is more than one press away; else `null`. */
export function answerAhead(frames: readonly Frame[], number: number): Frame | null {
  const step = frames[number]?.step;
  const at = frames.findIndex((frame) => frame.step === step && frame.act.kind === "reveal");
  return at > number + 1 ? (frames[at] ?? null) : null;
}
