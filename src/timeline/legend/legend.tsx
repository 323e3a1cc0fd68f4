import { type ReactNode, useId } from "react";
import { PICTURE_ELEMENT_TERMS, PICTURE_ELEMENTS } from "../../terms/picture-elements";
import { type MarkState, VERDICT_TERMS } from "../../terms/verdicts";
import styles from "./legend.module.css";
import { ElementSample, VerdictSample } from "./legend-sample";

/** As they are met in play: first nothing is judged, then rows are ruled out, at the end one is chosen. */
const STATES: readonly MarkState[] = [
  ...([
    "undecided",
    "future",
    "not_yet_known",
    "expired",
    "superseded",
    "chosen",
    "leak",
    "wrong_side",
  ] as const),
];

/** What the picture is made of, each part drawn as it is there, with its words. */
export function Legend() {
  const id = useId();
  return (
    <div className={styles.legend}>
      <section aria-labelledby={`${id}-rows`}>
        <h3 id={`${id}-rows`} className={styles.heading}>
          A row, by its verdict
        </h3>
        <dl className={styles.entries}>
          {STATES.map((state) => (
            <div key={state} className={styles.entry}>
              <dt>
                <VerdictSample state={state} />
                <span>{VERDICT_TERMS[state].word}</span>
              </dt>
              <dd>{withCode(VERDICT_TERMS[state].glossary)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby={`${id}-picture`}>
        <h3 id={`${id}-picture`} className={styles.heading}>
          What else the picture shows
        </h3>
        <dl className={styles.entries}>
          {PICTURE_ELEMENTS.map((element) => (
            <div key={element} className={styles.entry}>
              <dt>
                <ElementSample element={element} id={`${id}-${element}`} />
                <span>{PICTURE_ELEMENT_TERMS[element].word}</span>
              </dt>
              <dd>{PICTURE_ELEMENT_TERMS[element].text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

/** What stands between backticks in the tables is a name of the code. */
function withCode(words: string): ReactNode[] {
  return words.split("`").map((part, i) => (i % 2 === 0 ? part : <code key={part}>{part}</code>));
}
