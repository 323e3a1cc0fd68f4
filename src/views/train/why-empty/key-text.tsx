import type { CellValue } from "../../../microfs/core";
import styles from "./key-text.module.css";

/** Blanks of every kind, and what cannot be seen either. */
const BLANK = /[\s\u200b\u2060\ufeff]/u;

/** A key as it is written, in quotes, with every blank at its ends drawn as a box: that it is there is the point. */
export function KeyText({ value }: { readonly value: CellValue }) {
  if (typeof value !== "string") return <code className={styles.key}>{String(value)}</code>;
  const letters = [...value];
  const first = letters.findIndex((letter) => !BLANK.test(letter));
  const last = letters.findLastIndex((letter) => !BLANK.test(letter));
  return (
    <code className={styles.key}>
      “
      {letters.map((letter, i) =>
        (first === -1 || i < first || i > last) && BLANK.test(letter) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter has nothing but its place
          <span key={i} className={styles.blank}>
            <span className="visually-hidden">blank</span>
          </span>
        ) : (
          letter
        ),
      )}
      ”
    </code>
  );
}
