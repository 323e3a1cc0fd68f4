import styles from "./steady-words.module.css";

/** Words that are bold at times: they take the room of the bold ones always, so that nothing around them moves. */
export function SteadyWords({ children }: { readonly children: string }) {
  return (
    <span className={styles.steady} data-words={children}>
      <span>{children}</span>
    </span>
  );
}
