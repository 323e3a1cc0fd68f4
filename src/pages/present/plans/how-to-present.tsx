import styles from "./plans-page.module.css";

/** What whoever presents should know before the class comes in. */
export function HowToPresent() {
  return (
    <section className={styles.how} aria-label="Before the class comes in">
      <section>
        <h2>A remote is enough</h2>
        <p>
          A press goes on: the question, the vote, what is right, and the sentence that says it.{" "}
          <kbd>PageDown</kbd> and <kbd>PageUp</kbd> are what remotes send; <kbd>Space</kbd> and <kbd>←</kbd>{" "}
          do the same. <kbd>B</kbd> makes the screen black, <kbd>F</kbd> fills it.
        </p>
      </section>
      <section>
        <h2>Your own window</h2>
        <p>
          <kbd>N</kbd> opens it: notes, what comes next, the time, and the belief behind each answer. Both
          windows stay in step. With one screen alone, <kbd>M</kbd> shows the notes on it.
        </p>
      </section>
      <section>
        <h2>Votes without a network</h2>
        <p>
          The class holds up cards that this computer’s camera reads, or hands that you count or guess. Let
          them vote before anybody speaks, then let neighbours talk, and vote again.
        </p>
      </section>
    </section>
  );
}
