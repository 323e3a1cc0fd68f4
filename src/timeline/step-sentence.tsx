import { Fragment } from "react";
import { Sentence, type SentenceProps } from "../ui/sentence";
import styles from "./step-sentence.module.css";
import { VerdictGlyph } from "./verdict-glyph";
import type { SentencePart } from "./words/sentence-parts";
import { unbroken } from "./words/unbroken";

export interface StepSentenceProps extends Omit<SentenceProps, "children"> {
  /** What `sentence(slice, coordinate)` gives. */
  readonly parts: readonly SentencePart[];
}

/** What happens at a step, said in one sentence: the glyph of a verdict stands before the number of its rows. */
export function StepSentence({ parts, ...place }: StepSentenceProps) {
  return (
    <Sentence {...place}>
      <SentenceWords parts={parts} />
    </Sentence>
  );
}

/** The words of a sentence alone, for a place of another kind. */
export function SentenceWords({ parts }: Pick<StepSentenceProps, "parts">) {
  return parts.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other identity
    <Fragment key={i}>{partElement(part)}</Fragment>
  ));
}

function partElement(part: SentencePart) {
  switch (part.kind) {
    case "text":
      return unbroken(part.text);
    case "strong":
      return <strong>{unbroken(part.text)}</strong>;
    case "count":
      return (
        <span className={styles.together}>
          <VerdictGlyph state={part.state} />
          <span className={styles.gap} />
          {part.text}
        </span>
      );
    case "value":
      return (
        <span className={styles.together}>
          <VerdictGlyph state={part.state} />
          <span className={styles.gap} />
          <strong className={styles[part.state]} title={part.exact === null ? "null" : String(part.exact)}>
            {part.text}
          </strong>
        </span>
      );
  }
}
