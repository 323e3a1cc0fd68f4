import { useState } from "react";
import type { PracticeResult } from "../../../learn/handed-in/class-results";
import type { Student } from "../../../learn/handed-in/students";
import { BELIEF_WORDS } from "../../../present/belief-words";
import { Disclosure } from "../../../ui/controls/disclosure";
import styles from "./question-row.module.css";

export interface PracticeResultsProps {
  readonly results: readonly PracticeResult[];
  /** What a student is called on the screen. */
  readonly nameOf: (student: Student) => string;
}

/** What a class showed in practice, by belief; nothing where nobody practised. */
export function PracticeResults({ results, nameOf }: PracticeResultsProps) {
  if (results.length === 0) return null;
  return (
    <section className={styles.practice} aria-label="In practice">
      <h2>In practice</h2>
      <ul className={styles.beliefs}>
        {results.map((result) => (
          <Belief key={result.belief} result={result} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  );
}

interface BeliefProps {
  readonly result: PracticeResult;
  readonly nameOf: (student: Student) => string;
}

function Belief({ result, nameOf }: BeliefProps) {
  const [isOpen, setOpen] = useState(false);
  const { belief, asked, right, sureAndWrong, holders } = result;
  const words = BELIEF_WORDS[belief].short;
  return (
    <li className={styles.belief}>
      <span className={styles.words}>“{words}”</span>
      <span className={styles.tally}>
        {asked > 0 && `${right} of ${asked} right`}
        {asked > 0 && holders.length > 0 && ", "}
        {holders.length > 0 &&
          `held by ${holders.length === 1 ? "one student" : `${holders.length} students`}`}
        {sureAndWrong > 0 && (
          <>
            , <b>{sureAndWrong === 1 ? "once" : `${sureAndWrong} times`}</b> for certain
          </>
        )}
      </span>
      {holders.length > 0 && (
        <Disclosure
          summary={
            <>
              Who<span className="visually-hidden">: {words}</span>
            </>
          }
          isOpen={isOpen}
          onOpen={setOpen}
          className={styles.who}
          summaryClassName={styles.summary}
        >
          <p className={styles.names}>
            {holders.map(({ student, times }) => `${nameOf(student)}, ${times} ×`).join("; ")}
          </p>
        </Disclosure>
      )}
    </li>
  );
}
