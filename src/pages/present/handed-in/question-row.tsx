import { useMemo, useState } from "react";
import type { AlikeAnswers, FirstAnswer, QuestionResult } from "../../../learn/handed-in/class-results";
import type { AskedLookup } from "../../../learn/handed-in/load-questions";
import type { Student } from "../../../learn/handed-in/students";
import { LESSON_NAMES } from "../../../learn/lesson-names";
import { LESSON_TITLES } from "../../../learn/lesson-titles";
import { BELIEF_WORDS } from "../../../present/belief-words";
import { packPlan } from "../../../present/packed-plan";
import type { PlanStep } from "../../../present/plan";
import { prepareStep } from "../../../present/prepare-step";
import { ALL_PLANS } from "../../../state/route/url";
import { usePageHref } from "../../../state/use-app";
import { ButtonLink } from "../../../ui/controls/button";
import { Disclosure } from "../../../ui/controls/disclosure";
import { optionWords } from "../../../views/lesson-text/option-words";
import { useLoaded } from "../../../views/take-home/use-loaded";
import { StepThumbnail } from "../plans/step-thumbnail";
import { QuestionText } from "../screen/question-text";
import styles from "./question-row.module.css";

export interface QuestionRowProps {
  readonly result: QuestionResult;
  readonly lookup: AskedLookup;
  /** What a student is called on the screen. */
  readonly nameOf: (student: Student) => string;
}

/** One question: what it is, how many were right, and who believed what; and the way to show it to the class. */
export function QuestionRow({ result, lookup, nameOf }: QuestionRowProps) {
  const hrefTo = usePageHref();
  const { lesson, question, variant, mostTaken, answered, right, sureAndWrong, again } = result;
  const step = useMemo(
    () => stepOf({ lesson, question, variant, mostTaken }),
    [lesson, question, variant, mostTaken],
  );
  const prepared = useLoaded(() => prepareStep(step), `${lesson}/${question}/${variant}/${mostTaken}`);
  const packed = useMemo(
    () => packPlan({ version: 1, name: "one-step", title: LESSON_TITLES[lesson], steps: [step] }),
    [lesson, step],
  );
  const [isTable, setTable] = useState(false);
  const title = `Lesson ${LESSON_NAMES.indexOf(lesson)}, ${LESSON_TITLES[lesson]}`;
  return (
    <li className={styles.row} aria-label={`${title}: ${question}`}>
      <div className={styles.about}>
        <p className={styles.lesson}>{title}</p>
        <h2 className={styles.question}>
          {prepared.kind === "loaded" ? <QuestionText step={prepared.value} /> : question}
        </h2>
        {prepared.kind === "loaded" && <StepThumbnail step={prepared.value} />}
        {packed.kind === "packed" && (
          <ButtonLink
            size="small"
            href={hrefTo(ALL_PLANS, { screen: "projector", plan: packed.packed, step: 1 })}
          >
            Present this question
          </ButtonLink>
        )}
      </div>
      <div className={styles.answers}>
        <div>
          <p className={styles.sum}>
            <b>
              {right} of {answered}
            </b>{" "}
            right
            {sureAndWrong > 0 && (
              <>
                , <b>{sureAndWrong}</b> sure and wrong
              </>
            )}
          </p>
          {again.asked > 0 && (
            <p className={styles.again}>
              Of those who were wrong, {again.asked} {again.asked === 1 ? "was" : "were"} asked again since,
              and {again.right === 0 ? "none" : again.right}{" "}
              {again.right === 1 || again.right === 0 ? "is" : "are"} right now.
            </p>
          )}
        </div>
        <ul className={styles.groups}>
          {result.groups.map((group) => (
            <Group
              key={group.belief ?? group.kind}
              group={group}
              answered={answered}
              optionOf={(answer) => optionOf(result, answer, lookup)}
              right={rightOf(result, lookup)}
              nameOf={nameOf}
            />
          ))}
        </ul>
        <Disclosure summary="As a table" isOpen={isTable} onOpen={setTable} summaryClassName={styles.summary}>
          <AnswersTable result={result} lookup={lookup} nameOf={nameOf} />
        </Disclosure>
      </div>
    </li>
  );
}

function stepOf({
  lesson,
  question,
  variant,
  mostTaken,
}: Pick<QuestionResult, "lesson" | "question" | "variant" | "mostTaken">): PlanStep {
  const offers = mostTaken !== null && { offers: mostTaken };
  return { kind: "question", minutes: 4, lesson, question, variant, votes: 1, ...offers };
}

interface GroupProps {
  readonly group: AlikeAnswers;
  readonly answered: number;
  readonly optionOf: (answer: FirstAnswer) => string;
  /** What is right in the variant that most were asked. */
  readonly right: string;
  readonly nameOf: (student: Student) => string;
}

const SURE = ["certain", "fairly", "guessing", null] as const;

/** Those who answered alike: a bar, parted by how sure they were. A press tells who. */
function Group({ group, answered, optionOf, right, nameOf }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  const { kind, answers } = group;
  if (answers.length === 0 && kind !== "right") return null;
  const parts = SURE.map((sure) => ({ sure, count: answers.filter((one) => one.sure === sure).length }));
  const names = answers.map(({ student }) => nameOf(student)).join(", ");
  // What is right is told where nobody said it too.
  const options = [...new Set([...(kind === "right" ? [right] : []), ...answers.map(optionOf)])];
  const said = parts
    .filter(({ count }) => count > 0)
    .map(({ sure, count }) => `${count} ${sure ?? "not asked how sure"}`)
    .join(", ");
  return (
    <li className={styles.group} data-kind={kind} title={names}>
      <span className={styles.words}>
        {groupWords(group)}
        <span className={styles.options}>
          {options.slice(0, MOST_OPTIONS).join("; ")}
          {options.length > MOST_OPTIONS && " …"}
        </span>
      </span>
      <span className={styles.held} aria-hidden>
        <span className={styles.track}>
          {parts.map(
            ({ sure, count }) =>
              count > 0 && (
                <span
                  key={sure}
                  className={styles.part}
                  data-sure={sure ?? "unasked"}
                  style={{ inlineSize: `${(100 * count) / answered}%` }}
                />
              ),
          )}
        </span>
        <span className={styles.count}>{answers.length}</span>
      </span>
      {answers.length > 0 && (
        <Disclosure
          summary={
            <>
              Who<span className="visually-hidden">: {groupWords(group)}</span>
              <span className="visually-hidden">, {said}</span>
            </>
          }
          isOpen={isOpen}
          onOpen={setOpen}
          className={styles.who}
          summaryClassName={styles.summary}
        >
          <ul className={styles.names}>
            {SURE.map((sure) => {
              const alike = answers.filter((one) => one.sure === sure);
              if (alike.length === 0) return null;
              return (
                <li key={sure}>
                  <b>{sure ?? "how sure was not asked"}:</b>{" "}
                  {alike.map(({ student }) => nameOf(student)).join(", ")}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}

const MOST_OPTIONS = 2;

function groupWords({ kind, belief }: AlikeAnswers): string {
  if (belief !== null) return `“${BELIEF_WORDS[belief].short}”`;
  return kind === "right" ? "Right" : "Wrong, for a reason that the answer does not tell";
}

function optionOf(
  { lesson, question }: QuestionResult,
  { variant, option }: FirstAnswer,
  lookup: AskedLookup,
): string {
  const asked = lookup({ lesson, question, variant });
  return (asked && optionWords(asked).get(option)) ?? option;
}

function rightOf({ lesson, question, variant }: QuestionResult, lookup: AskedLookup): string {
  const asked = lookup({ lesson, question, variant });
  return (asked && optionWords(asked).get(asked.right)) ?? "";
}

function AnswersTable({ result, lookup, nameOf }: QuestionRowProps) {
  const rows = result.groups.flatMap((group) => group.answers.map((answer) => ({ group, answer })));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={`All answers: ${result.question}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Student</th>
            <th scope="col">Answer</th>
            <th scope="col">Stands for</th>
            <th scope="col">How sure</th>
            <th scope="col">Since</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, answer }) => (
            <tr key={answer.student.number}>
              <th scope="row">{nameOf(answer.student)}</th>
              <td>{optionOf(result, answer, lookup)}</td>
              <td>{groupWords(group)}</td>
              <td>{answer.sure ?? "not asked"}</td>
              <td>{answer.isRightNow === null ? "" : answer.isRightNow ? "right" : "wrong"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
