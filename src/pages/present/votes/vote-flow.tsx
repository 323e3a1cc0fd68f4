import type { CSSProperties } from "react";
import type { PreparedStep } from "../../../present/prepare-step";
import type { Flow } from "../../../present/votes/flow";
import {
  FLOW_SIZE,
  type FlowNode,
  type FlowPicture,
  flowPicture,
} from "../../../present/votes/flow-geometry";
import type { Tally } from "../../../present/votes/tally";
import { flowWords, heldWords, rightWords } from "../../../present/votes/vote-words";
import { classNames } from "../../../ui/class-names";
import { type NamedAnswer, namedAnswers } from "./named-answers";
import styles from "./vote-flow.module.css";

export interface VoteFlowProps {
  readonly step: PreparedStep;
  readonly flow: Flow;
  /** Whether the class is told which answer is right: before that all are alike. */
  readonly isRevealed: boolean;
}

/**
 * The second vote beside the first, as a flow from answer to answer: once the answer is shown, green is what goes to the
 * right one. As large as the screen that it stands in.
 */
export function VoteFlow({ step, flow, isRevealed }: VoteFlowProps) {
  const answers = namedAnswers(step).map((answer) => (isRevealed ? answer : { ...answer, isRight: false }));
  const right = answers.find(({ isRight }) => isRight) ?? null;
  const { columns, first, second, ribbons } = flowPicture(flow, answers, right?.letter ?? null);
  const note = flowWords(flow, right);
  return (
    <figure className={styles.frame} aria-label="From the first vote to the second">
      <div className={styles.picture}>
        <svg
          viewBox={`0 0 ${FLOW_SIZE.width} ${FLOW_SIZE.height}`}
          className={styles.drawing}
          aria-hidden="true"
        >
          <g className={styles.bands}>
            {ribbons.map(({ from, to, path }) => (
              <path
                key={`${from}${to}`}
                d={path}
                className={to === right?.letter ? styles.toRight : styles.toWrong}
              />
            ))}
          </g>
          <Bars nodes={first} x={columns.first} width={columns.width} right={right} />
          <Bars nodes={second} x={columns.second} width={columns.width} right={right} />
        </svg>
        {ribbons.map(
          ({ from, to, label }) =>
            label && (
              <span
                key={`${from}${to}`}
                className={styles.bandWords}
                style={at(label.y, label.x)}
                aria-hidden="true"
              >
                {label.text}
              </span>
            ),
        )}
        <Column of="first" nodes={first} tally={flow.first} answers={answers} columns={columns} />
        <Column of="second" nodes={second} tally={flow.second} answers={answers} columns={columns} />
        {flow.known === "each" && (
          <ul className="visually-hidden">
            {ribbons.map(({ from, to, size }) => (
              <li key={`${from}${to}`}>
                {from === to ? `${size} stayed with ${from}` : `${size} went from ${from} to ${to}`}
              </li>
            ))}
          </ul>
        )}
      </div>
      {note !== null && <figcaption className={styles.note}>{note}</figcaption>}
    </figure>
  );
}

function Bars(props: {
  readonly nodes: readonly FlowNode[];
  readonly x: number;
  readonly width: number;
  readonly right: NamedAnswer | null;
}) {
  return props.nodes.map(
    ({ letter, middle, barHeight, size }) =>
      size > 0 && (
        <rect
          key={letter}
          x={props.x}
          y={middle - barHeight / 2}
          width={props.width}
          height={barHeight}
          className={letter === props.right?.letter ? styles.rightBar : styles.wrongBar}
        />
      ),
  );
}

interface ColumnProps {
  readonly of: "first" | "second";
  readonly nodes: readonly FlowNode[];
  readonly tally: Tally;
  readonly answers: readonly NamedAnswer[];
  readonly columns: FlowPicture["columns"];
}

function Column({ of, nodes, tally, answers, columns }: ColumnProps) {
  const name = `${of} vote`;
  const side =
    of === "first"
      ? { right: share(FLOW_SIZE.width - columns.first + columns.labelGap) }
      : { left: share(columns.second + columns.width + columns.labelGap) };
  const head =
    of === "first"
      ? { right: share(FLOW_SIZE.width - columns.first - columns.width) }
      : { left: share(columns.second) };
  return (
    <>
      <span className={styles.head} style={head} aria-hidden="true">
        {name}
      </span>
      <ol aria-label={name}>
        {nodes.map(({ letter, middle }) => {
          const answer = answers.find((one) => one.letter === letter);
          return (
            answer && (
              <li
                key={letter}
                className={classNames(styles.label, styles[of], answer.isRight && styles.right)}
                style={{ ...at(middle), ...side }}
              >
                <Held of={of} tally={tally} answer={answer} />
              </li>
            )
          );
        })}
      </ol>
    </>
  );
}

function Held({ of, tally, answer }: Pick<ColumnProps, "of" | "tally"> & { readonly answer: NamedAnswer }) {
  const { letter, words, isRight } = answer;
  const isCounted = tally.seen === null;
  const under = !isCounted ? heldWords(tally, letter) : isRight ? rightWords(tally, letter) : null;
  return (
    <>
      <span className={styles.line}>
        <span className={styles.answer}>
          <b>{letter}</b>
          {of === "first" && ` ${words}`}
        </span>
        {isCounted && <span className={styles.count}>{heldWords(tally, letter)}</span>}
      </span>
      {under !== null && <span className={styles.under}>{under}</span>}
    </>
  );
}

/** A place in the picture, in parts of it. */
function at(y: number, x?: number): CSSProperties {
  const top = `${(100 * y) / FLOW_SIZE.height}%`;
  return x === undefined ? { top } : { top, left: share(x) };
}

/** So many units, in parts of the picture's width. */
function share(units: number): string {
  return `${(100 * units) / FLOW_SIZE.width}%`;
}
