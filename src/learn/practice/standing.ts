import type { Answer, PracticeAnswer, Progress } from "../progress";
import { MISCONCEPTIONS, type Misconception, misconceptionOf, misconceptionOfLesson } from "./misconceptions";

/** How it stands with one misconception. */
export interface Standing {
  /** Right answers in a row in its items, of those that were not guessed; at most {@link STREAK}. */
  readonly streak: number;
  /** Whether a streak has ended it, and no wrong answer has shown it since. */
  readonly hasEnded: boolean;
  /** How much the reader's wrong answers speak for it: more, the surer they were; 0 where none does, or it has ended. */
  readonly need: number;
  /** Whether one of these answers was a certain one. */
  readonly wasCertain: boolean;
}

/** So many right answers in a row end a belief. */
export const STREAK = 3;

const NEED: Readonly<Record<NonNullable<Answer["confidence"]>, number>> = {
  guessing: 1,
  fairly: 2,
  certain: 3,
};

const NOTHING: Standing = { streak: 0, hasEnded: false, need: 0, wasCertain: false };

/** How it stands with each misconception after all that was answered, in lessons, reviews and practice. O(answers × log). */
export function standings({ answers, practice = [] }: Progress): ReadonlyMap<Misconception, Standing> {
  const standing = new Map(MISCONCEPTIONS.map((name) => [name, NOTHING]));
  const change = (name: Misconception, after: (before: Standing) => Standing) =>
    standing.set(name, after(standing.get(name) ?? NOTHING));
  const all = [...answers, ...practice].sort((a, b) => a.time - b.time);
  for (const answer of all) {
    if ("round" in answer) {
      change(answer.misconception, (before) => afterItem(before, answer));
      const shown = answer.took === null ? answer.misconception : misconceptionOf(answer.took);
      if (shown !== answer.misconception) change(shown, (before) => afterWrong(before, answer.confidence));
    } else if (!answer.isRight) {
      const shown = answer.belief ? misconceptionOf(answer.belief) : misconceptionOfLesson(answer.lesson);
      if (shown !== null) change(shown, (before) => afterWrong(before, answer.confidence));
    }
  }
  return standing;
}

/** A wrong one speaks for what its item is about, whatever else it stands for; a guess that was right says nothing. */
function afterItem(before: Standing, { isRight, confidence }: PracticeAnswer): Standing {
  if (!isRight) return afterWrong(before, confidence);
  if (confidence === "guessing") return before;
  const streak = Math.min(STREAK, before.streak + 1);
  return streak < STREAK ? { ...before, streak } : { ...NOTHING, streak, hasEnded: true };
}

function afterWrong(before: Standing, confidence: Answer["confidence"]): Standing {
  return {
    streak: 0,
    hasEnded: false,
    need: before.need + NEED[confidence ?? "fairly"],
    wasCertain: before.wasCertain || confidence === "certain",
  };
}

/** What an answer in practice has done to the streak of its item. */
export interface StreakNews {
  readonly kind: "grew" | "ended" | "guessed" | "broken" | "none";
  /** After it. */
  readonly streak: number;
}

/** What an answer did when it was given, whatever was answered since. */
export function streakNews(progress: Progress, answer: PracticeAnswer): StreakNews {
  const earlier = <One extends { readonly time: number }>(all: readonly One[] = []) =>
    all.filter(({ time }) => time < answer.time);
  const past = { ...progress, answers: earlier(progress.answers), practice: earlier(progress.practice) };
  const before = standings(past).get(answer.misconception) ?? NOTHING;
  const { streak, hasEnded } = afterItem(before, answer);
  if (!answer.isRight) return { kind: before.streak > 0 ? "broken" : "none", streak };
  if (hasEnded) return { kind: before.hasEnded ? "none" : "ended", streak };
  return { kind: answer.confidence === "guessing" ? "guessed" : "grew", streak };
}

/** What the reader's answers speak for, the most first. */
export function needed(standing: ReadonlyMap<Misconception, Standing>): Misconception[] {
  const needOf = (name: Misconception) => standing.get(name)?.need ?? 0;
  return MISCONCEPTIONS.filter((name) => needOf(name) > 0).sort((a, b) => needOf(b) - needOf(a));
}
