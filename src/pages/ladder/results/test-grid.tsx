import { type ReactNode, useMemo } from "react";
import type { MarbleLine } from "../../../ladder/tests/join-test";
import { MARBLE_LEGEND, marbles } from "../../../ladder/tests/marbles";
import { classNames } from "../../../ui/class-names";
import styles from "./test-grid.module.css";
import { isAgreed, type TestResult } from "./test-result";

export interface TestGridProps {
  readonly results: readonly TestResult[];
  /** Whether it is said how many of them agree. */
  readonly isCounted: boolean;
  /** The name of the test whose timeline is shown. */
  readonly shown: string | null;
  readonly onShow: (name: string) => void;
  readonly next?: ReactNode;
}

/** All tests as marbles, a character a day; pressing one shows it on the timeline. */
export function TestGrid({ results, isCounted, shown, onShow, next }: TestGridProps) {
  const agreed = results.filter(isAgreed).length;
  return (
    <section className={styles.tests} aria-label="Tests">
      <div className={styles.head}>
        <h3 className={styles.count} aria-live="polite">
          {isCounted ? `${agreed} of ${results.length} tests agree` : `${results.length} tests`}
        </h3>
        {next !== undefined && <div className={styles.next}>{next}</div>}
      </div>
      <p className={styles.key}>
        Line by line: the payments, when it is asked, <b className={styles.right}>the right answer</b>,{" "}
        <b>yours</b> where it differs.
      </p>
      <ul className={styles.grid}>
        {results.map((result) => (
          <Test key={result.test.name} result={result} isShown={result.test.name === shown} onShow={onShow} />
        ))}
      </ul>
      <Legend />
    </section>
  );
}

interface TestProps {
  readonly result: TestResult;
  readonly isShown: boolean;
  readonly onShow: (name: string) => void;
}

function Test({ result, isShown, onShow }: TestProps) {
  const { test, yours } = result;
  const drawings = useMemo(() => marbles(test, yours), [test, yours]);
  const state = yours === null ? "unrun" : isAgreed(result) ? "agrees" : "differs";
  return (
    <li className={styles.test} data-state={state} data-shown={isShown || undefined}>
      <button type="button" className={styles.title} aria-pressed={isShown} onClick={() => onShow(test.name)}>
        <span aria-hidden className={styles.sign}>
          {SIGNS[state]}
        </span>
        <span className="visually-hidden">{SIGN_WORDS[state]}: </span>
        <span>{test.title}</span>
        <span className="visually-hidden">. {drawings.map(answerWords).join(" ")}</span>
      </button>
      {drawings.map((lines, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the entities of a test have no other identity
        <div key={i} className={styles.marbles} aria-hidden>
          {lines.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the drawing
            <Line key={row} line={line} />
          ))}
        </div>
      ))}
    </li>
  );
}

const SIGNS = { agrees: "✓", differs: "≠", unrun: "·" } as const;
const SIGN_WORDS = { agrees: "agrees", differs: "differs", unrun: "not run" } as const;

/** What is right at the moments at which it is asked, and what the program takes where it differs, for who cannot see it. */
function answerWords(lines: readonly MarbleLine[]): string {
  const of = (kind: MarbleLine["kind"]) => {
    const letters = lines.filter((line) => line.kind === kind).map(({ text }) => text.replaceAll("-", ""));
    return [...letters.join("")].map((letter) => (letter === "." ? "nothing" : letter)).join(", ");
  };
  const yours = of("yours");
  return yours === "" ? `Right: ${of("right")}.` : `Right: ${of("right")}; yours: ${yours}.`;
}

/** A line of a drawn test; what differs stands in a frame. */
function Line({ line }: { readonly line: MarbleLine }) {
  return (
    <span className={classNames(styles.line, styles[line.kind])}>
      {Array.from(line.text, (letter, day) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a character is its day
        <span key={day} className={line.differsAt.includes(day) ? styles.differs : undefined}>
          {letter}
        </span>
      ))}
    </span>
  );
}

function Legend() {
  return (
    <p className={styles.legend}>
      {MARBLE_LEGEND.map(({ mark, word }) => (
        <span key={mark}>
          <code>{mark}</code> {word}
        </span>
      ))}
    </p>
  );
}
