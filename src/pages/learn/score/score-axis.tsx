import { say, WORDS } from "../../../learn/words";
import { MODEL_TERMS } from "../../../terms/model";
import { formatNumber } from "../../../ui/format-number";
import { GlossaryTerm } from "../../../views/terms/glossary-term";
import styles from "./score-axis.module.css";

/** One table's model on the axis. */
export interface AxisScore {
  readonly name: string;
  readonly offline: number;
  readonly production: number;
  /** Whether its table holds what was not known: only then a difference is a leak's. */
  readonly leaks: boolean;
  readonly isMuted?: boolean;
}

/** Where the axis ends; it begins at chance, or lower where a score does. */
const MOST = 1;
const CHANCE = 0.5;
const STEP = 0.25;
/** Scores that differ less than is written are the same in both. */
const DIGITS = 2;
/** Closer than so much of the axis, two labels would touch. */
const LEAST_APART = 0.7;

/** A score as it is written. */
export function scoreText(score: number): string {
  return formatNumber(score, { decimals: DIGITS });
}

/** What each model promises and keeps, on one axis. */
export function ScoreAxis({ scores }: { readonly scores: readonly AxisScore[] }) {
  const values = scores.flatMap(({ offline, production }) => [offline, production]);
  const least = Math.min(CHANCE, Math.floor(Math.min(...values) * 10) / 10);
  const at = (score: number) => `${(100 * (score - least)) / (MOST - least)}%`;
  const ticks = [CHANCE, CHANCE + STEP, MOST];
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>
        {WORDS.score.axisBefore}
        <GlossaryTerm of="AUC">{MODEL_TERMS.auc.word}</GlossaryTerm>
        {WORDS.score.axisAfter}
      </figcaption>
      <ul className={styles.rows}>
        {scores.map((score) => (
          <li key={score.name} className={styles.row} data-muted={score.isMuted || undefined}>
            <span className={styles.name}>{score.name}</span>
            <span className={styles.plot}>
              {ticks.map((tick) => (
                <span key={tick} className={styles.tick} style={{ left: at(tick) }} />
              ))}
              <Marks score={score} at={at} span={MOST - least} />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.axis} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} className={styles.label} style={{ left: at(tick) }}>
            {tick === CHANCE ? say(WORDS.score.chance, { score: tick }) : scoreText(tick)}
          </span>
        ))}
      </p>
    </figure>
  );
}

interface MarksProps {
  readonly score: AxisScore;
  readonly at: (score: number) => string;
  readonly span: number;
}

function Marks({ score: { offline, production, leaks }, at, span }: MarksProps) {
  const texts = { offline: scoreText(offline), production: scoreText(production) };
  if (texts.offline === texts.production)
    return (
      <>
        <span className={styles.both} style={{ left: at(production) }} />
        <span
          className={styles.beside}
          data-left={production - (MOST - span) > span / 2 || undefined}
          style={{ left: at(production) }}
        >
          {say(WORDS.score.inBoth, { score: texts.offline })}
        </span>
      </>
    );
  const [low, high] = production < offline ? [production, offline] : [offline, production];
  const lowText =
    production < offline
      ? say(WORDS.score.production, { score: texts.production })
      : say(WORDS.score.offline, { score: texts.offline });
  const highText =
    production < offline
      ? say(WORDS.score.offline, { score: texts.offline })
      : say(WORDS.score.production, { score: texts.production });
  const isClose = high - low < LEAST_APART * span;
  return (
    <>
      <span
        className={styles.gap}
        data-leaks={leaks || undefined}
        style={{ left: at(low), width: `${(100 * (high - low)) / span}%` }}
      />
      <span className={styles.offline} style={{ left: at(offline) }} />
      <span className={styles.production} style={{ left: at(production) }} />
      <span className={styles.over} style={{ left: at(low) }}>
        {lowText}
      </span>
      <span className={styles.over} data-end="" data-below={isClose || undefined} style={{ left: at(high) }}>
        {highText}
      </span>
    </>
  );
}
