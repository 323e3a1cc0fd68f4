import type { CSSProperties } from "react";
import type { Ballot } from "../../../present/ballot";
import type { PreparedStep } from "../../../present/prepare-step";
import { lettersOf } from "../../../present/votes/advice";
import { type Flow, flowOf } from "../../../present/votes/flow";
import { COLUMNS, FLOW_SIZE, type FlowNode, flowPicture } from "../../../present/votes/flow-geometry";
import type { Tally } from "../../../present/votes/tally";
import { flowWords, heldWords, NOBODY_NOTED, rightWords } from "../../../present/votes/vote-words";
import { classNames } from "../../../ui/class-names";
import { type NamedAnswer, namedAnswers } from "./named-answers";
import { VoteAnswers } from "./vote-answers";
import styles from "./vote-flow.module.css";

export interface VoteFlowProps {
  readonly step: PreparedStep;
  readonly first: Ballot | null;
  readonly second: Ballot | null;
}

/**
 * The second vote beside the first, as a flow from answer to answer: green is what goes to the right one. As large as
 * the screen that it stands in. Where one of the votes is empty it shows the other.
 */
export function VoteFlow({ step, first, second }: VoteFlowProps) {
  const answers = namedAnswers(step);
  const flow = flowOf(first, second, lettersOf(answers));
  if (flow === null) return <OneVote step={step} first={first} second={second} />;
  return <FlowFigure flow={flow} answers={answers} />;
}

function OneVote({ step, first, second }: VoteFlowProps) {
  const isSecondEmpty = flowOf(second, second) === null;
  return (
    <div className={styles.one}>
      <p>
        {isSecondEmpty ? `Second vote: ${lowered(NOBODY_NOTED)}` : `First vote: ${lowered(NOBODY_NOTED)}`}
      </p>
      <VoteAnswers step={step} ballot={isSecondEmpty ? first : second} isRevealed />
    </div>
  );
}

function FlowFigure({ flow, answers }: { readonly flow: Flow; readonly answers: readonly NamedAnswer[] }) {
  const right = answers.find(({ isRight }) => isRight);
  if (right === undefined) return null;
  const { first, second, ribbons } = flowPicture(flow, lettersOf(answers), right.letter);
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
                className={to === right.letter ? styles.toRight : styles.toWrong}
              />
            ))}
          </g>
          <Bars nodes={first} x={COLUMNS.first} right={right} />
          <Bars nodes={second} x={COLUMNS.second} right={right} />
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
        <Column of="first" nodes={first} tally={flow.first} answers={answers} />
        <Column of="second" nodes={second} tally={flow.second} answers={answers} />
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
  readonly right: NamedAnswer;
}) {
  return props.nodes.map(
    ({ letter, middle, barHeight, size }) =>
      size > 0 && (
        <rect
          key={letter}
          x={props.x}
          y={middle - barHeight / 2}
          width={COLUMNS.width}
          height={barHeight}
          className={letter === props.right.letter ? styles.rightBar : styles.wrongBar}
        />
      ),
  );
}

interface ColumnProps {
  readonly of: "first" | "second";
  readonly nodes: readonly FlowNode[];
  readonly tally: Tally;
  readonly answers: readonly NamedAnswer[];
}

function Column({ of, nodes, tally, answers }: ColumnProps) {
  const name = `${of} vote`;
  return (
    <>
      <span className={classNames(styles.head, styles[of])} aria-hidden="true">
        {name}
      </span>
      <ol aria-label={name}>
        {nodes.map((node) => {
          const answer = answers.find(({ letter }) => letter === node.letter);
          return answer && <NodeLabel key={node.letter} of={of} node={node} tally={tally} answer={answer} />;
        })}
      </ol>
    </>
  );
}

function NodeLabel(props: {
  readonly of: "first" | "second";
  readonly node: FlowNode;
  readonly tally: Tally;
  readonly answer: NamedAnswer;
}) {
  const { of, node, tally, answer } = props;
  const held = heldWords(tally, answer);
  const isCounted = tally.counts !== null;
  const under = answer.isRight ? rightWords(tally, answer) : isCounted ? null : held;
  return (
    <li
      className={classNames(styles.label, styles[of], answer.isRight && styles.right)}
      style={at(node.middle)}
    >
      <span className={styles.line}>
        <span className={styles.answer}>
          <b>{answer.letter}</b>
          {of === "first" && ` ${answer.words}`}
        </span>
        {isCounted && <span className={styles.count}>{held}</span>}
      </span>
      {under !== null && <span className={styles.under}>{under}</span>}
    </li>
  );
}

/** A place in the picture, in parts of it. */
function at(y: number, x?: number): CSSProperties {
  const top = `${(100 * y) / FLOW_SIZE.height}%`;
  return x === undefined ? { top } : { top, left: `${(100 * x) / FLOW_SIZE.width}%` };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
