import { useEffect, useMemo } from "react";
import { ladderStore } from "../../../state/ladder/ladder-store";
import {
  endOwnJoin,
  finishedLanguages,
  ownJoin,
  startAskedOwnJoin,
  startOwnJoin,
} from "../../../state/own-join/own-join";
import { goTo } from "../../../state/route/go-to";
import type { RuleShown } from "../../../state/route/route";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { LANGUAGE_WORDS, type Language } from "../../../terms/languages";
import { type ChoiceOption, SegmentedChoice } from "../../../ui/controls/segmented-choice";
import styles from "./rule-switch.module.css";

/** What can be chosen; `mine` is asked for by a link alone. */
type Rule = Exclude<RuleShown, "mine">;

const RULES: readonly ChoiceOption<Rule>[] = [
  { value: "as-of", label: "as of" },
  { value: "latest", label: "latest" },
];

/** The same row and step under the view's own joins, the latest value that everybody is tempted to take, or the reader's own join. */
export function RuleSwitch() {
  const app = useAppHandle();
  const rule = useApp((state) => state.route.rule);
  const own = usePart(ownJoin, (state) => state);
  const work = usePart(ladderStore, (state) => state.work);
  const asked = useApp((state) => state.route.language);
  useEffect(() => {
    if (rule === "mine") startAskedOwnJoin(app);
  }, [app, rule]);
  const finished = useMemo(() => finishedLanguages(work), [work]);
  // One of them, where there are several: the report on it leads to the others.
  const language = own.kind === "on" ? own.language : finished.includes(asked) ? asked : finished[0];
  const options: readonly ChoiceOption<Rule | Language>[] =
    language === undefined ? RULES : [...RULES, { value: language, label: <MyJoin language={language} /> }];
  return (
    <SegmentedChoice<Rule | Language>
      label="Each join takes the value"
      labelPlace="unseen"
      variant="switch"
      options={options}
      value={own.kind === "on" ? own.language : rule === "mine" ? "as-of" : rule}
      onChange={(chosen) => {
        if (chosen === "as-of" || chosen === "latest") {
          endOwnJoin(app);
          goTo(app, { rule: chosen }, "replace");
        } else startOwnJoin(app, chosen);
      }}
    />
  );
}

function MyJoin({ language }: { readonly language: Language }) {
  return (
    <>
      my join<span className={styles.language}> ({LANGUAGE_WORDS[language]})</span>
    </>
  );
}
