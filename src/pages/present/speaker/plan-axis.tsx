import { useRef } from "react";
import { paceOf, paceWords } from "../../../present/session/pace";
import { goToPlanStep } from "../../../state/present/go-to-frame";
import type { OpenPlan } from "../../../state/present/plan-store";
import { useAppHandle } from "../../../state/use-app";
import { useWidth } from "../../../timeline/use-size";
import type { CurrentScreen } from "../use-plan";
import styles from "./plan-axis.module.css";

export interface PlanAxisProps {
  readonly open: Extract<OpenPlan, { kind: "open" }>;
  readonly screen: CurrentScreen;
  /** `null` before the timer was started. */
  readonly passedMs: number | null;
}

/** About how wide a letter of a title is, and how much of a long one says what it is, pixels. */
const LETTER_PX = 7;
const TITLE_PX = 105;

/** How far the title of the last step may reach beyond the axis, pixels. */
const BEYOND_PX = 56;

/** What each step is called where it has so many pixels: its title, or nothing where that says too little. Where no more than its number has room, all have theirs. */
function stepLabels(titles: readonly string[], px: readonly number[]): readonly string[] {
  const fits = titles.map((title, i) => (px[i] ?? 0) >= Math.min(title.length * LETTER_PX + 6, TITLE_PX));
  const isNumbered = !fits.every(Boolean);
  return titles.map((title, i) => {
    const number = String(i + 1);
    if (fits[i]) return isNumbered ? `${number} ${title}` : title;
    return (px[i] ?? 0) >= number.length * LETTER_PX + 3 ? number : "";
  });
}

/** The plan's steps on an axis of time: how far the class has come, and where it should be by now. */
export function PlanAxis({ open, screen, passedMs }: PlanAxisProps) {
  const app = useAppHandle();
  const axis = useRef<HTMLElement>(null);
  const width = useWidth(axis, 720);
  const { steps, frames } = open;
  const minutes = steps.map(({ step }) => step.minutes);
  const pace = paceOf(minutes, frames, screen.number, passedMs ?? 0);
  const whole = Math.max(pace.ofMinutes, Number.EPSILON);
  const percent = (minute: number) => `${Math.min(100, (100 * minute) / whole)}%`;
  const passed = (passedMs ?? 0) / 60_000;
  const labels = stepLabels(
    steps.map(({ title }) => title),
    minutes.map((of, i) => (of / whole) * width + (i === steps.length - 1 ? BEYOND_PX : 0)),
  );
  return (
    <nav ref={axis} className={styles.axis} aria-label="Steps of the plan">
      <span className={styles.line} />
      <span className={styles.done} style={{ width: percent(pace.to) }} />
      {passedMs !== null && (
        <p
          className={styles.due}
          data-side={passed > whole / 2 ? "left" : "right"}
          style={{ insetInlineStart: percent(passed) }}
        >
          <span>{paceWords(pace)}</span>
        </p>
      )}
      <ol className={styles.steps}>
        {steps.map(({ title }, i) => {
          const isCurrent = i === screen.frame.step;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a plan may have the same step twice, and its order is its identity
              key={i}
              className={styles.step}
              style={{ insetInlineStart: percent(pace.begins[i] ?? 0), width: percent(minutes[i] ?? 0) }}
              data-current={isCurrent || undefined}
              data-side={(pace.begins[i] ?? 0) > whole / 2 ? "left" : "right"}
            >
              <button
                type="button"
                aria-label={`${i + 1}: ${title}, ${minutes[i]} min`}
                aria-current={isCurrent ? "step" : undefined}
                onClick={() => goToPlanStep(app, i)}
              >
                {isCurrent ? title : labels[i]}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
