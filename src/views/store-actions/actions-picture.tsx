import { type CSSProperties, useMemo } from "react";
import type { ActionsRun } from "../../learn/serving/actions-run";
import { say, WORDS } from "../../learn/words";
import type { EntitySlice } from "../../microfs/core";
import type { ScenarioAction } from "../../scenario/scenario";
import { actionWords, axisMomentNames, momentNames, rowNames, servedWords, valueTexts } from "./action-words";
import styles from "./actions-picture.module.css";
import { type AxisLabel, axisLevels } from "./axis-levels";
import { lookUpMoment, onlineState, trainedMarks } from "./lane-marks";
import { type LaneMark, LaneRow, laneScale, type Scale } from "./lane-row";

const { order: words } = WORDS;

/** What was done to a store, and what came of it. */
export interface StoreActions {
  readonly actions: readonly ScenarioAction[];
  readonly run: ActionsRun;
}

/** How much it tells: what was done alone; what was online after each action too; the training row of the same moment as well. */
export type ToldOfStores = "actions" | "online" | "trained";

export interface ActionsPictureProps {
  /** With all rows that the actions write. */
  readonly slice: EntitySlice;
  readonly served: StoreActions;
  readonly tells: ToldOfStores;
  /** The letters of rows that can be answered with, by their numbers. */
  readonly letters?: ReadonlyMap<number, string> | undefined;
  /** How many pixels one pixel of the drawing has. */
  readonly scale: number;
}

/** Of the drawing, in its pixels: a mark is so many times as large as in a lesson. */
const MARK_SCALE = 1.6;

/**
 * The actions on a store one under the other, all on one axis of time, each with the rows that are in the history then: for a
 * class to see from the last row. It fills its place; upright the names stand over the lanes.
 */
export function ActionsPicture({ slice, served, tells, letters, scale }: ActionsPictureProps) {
  const { actions, run } = served;
  const [join] = slice.joins;
  const lookUpUs = useMemo(() => lookUpMoment(actions), [actions]);
  const place = useMemo(
    () => laneScale([...(join?.eventTimesUs ?? []), ...(lookUpUs === null ? [] : [lookUpUs])]),
    [join, lookUpUs],
  );
  if (join === undefined) return null;
  const nameRow = rowNames(slice);
  const momentName = momentNames(slice);
  const axisName = axisMomentNames(slice);
  const values = valueTexts(join);
  const labels = Array.from(join.eventTimesUs, (us, position) => ({
    key: String(join.rows[position]),
    percent: place(us),
    letter: letters?.get(join.rows[position] ?? -1) ?? null,
    time: axisName(us),
    value: values.get(us) ?? "",
  }));
  const rows = actions.length + (tells === "trained" ? 1 : 0);
  const units: CSSProperties & Record<`--${string}`, string> = {
    "--u": `${scale}px`,
    "--rows": String(rows),
  };
  const markScale = MARK_SCALE * scale;
  return (
    <div className={styles.frame} style={units}>
      <div
        className={styles.picture}
        style={{
          gridTemplateRows: `auto minmax(0, ${actions.length}fr) minmax(0, ${rows - actions.length}fr)`,
        }}
      >
        <Axis labels={labels} lookUpUs={lookUpUs} place={place} momentName={momentName} />
        <ol className={styles.list} aria-label={words.actions}>
          {actions.map((action, i) => {
            const done = run.done[i];
            if (done === undefined) return null;
            const { historyUs, onlineUs, lookedUp } = done;
            const isTold = tells !== "actions";
            const before = run.done[i - 1]?.onlineUs ?? null;
            const marks = historyUs.map(
              (us): LaneMark => ({
                us,
                state: isTold && us === onlineUs ? onlineState(lookedUp) : "undecided",
              }),
            );
            const told = lookedUp === null ? nameRow(onlineUs) : servedWords(lookedUp, nameRow);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the actions of a question do not change
              <li key={i} className={styles.action}>
                <span className={styles.name}>{actionWords(action, slice, join.eventTime, "short")}</span>
                <LaneRow
                  scale={place}
                  marks={marks}
                  online={isTold ? { before, after: onlineUs } : undefined}
                  asOfUs={lookedUp === null ? undefined : (lookUpUs ?? undefined)}
                  markScale={markScale}
                />
                <span
                  className={styles.told}
                  data-changed={(isTold && before !== onlineUs) || undefined}
                  data-served={lookedUp !== null || undefined}
                >
                  {isTold && (
                    <>
                      <i>{lookedUp === null ? words.online : words.gives}</i> {told}
                    </>
                  )}
                  {!isTold && lookedUp !== null && (
                    <>
                      <i>{words.gives}</i> ?
                    </>
                  )}
                </span>
              </li>
            );
          })}
        </ol>
        {tells === "trained" && (
          <div className={styles.trained}>
            <span className={styles.name}>{say(words.training, { time: momentName(run.trained.tUs) })}</span>
            <LaneRow
              scale={place}
              marks={trainedMarks(run, run.trained.tUs)}
              asOfUs={run.trained.tUs}
              markScale={markScale}
            />
            <span className={styles.told} data-served>
              <i>{words.has}</i> {nameRow(run.trained.eventTimeUs)}
            </span>
          </div>
        )}
      </div>
    </div>
  );
}

/** In percent of the lane: further on, the word of the look-up's moment would not have room to both sides of it. */
const LAST_MIDDLE = 85;

/** The letter, the time and the value of every row over the lanes, and the moment that is looked up. */
function Axis({
  labels,
  lookUpUs,
  place,
  momentName,
}: {
  readonly labels: readonly AxisLabel[];
  readonly lookUpUs: bigint | null;
  readonly place: Scale;
  readonly momentName: (us: bigint) => string;
}) {
  const levels = axisLevels(labels);
  return (
    <div className={styles.axis} aria-hidden>
      <div className={styles.axisLane} data-levels={Math.max(0, ...levels) + 1}>
        {lookUpUs !== null && (
          <span className={styles.guide} style={{ insetInlineStart: `${place(lookUpUs)}%` }} />
        )}
        {lookUpUs !== null && (
          <span
            className={styles.moment}
            data-end={place(lookUpUs) > LAST_MIDDLE || undefined}
            style={{ insetInlineStart: `${place(lookUpUs)}%` }}
          >
            {say(words.lookUpAt, { time: momentName(lookUpUs) })}
          </span>
        )}
        {labels.map(({ key, percent, letter, time, value }, i) => (
          <span
            key={key}
            className={styles.label}
            data-level={levels[i]}
            style={{ insetInlineStart: `${percent}%` }}
          >
            <span>
              {letter !== null && <b>{letter}</b>} {time}
            </span>
            <span className={styles.value}>{value}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
