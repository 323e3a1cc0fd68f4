import { CASE_GROUPS, CASES, type CaseEntry } from "../../scenario/cases/cases";
import { goTo } from "../../state/route/go-to";
import { ALL_CASES } from "../../state/route/url";
import { useApp, useAppHandle, usePageHref } from "../../state/use-app";
import { VerdictGlyph } from "../../timeline/verdict-glyph";
import { FilteredList } from "../../views/frame/filtered-list";
import { GlossaryTerm } from "../../views/terms/glossary-term";
import styles from "./case-index.module.css";
import { caseName, filteredGroups } from "./case-words";

/** Every case in words, by what it shows; a filter leaves those that say what is typed. */
export function CaseIndex() {
  const app = useAppHandle();
  const find = useApp((state) => state.route.find) ?? "";
  const groups = filteredGroups(CASE_GROUPS, find);
  return (
    <FilteredList
      headline="Cases"
      words={
        <>
          Every case that a <GlossaryTerm of="point-in-time join">point-in-time join</GlossaryTerm> can meet,
          each at its most telling step. Go through its steps, drag what you like: nothing is kept.
        </>
      }
      noun={{ one: "case", many: "cases" }}
      examples="tie, TTL, leak"
      find={find}
      onFind={(text) => goTo(app, { find: text === "" ? null : text }, "replace")}
      found={groups.reduce((sum, { entries }) => sum + entries.length, 0)}
      count={CASES.length}
    >
      {groups.map(({ title, entries }) => (
        <section key={title} className={styles.group} aria-label={title}>
          <h2 className={styles.title}>{title}</h2>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <Entry key={entry.scenario.name} {...entry} />
            ))}
          </ul>
        </section>
      ))}
    </FilteredList>
  );
}

function Entry({ scenario, shows }: CaseEntry) {
  const hrefTo = usePageHref();
  return (
    <li>
      <a className={styles.entry} href={hrefTo(ALL_CASES, { case: scenario.name })}>
        <span className={styles.glyph}>{shows !== null && <VerdictGlyph state={shows} />}</span>
        <span className={styles.name}>{caseName(scenario)}</span>
        <span className={styles.about}>{scenario.title}</span>
      </a>
    </li>
  );
}
