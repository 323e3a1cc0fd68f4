import { useEffect, useRef } from "react";
import { classNames } from "../../ui/class-names";
import styles from "./code-stage.module.css";

export interface SourceListingProps {
  readonly name: string;
  /** The text of the file that runs. */
  readonly source: string;
  /** Lines that stand out, numbered from 0. */
  readonly marked?: ReadonlySet<number>;
}

/** A source file with its line numbers; the first marked line is brought into sight. */
export function SourceListing({ name, source, marked }: SourceListingProps) {
  const first = useRef<HTMLLIElement>(null);
  const frame = useRef<HTMLElement>(null);
  const start = marked === undefined || marked.size === 0 ? null : Math.min(...marked);
  // Only the listing scrolls, never the page under the reader.
  useEffect(() => {
    if (start !== null && frame.current && first.current)
      frame.current.scrollTop = first.current.offsetTop - 48;
  }, [start]);
  return (
    <>
      <h2 className={styles.fileName}>{name}</h2>
      <section
        ref={frame}
        className={styles.listing}
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <ol className={styles.lines}>
          {source
            .trimEnd()
            .split("\n")
            .map((line, number) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
                key={number}
                ref={number === start ? first : undefined}
                className={classNames(styles.line, marked?.has(number) && styles.marked)}
                data-marked={marked?.has(number) || undefined}
              >
                <code>{line}</code>
              </li>
            ))}
        </ol>
      </section>
    </>
  );
}
