import { useMemo, useState } from "react";
import { COURSE_WORDS } from "../../../learn/course";
import { LESSON_NAMES } from "../../../learn/lesson-names";
import { MISCONCEPTION_TABLE } from "../../../learn/practice/misconceptions";
import { practiceItem } from "../../../learn/practice/practice-item";
import { practiceText } from "../../../learn/practice/practice-text";
import { ROUND_ITEMS, type RoundItem } from "../../../learn/practice/round";
import { STREAK, type StreakNews, standings, streakNews } from "../../../learn/practice/standing";
import { type PracticeAnswer, withPracticeAnswer } from "../../../learn/progress";
import { say, WORDS } from "../../../learn/words";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { Button } from "../../../ui/controls/button";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { LessonDataContext } from "../../../views/lesson-text/inlines";
import { TextBlock } from "../../../views/lesson-text/text-block";
import foot from "../lesson/lesson-foot.module.css";
import { PredictionForm } from "../predict/prediction-form";
import { Revealed } from "../predict/revealed";
import { useLearnHref } from "../use-learn-href";
import styles from "./practice-question.module.css";
import { useArrival } from "./use-arrival";

const { practice: words } = WORDS;

export interface PracticeQuestionProps {
  /** The seed of the round, and the item's place in it, from 0. */
  readonly round: number;
  readonly number: number;
  readonly item: RoundItem;
  readonly answer: PracticeAnswer | null;
  readonly onItem: (number: number) => void;
}

/** One question: what is told, the picture, the answer that is committed, and what is so. */
export function PracticeQuestion({ round, number, item, answer, onItem }: PracticeQuestionProps) {
  const app = useAppHandle();
  const heading = useArrival();
  const [isFresh, setFresh] = useState(false);
  const made = useMemo(() => practiceItem(item.misconception, item.seed), [item.misconception, item.seed]);
  const { told, question } = useMemo(() => practiceText(made), [made]);
  const { asked } = made;
  const goBack = () => onItem(number - 1);
  const goOn = () => onItem(number + 1);
  useScopeKeys((event) => {
    const action = keyAction("lesson", event);
    if (action === null) return;
    event.preventDefault();
    if (action === "next_part" && answer !== null) goOn();
    if (action === "previous_part" && number > 0) goBack();
  });
  const commit = (option: string, confidence: PracticeAnswer["confidence"]) => {
    const { misconception, belief } = made;
    const isRight = option === asked.right;
    const took = asked.beliefs.get(option) ?? null;
    const given = { round, item: number, misconception, belief, option, took, isRight, confidence };
    changeProgress(app, (before) => withPracticeAnswer(before, { ...given, time: Date.now() }));
    setFresh(true);
  };
  return (
    <LessonDataContext value={made.lesson}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1} data-arrival className={styles.title}>
          {say(words.itemOf, { number: number + 1, count: ROUND_ITEMS })}
        </h2>
        {answer !== null && <StreakMarks item={item} />}
      </header>
      <div className={styles.told}>
        {told.map((block, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
          block.kind === "directive" ? null : <TextBlock key={i} block={block} />,
        )}
      </div>
      <section className={styles.question}>
        {answer === null ? (
          <PredictionForm asked={asked} label={question} isExplained={false} onCommit={commit} />
        ) : (
          <Revealed
            asked={asked}
            answer={answer}
            label={question}
            takesFocus={isFresh}
            comesBack={words.comesBack}
          />
        )}
      </section>
      {answer !== null && <About item={item} />}
      <footer className={foot.foot} data-waiting={answer === null || undefined}>
        {number > 0 && <Button onClick={goBack}>{words.back}</Button>}
        <span className={foot.ways}>
          <span className={styles.news} role="status">
            {answer === null ? words.waits : <News answer={answer} />}
          </span>
          <Button
            variant="primary"
            aria-disabled={answer === null || undefined}
            onClick={() => answer !== null && goOn()}
          >
            {number + 1 < ROUND_ITEMS ? words.next : words.toEnd}
          </Button>
        </span>
      </footer>
    </LessonDataContext>
  );
}

/** How many right answers in a row there are for what the question was about, as marks: before it is answered that would name it. */
function StreakMarks({ item }: { readonly item: RoundItem }) {
  const progress = usePart(learnStore, (state) => state.progress);
  const { streak = 0 } = standings(progress).get(item.misconception) ?? {};
  const { topic } = words.misconceptions[item.misconception];
  const said = say(words.streak, { streak, most: STREAK, topic });
  return (
    <span className={styles.streak}>
      <span className={styles.marks} role="img" aria-label={said}>
        {Array.from({ length: STREAK }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one mark is like the other
          <span key={i} className={styles.mark} data-is-full={i < streak || undefined} />
        ))}
      </span>
      <span aria-hidden>{said}</span>
    </span>
  );
}

/** What the question was about, which is told only once it is answered, and where that is explained. */
function About({ item: { misconception } }: { readonly item: RoundItem }) {
  const hrefTo = useLearnHref();
  const { lesson } = MISCONCEPTION_TABLE[misconception];
  const { topic } = words.misconceptions[misconception];
  return (
    <p className={styles.about}>
      {say(words.about, { topic })}{" "}
      <a href={hrefTo({ lesson })}>
        {say(words.aboutLesson, { number: LESSON_NAMES.indexOf(lesson), title: COURSE_WORDS[lesson].title })}
      </a>
    </p>
  );
}

const NEWS: Readonly<Record<StreakNews["kind"], string>> = {
  grew: words.streakGrows,
  ended: words.streakEnds,
  guessed: words.streakGuessed,
  broken: words.streakBroken,
  none: "",
};

/** What the answer has done to the streak. */
function News({ answer }: { readonly answer: PracticeAnswer }) {
  const progress = usePart(learnStore, (state) => state.progress);
  const { kind, streak } = streakNews(progress, answer);
  const { topic, belief } = words.misconceptions[answer.misconception];
  const text = say(NEWS[kind], { streak, most: STREAK, topic, belief });
  return kind === "ended" ? <strong>{text}</strong> : text;
}
