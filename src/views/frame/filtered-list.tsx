import type { ReactNode } from "react";
import { Button } from "../../ui/controls/button";
import { TextInput } from "../../ui/controls/text-input";
import { EmptyState } from "../../ui/feedback/empty-state";
import styles from "./filtered-list.module.css";

export interface FilteredListProps {
  readonly headline: string;
  readonly words: ReactNode;
  /** What is listed. */
  readonly noun: { readonly one: string; readonly many: string };
  /** Words that a filter may have. */
  readonly examples: string;
  readonly find: string;
  readonly onFind: (find: string) => void;
  /** How many are left by the filter, and how many there are. */
  readonly found: number;
  readonly count: number;
  /** What stands under the filter. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** A page that lists all there is of something, with a filter over it that says how many are left. */
export function FilteredList({
  headline,
  words,
  noun,
  examples,
  find,
  onFind,
  found,
  count,
  below,
  children,
}: FilteredListProps) {
  return (
    <div className={styles.page}>
      <header className={styles.header} data-below={below !== undefined || undefined}>
        <h1 className={styles.headline}>{headline}</h1>
        <p className={styles.words}>{words}</p>
        <div className={styles.filter}>
          <TextInput
            label={`Filter the ${noun.many}`}
            layout="unlabelled"
            placeholder={`Filter: ${examples} …`}
            type="search"
            value={find}
            onChange={onFind}
          />
          <output className={styles.count}>
            {found === count ? `${found} ${noun.many}` : `${found} of ${count} ${noun.many}`}
          </output>
        </div>
        {below}
      </header>
      {found === 0 && (
        <EmptyState
          headline={`No ${noun.one} says that.`}
          actions={
            <Button onClick={() => onFind("")}>
              Show all {count} {noun.many}
            </Button>
          }
        />
      )}
      {children}
    </div>
  );
}
