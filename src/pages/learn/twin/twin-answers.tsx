import type { BeliefName } from "../../../learn/questions/beliefs";
import type { Block } from "../../../learn/text/lesson-text";
import { say, WORDS } from "../../../learn/words";
import { sentence, transcript } from "../../../timeline/words/sentence";
import { plainText } from "../../../timeline/words/sentence-parts";
import { AnswerContext, Inlines } from "../../../views/lesson-text/inlines";
import { optionWords } from "../../../views/lesson-text/option-words";
import { useLesson } from "../lesson/lesson-context";
import { StillPicture } from "./still-picture";
import styles from "./text-twin.module.css";
import { Steps } from "./twin-blocks";
import { type TwinQuestion, twinQuestions } from "./twin-questions";

export interface TwinAnswersProps {
  /** What is said of each belief that a wrong answer stands for. */
  readonly beliefs: ReadonlyMap<BeliefName, readonly Block[]>;
}

/** The answers to all questions of a text: what is right, how the join comes to it, and what each wrong one stands for. */
export function TwinAnswers({ beliefs }: TwinAnswersProps) {
  const questions = twinQuestions(useLesson());
  return (
    <section className={styles.answers}>
      <h2>{WORDS.twin.answers}</h2>
      {questions.map((question) => (
        <AnswerTo key={question.number} question={question} beliefs={beliefs} />
      ))}
    </section>
  );
}

function AnswerTo({
  question: { number, asked },
  beliefs,
}: TwinAnswersProps & { readonly question: TwinQuestion }) {
  const words = optionWords(asked);
  const { slice, at, options, right, question } = asked;
  const rightOption = options.find(({ id }) => id === right);
  const wrong = options.filter(({ id }) => id !== right);
  return (
    <section className={styles.answer}>
      <h3>
        {say(WORDS.twin.question, { number })}: {words.get(right)}
      </h3>
      {question.kind === "row" && (
        <>
          <StillPicture slice={slice} at={{ ...at, phase: "write_cell" }} />
          <Steps sentences={transcript(slice, at.spineRow)} />
        </>
      )}
      {rightOption?.kind === "phase" && (
        <p>{plainText(sentence(slice, { ...at, phase: rightOption.phase }))}</p>
      )}
      {wrong.map(({ id }) => (
        <AnswerContext key={id} value={{ asked, option: id }}>
          <WrongAnswer
            words={words.get(id) ?? ""}
            texts={beliefs.get(asked.beliefs.get(id) ?? "older") ?? []}
          />
        </AnswerContext>
      ))}
    </section>
  );
}

/** What a wrong answer stands for, said of that answer. */
function WrongAnswer({ words, texts }: { readonly words: string; readonly texts: readonly Block[] }) {
  return texts.map((block, i) =>
    block.kind === "paragraph" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
      <p key={i}>
        {i === 0 && <strong>{say(WORDS.twin.wrongBut, { option: words })} </strong>}
        <Inlines inlines={block.inlines} />
      </p>
    ) : null,
  );
}
