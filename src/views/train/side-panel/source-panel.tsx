import explainSource from "../../../microfs/explain.ts?raw";
import { useApp, useHref } from "../../../state/use-app";
import { joinAt } from "../../../timeline/step/coordinate";
import { reachedPhase, verdictsAt } from "../../../timeline/step/step-verdicts";
import { predicateExcerpt, ruleExcerpt, type SourceLine } from "../../code/rule-excerpt";
import type { Step } from "../steps/current-step";
import styles from "./source-panel.module.css";

/** The rule as it stands in the file that runs, the line of this step marked. */
export function SourcePanel({ step: { slice, coordinate } }: { readonly step: Step }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const join = joinAt(slice, coordinate.join);
  const { rule } = join;
  const { reason } = verdictsAt(slice, join, coordinate.spineRow);
  const phase = reachedPhase(slice, coordinate.join, coordinate) ?? "find_entity";
  return (
    <>
      <p className={styles.name}>src/microfs/explain.ts</p>
      <section className={styles.lines} aria-label="The lines of this step">
        {ruleExcerpt(explainSource, phase, rule.direction, reason).map((stretch) => (
          <Stretch key={stretch[0]?.number} lines={stretch} />
        ))}
        {reason !== "null_key" && reason !== "no_entity" && (
          <Stretch lines={predicateExcerpt(explainSource, phase, rule.direction)} />
        )}
      </section>
      <a className={styles.more} href={hrefTo({ stage: "code" }, route)}>
        All of it, and this view in SQL and Python
      </a>
    </>
  );
}

function Stretch({ lines }: { readonly lines: readonly SourceLine[] }) {
  if (lines.length === 0) return null;
  const indent = Math.min(...lines.filter(({ text }) => text !== "").map(({ text }) => text.search(/\S/)));
  return (
    <pre className={styles.stretch}>
      {lines.map(({ number, text, marked }) => (
        <code key={number} className={styles.line} data-marked={marked || undefined}>
          {text.slice(indent)}
          {"\n"}
        </code>
      ))}
    </pre>
  );
}
