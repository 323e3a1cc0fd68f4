import { CASE_GROUPS, CASES, type CaseEntry } from "../../scenario/cases/cases";
import { goTo } from "../../state/route/go-to";
import { ALL_CASES } from "../../state/route/url";
import { useApp, useAppHandle, usePageHref } from "../../state/use-app";
import { VerdictGlyph } from "../../timeline/verdict-glyph";
import { Button } from "../../ui/controls/button";
import { TextInput } from "../../ui/controls/text-input";
import { EmptyState } from "../../ui/feedback/empty-state";
import { GlossaryTerm } from "../../views/terms/glossary-term";
import styles from "./case-index.module.css";
import { caseName, filteredGroups } from "./case-words";

/** Every case in words, by what it shows; a filter leaves those that say what is typed. */
export function CaseIndex() {
  const app = useAppHandle();
  const find = useApp((state) => state.route.find) ?? "";
  const groups = filteredGroups(CASE_GROUPS, find);
  const found = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const filter = (text: string) => goTo(app, { find: text === "" ? null : text }, "replace");
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.headline}>Cases</h1>
        <p className={styles.words}>
          Every case that a <GlossaryTerm of="point-in-time join">point-in-time join</GlossaryTerm> can meet,
          each at its most telling step. Go through its steps, drag what you like: nothing is kept.
        </p>
        <div className={styles.filter}>
          <TextInput
            label="Filter the cases"
            layout="unlabelled"
            placeholder="Filter: tie, TTL, leak …"
            type="search"
            value={find}
            onChange={filter}
          />
          <output className={styles.count}>
            {found === CASES.length ? `${found} cases` : `${found} of ${CASES.length} cases`}
          </output>
        </div>
      </header>
      {found === 0 && (
        <EmptyState
          headline="No case says that."
          actions={<Button onClick={() => filter("")}>Show all {CASES.length} cases</Button>}
        />
      )}
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
    </div>
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
