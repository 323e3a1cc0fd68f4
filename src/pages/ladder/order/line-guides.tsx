import styles from "./lines.module.css";

/** A thin line for each step of a program line's indentation. */
export function LineGuides({ steps }: { readonly steps: number }) {
  return Array.from({ length: steps }, (_, step) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a step of indentation is its number
    <span key={step} className={styles.guide} aria-hidden />
  ));
}
