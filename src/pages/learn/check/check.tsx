import { WORDS } from "../../../learn/words";
import { Button } from "../../../ui/controls/button";
import { AnswerContext, Inlines } from "../../../views/lesson-text/inlines";
import { optionWords } from "../../../views/lesson-text/option-words";
import type { DirectiveProps } from "../lesson/lesson-context";
import { QuestionPicture } from "../predict/question-picture";
import { Revealed } from "../predict/revealed";
import { useTries } from "../predict/use-tries";
import { Task } from "../tasks/task";
import styles from "./check.module.css";

/** A question that is answered by one press, and at once told what is so and why; or a task that is done in the Lab. */
export function Check({ directive }: DirectiveProps) {
  const { task } = directive.attributes;
  if (task === undefined) return <Question directive={directive} />;
  return (
    <Task name={task}>
      <Inlines inlines={directive.label} />
    </Task>
  );
}

function Question({ directive }: DirectiveProps) {
  const { asked, answer, isFresh, commit, tryAgain } = useTries(directive);
  const words = optionWords(asked);
  const onAnswer = (option: string) => commit(option, null);
  if (answer !== null)
    return (
      <section className={styles.check}>
        <Revealed
          key={asked.variant}
          asked={asked}
          answer={answer}
          label={directive.label}
          takesFocus={isFresh}
        />
        {tryAgain !== null && (
          <p>
            <Button variant="link" onClick={tryAgain}>
              {WORDS.predict.again}
            </Button>
          </p>
        )}
      </section>
    );
  return (
    <section className={styles.check}>
      <QuestionPicture
        asked={asked}
        coordinate={asked.at}
        option={null}
        isAnswered={false}
        onPick={onAnswer}
      />
      <fieldset>
        <legend className={styles.question}>
          <AnswerContext value={{ asked, option: "" }}>
            <Inlines inlines={directive.label} />
          </AnswerContext>
        </legend>
        <div className={styles.options}>
          {asked.options.map(({ id }) => (
            <Button key={id} className={styles.option} onClick={() => onAnswer(id)}>
              {words.get(id)}
            </Button>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
