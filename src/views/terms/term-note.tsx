import { GLOSSARY_PAGE } from "../../state/route/url";
import { usePageHref } from "../../state/use-app";
import { glossaryEntry } from "../../terms/glossary";
import { TermPictureView } from "../../timeline/legend/term-picture";
import { CodeWords } from "../../ui/code-words";
import styles from "./term-note.module.css";

export interface TermNoteProps {
  /** The id of an entry, or another word for it. */
  readonly of: string;
  /** Another entry that is said after it. */
  readonly and?: string | undefined;
  /** Names the sentence. */
  readonly id: string;
}

/** What a term says of itself, and the way to its entry. */
export function TermNote({ of, and, id }: TermNoteProps) {
  const hrefTo = usePageHref();
  const entry = glossaryEntry(of);
  const next = and === undefined ? undefined : glossaryEntry(and);
  if (entry === undefined) return null;
  return (
    <span className={styles.note}>
      {entry.picture && <TermPictureView picture={entry.picture} />}
      <span id={id} role="tooltip">
        <CodeWords>{next === undefined ? entry.text : `${entry.text} ${next.term}: ${next.text}`}</CodeWords>
      </span>
      <a className={styles.link} href={hrefTo(GLOSSARY_PAGE, { term: entry.id })}>
        Glossary
      </a>
    </span>
  );
}
