import { goTo } from "../../state/route/go-to";
import { ALL_CASES } from "../../state/route/url";
import { useApp, useAppHandle, useHref } from "../../state/use-app";
import { keyAction } from "../../terms/keymap";
import { CASE_SLICES, type ScenarioSlice } from "../../timeline/scenario-slices";
import { useScopeKeys } from "../../ui/keys/key-scope";
import styles from "./case-nav.module.css";
import { neighbourCase } from "./case-walk";
import { caseName } from "./case-words";

export interface CaseNavProps {
  readonly scene: ScenarioSlice;
}

/** Where we are among the cases: all of them, the one before, the one after. The keys of that name do the same. */
export function CaseNav({ scene }: CaseNavProps) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const theme = useApp((state) => state.route.theme);
  const size = useApp((state) => state.route.size);
  const number = CASE_SLICES.indexOf(scene) + 1;
  const before = neighbourCase(CASE_SLICES, scene.name, -1);
  const after = neighbourCase(CASE_SLICES, scene.name, 1);
  const opened = (name: string | null) => ({ ...ALL_CASES, case: name, theme, size });
  useScopeKeys((event) => {
    const action = keyAction("cases", event);
    if (action === null) return;
    event.preventDefault();
    const to = action === "next_case" ? after : before;
    if (to !== null) goTo(app, opened(to.name));
  });
  const way = (to: ScenarioSlice | null, label: string) =>
    to === null ? null : (
      <a href={hrefTo(opened(to.name), ALL_CASES)} aria-label={`${label}: ${caseName(to)}`}>
        <span>{caseName(to)}</span>
      </a>
    );
  return (
    <nav className={styles.nav} aria-label="Cases">
      <a href={hrefTo(opened(null), ALL_CASES)}>All {CASE_SLICES.length} cases</a>
      <span className={styles.place}>
        case {number} of {CASE_SLICES.length}
      </span>
      <span className={styles.ways}>
        <span className={styles.before}>{way(before, "Previous case")}</span>
        <span className={styles.after}>{way(after, "Next case")}</span>
      </span>
    </nav>
  );
}
