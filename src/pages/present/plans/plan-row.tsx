import { type Plan, planMinutes } from "../../../present/plan";
import { removePlan } from "../../../state/present/my-plans";
import { ALL_PLANS } from "../../../state/route/url";
import { useAppHandle, usePageHref } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { minutesWords, stepName } from "./minutes-words";
import styles from "./plans-page.module.css";

export interface PlanRowProps {
  /** Of the plan, in an address. */
  readonly name: string;
  readonly plan: Plan;
  readonly isOwn?: boolean;
  /** Whether it is there again, and what brought it back is gone. */
  readonly takesFocus?: boolean;
}

/** One plan in their list: how long it takes, what is in it, and the ways to it. */
export function PlanRow({ name, plan, isOwn = false, takesFocus = false }: PlanRowProps) {
  const app = useAppHandle();
  const hrefTo = usePageHref();
  return (
    <li className={styles.row}>
      <PlanGlance plan={plan} />
      <span className={styles.words}>
        <a
          ref={takesFocus ? focusWhenThere : undefined}
          className={styles.name}
          href={hrefTo(ALL_PLANS, { screen: "plan", plan: name })}
        >
          {plan.title}
        </a>
        <span className={styles.steps}>
          {plan.steps.length === 0 ? "no steps yet" : plan.steps.map(stepName).join(" · ")}
        </span>
      </span>
      <span className={styles.actions}>
        <span className={styles.sum}>
          {isOwn && <span>{minutesWords(planMinutes(plan))}</span>}
          <span>{counted(plan.steps.length, "step")}</span>
          <span>{counted(votesIn(plan), "vote")}</span>
        </span>
        {isOwn && (
          <Button variant="link" aria-label={`Delete “${plan.title}”`} onClick={() => removePlan(app, name)}>
            Delete
          </Button>
        )}
        {plan.steps.length > 0 && (
          <ButtonLink
            aria-label={`Present “${plan.title}”`}
            href={hrefTo(ALL_PLANS, { screen: "projector", plan: name })}
          >
            Present
          </ButtonLink>
        )}
      </span>
    </li>
  );
}

function focusWhenThere(link: HTMLAnchorElement | null): void {
  link?.focus();
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function votesIn({ steps }: Plan): number {
  return steps.reduce((sum, step) => sum + (step.kind === "words" ? 0 : (step.votes ?? 0)), 0);
}

/** The longest class that has room in the glance. */
const MOST_MINUTES = 50;

/** The steps of a plan on a line, each as long as it takes. */
function PlanGlance({ plan }: Pick<PlanRowProps, "plan">) {
  const whole = Math.max(planMinutes(plan), MOST_MINUTES);
  const ends = plan.steps.map((_, i) => planMinutes({ steps: plan.steps.slice(0, i + 1) }));
  const percent = (minutes: number) => `${(100 * minutes) / whole}%`;
  return (
    <svg className={styles.glance} aria-hidden focusable="false">
      <line className={styles.whole} x1="0" x2="100%" y1="50%" y2="50%" />
      <line className={styles.taken} x1="0" x2={percent(ends.at(-1) ?? 0)} y1="50%" y2="50%" />
      {ends.map((end, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps have no names of their own
        <line key={i} className={styles.gap} x1={percent(end)} x2={percent(end)} y1="40%" y2="60%" />
      ))}
    </svg>
  );
}
