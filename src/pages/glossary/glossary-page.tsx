import { useEffect, useRef } from "react";
import { goTo } from "../../state/route/go-to";
import { ALL_LESSONS, GLOSSARY_PAGE } from "../../state/route/url";
import { useApp, useAppHandle, usePageHref } from "../../state/use-app";
import { GLOSSARY, glossaryEntry } from "../../terms/glossary";
import { type Elsewhere, type GlossaryEntry, SYSTEM_NAMES, SYSTEMS } from "../../terms/glossary/entry";
import { TermPictureView } from "../../timeline/legend/term-picture";
import { CodeWords } from "../../ui/code-words";
import { FilteredList } from "../../views/frame/filtered-list";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { filterGlossary } from "./filter-glossary";
import styles from "./glossary-page.module.css";
import { lessonLink, TERM_LESSONS } from "./term-lessons";

const ALL_COUNT = GLOSSARY.reduce((sum, { entries }) => sum + entries.length, 0);

/** Every term, by groups as they are learnt; a filter leaves those that say what is typed, and a link opens at one. */
export function GlossaryPage() {
  const app = useAppHandle();
  const find = useApp((state) => state.route.find) ?? "";
  const asked = useApp((state) => state.route.term);
  const current = asked === null ? undefined : glossaryEntry(asked);
  const groups = filterGlossary(GLOSSARY, find);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <FilteredList
        headline="Glossary"
        words="Every term in a sentence and a picture, and what it is called in Feast, Databricks, Hopsworks and pandas, where they have it."
        noun={{ one: "term", many: "terms" }}
        examples="tolerance, Feast, leak"
        find={find}
        onFind={(text) => goTo(app, { find: text === "" ? null : text, term: null }, "replace")}
        found={groups.reduce((sum, { entries }) => sum + entries.length, 0)}
        count={ALL_COUNT}
        below={
          <>
            {asked !== null && current === undefined && (
              <p role="status">There is no term “{asked}”. These are all there are.</p>
            )}
            {find === "" && <GroupLinks />}
          </>
        }
      >
        {groups.map(({ title, entries }) => (
          <section key={title} className={styles.group} aria-label={title}>
            <h2 className={styles.title}>{title}</h2>
            <div className={styles.list}>
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} isCurrent={entry === current} />
              ))}
            </div>
          </section>
        ))}
      </FilteredList>
    </PageFrame>
  );
}

/** To the first term of each group. */
function GroupLinks() {
  const hrefTo = useHrefToTerm();
  return (
    <nav className={styles.groups} aria-label="Groups of terms">
      {GLOSSARY.map(({ title, entries: [first] }) => (
        <a key={title} href={hrefTo(first?.id ?? null)}>
          {title}
        </a>
      ))}
    </nav>
  );
}

interface EntryProps {
  readonly entry: GlossaryEntry;
  /** Whether the page was opened at it. */
  readonly isCurrent: boolean;
}

function Entry({ entry: { id, term, also, text, picture, elsewhere }, isCurrent }: EntryProps) {
  const hrefTo = useHrefToTerm();
  const urlReadCount = useApp((state) => state.urlReadCount);
  const article = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link to the term that is shown leads to it again
  useEffect(() => {
    if (!isCurrent || article.current === null) return;
    article.current.focus({ preventScroll: true });
    article.current.scrollIntoView?.({ block: "start" });
  }, [isCurrent, urlReadCount]);
  return (
    <article
      ref={article}
      className={styles.entry}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      aria-label={term}
    >
      <div className={styles.picture}>{picture && <TermPictureView picture={picture} />}</div>
      <div className={styles.said}>
        <h3 className={styles.term}>
          <a href={hrefTo(id)}>{term}</a>
          {also && <span className={styles.also}>also {also.join(", ")}</span>}
        </h3>
        <p className={styles.text}>
          <CodeWords>{text}</CodeWords>
        </p>
        <LessonLinks id={id} />
      </div>
      {elsewhere && <CalledElsewhere elsewhere={elsewhere} />}
    </article>
  );
}

function LessonLinks({ id }: { readonly id: string }) {
  const hrefTo = usePageHref();
  const lessons = TERM_LESSONS[id];
  if (lessons === undefined) return null;
  return (
    <p className={styles.lessons}>
      used in{" "}
      {lessons.map((lesson, i) => (
        <span key={lesson}>
          {i > 0 && (i + 1 < lessons.length ? "; " : " and ")}
          <a href={hrefTo(ALL_LESSONS, { lesson })}>{lessonLink(lesson)}</a>
        </span>
      ))}
    </p>
  );
}

function CalledElsewhere({ elsewhere }: { readonly elsewhere: Elsewhere }) {
  return (
    <dl className={styles.elsewhere}>
      {SYSTEMS.map((system) => {
        const said = elsewhere[system];
        return (
          said !== undefined && (
            <div key={system}>
              <dt>{SYSTEM_NAMES[system]}</dt>
              <dd>
                <CodeWords>{said}</CodeWords>
              </dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

function useHrefToTerm(): (term: string | null) => string {
  const hrefTo = usePageHref();
  return (term) => hrefTo(GLOSSARY_PAGE, { term });
}
