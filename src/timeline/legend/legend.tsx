import { useId } from "react";
import { ELEMENT_PICTURES, VERDICT_PICTURES } from "../../terms/glossary/pictures";
import { PICTURE_ELEMENT_TERMS, PICTURE_ELEMENTS } from "../../terms/picture-elements";
import { type MarkState, VERDICT_TERMS } from "../../terms/verdicts";
import { CodeWords } from "../../ui/code-words";
import styles from "./legend.module.css";
import { TermPictureView } from "./term-picture";

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
                <TermPictureView picture={VERDICT_PICTURES[state]} />
                <span>{VERDICT_TERMS[state].word}</span>
              </dt>
              <dd>
                <CodeWords>{VERDICT_TERMS[state].glossary}</CodeWords>
              </dd>
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
                <TermPictureView picture={ELEMENT_PICTURES[element]} />
                <span>{PICTURE_ELEMENT_TERMS[element].word}</span>
              </dt>
              <dd>{PICTURE_ELEMENT_TERMS[element].glossary}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
