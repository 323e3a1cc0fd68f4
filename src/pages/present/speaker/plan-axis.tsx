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

/** What a step is called where it has so many pixels: its title, its number where that says too little, or nothing. */
function stepLabel(title: string, number: number, px: number): string {
  if (px >= Math.min(title.length * LETTER_PX + 6, TITLE_PX)) return title;
  return px >= String(number).length * LETTER_PX + 3 ? String(number) : "";
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
          const px = ((minutes[i] ?? 0) / whole) * width;
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
                {isCurrent ? title : stepLabel(title, i + 1, px)}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
