import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ActionDone, ActionsRun } from "../../../learn/serving/actions-run";
import { say, WORDS } from "../../../learn/words";
import { type EntitySlice, readTimeText, type SliceJoin } from "../../../microfs/core";
import type { ScenarioAction } from "../../../scenario/scenario";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { inWords } from "../../../timeline/words/sentence-parts";
import { classNames } from "../../../ui/class-names";
import { onReorderKey, ReorderControls } from "../../../ui/reorder/reorder-controls";
import { useReorder } from "../../../ui/reorder/use-reorder";
import {
  actionWords,
  axisMomentNames,
  momentNames,
  type NameRow,
  rowNames,
  servedWords,
  valueTexts,
} from "../../../views/store-actions/action-words";
import { lookUpMoment, onlineState, trainedMarks } from "../../../views/store-actions/lane-marks";
import { type LaneMark, LaneRow, laneScale, type Scale } from "../../../views/store-actions/lane-row";
import styles from "./action-lanes.module.css";

const { order: words } = WORDS;

export interface ActionLanesProps {
  /** With all rows that the actions write. */
  readonly slice: EntitySlice;
  readonly actions: readonly ScenarioAction[];
  /** What became of them; `null` while they have not run in this order. */
  readonly run: ActionsRun | null;
  /** The row that the learner said; `null` or absent for none. */
  readonly yoursUs?: bigint | null;
  /** Where the order is the learner's. */
  readonly onMove?: (from: number, to: number) => void;
}

/** The actions one under the other, each beside what the two stores hold after it, and under them the training row. */
export function ActionLanes({ slice, actions, run, yoursUs = null, onMove }: ActionLanesProps) {
  const list = useRef<HTMLOListElement>(null);
  const [announced, setAnnounced] = useState("");
  const focusNext = useRef<{ readonly action: ScenarioAction; readonly by: 1 | -1 } | null>(null);
  const move = (from: number, to: number) => {
    const action = actions[from];
    if (action === undefined || to < 0 || to >= actions.length) return;
    onMove?.(from, to);
    const place = to + 1;
    setAnnounced(say(words.position, { action: name(action), place, count: actions.length }));
  };
  const { handle, dragged } = useReorder(list, move);
  // An item that changes its place in the document loses the focus.
  useLayoutEffect(() => {
    const next = focusNext.current;
    if (next === null) return;
    focusNext.current = null;
    const item = list.current?.children[actions.indexOf(next.action)];
    item?.querySelector<HTMLElement>(`[data-by="${next.by}"]`)?.focus();
  });
  const [join] = slice.joins;
  const lookUpUs = useMemo(() => lookUpMoment(actions), [actions]);
  const scale = useMemo(
    () => laneScale([...(join?.eventTimesUs ?? []), ...(lookUpUs === null ? [] : [lookUpUs])]),
    [join, lookUpUs],
  );
  if (join === undefined) return null;
  const nameRow = rowNames(slice);
  const momentName = momentNames(slice);
  const name = (action: ScenarioAction) => actionWords(action, slice, join.eventTime);
  const step = (at: number, by: 1 | -1) => {
    const action = actions[at];
    // At an end nothing is moved, and the focus is not to come back here after whatever is pressed next.
    if (action === undefined || actions[at + by] === undefined) return;
    focusNext.current = { action, by };
    move(at, at + by);
  };
  return (
    <div className={styles.lanes} data-reorder={onMove !== undefined || undefined}>
      <Axis slice={slice} join={join} scale={scale} lookUpUs={lookUpUs} />
      <ol ref={list} className={styles.list} aria-label={words.actions}>
        {actions.map((action, at) => {
          const isDragged = dragged?.from === at;
          const isTarget = dragged !== null && dragged.to === at && !isDragged;
          return (
            <li
              key={keyOf(action, slice, actions, at)}
              className={classNames(styles.action, isDragged && styles.dragged)}
              data-drop={isTarget ? (dragged.to < dragged.from ? "before" : "after") : undefined}
              style={isDragged ? { transform: `translateY(${dragged.byPx}px)` } : undefined}
              onKeyDown={(event) => onMove && onReorderKey(event, (by) => step(at, by))}
            >
              {onMove && (
                <span data-controls>
                  <ReorderControls
                    at={at}
                    count={actions.length}
                    words={{
                      drag: say(words.drag, { action: name(action) }),
                      earlier: say(words.earlier, { action: name(action) }),
                      later: say(words.later, { action: name(action) }),
                    }}
                    handle={handle(at)}
                    isDragged={isDragged}
                    onStep={(by) => step(at, by)}
                  />
                </span>
              )}
              <span className={styles.name} data-name>
                {name(action)}
              </span>
              <Done
                at={at}
                action={action}
                label={name(action)}
                run={run}
                scale={scale}
                yoursUs={yoursUs}
                name={nameRow}
              />
            </li>
          );
        })}
      </ol>
      {lookUpUs !== null && (
        <Trained run={run} at={{ us: lookUpUs, name: momentName(lookUpUs) }} scale={scale} name={nameRow} />
      )}
      <p className="visually-hidden" aria-live="polite">
        {announced}
      </p>
    </div>
  );
}

interface DoneProps {
  readonly at: number;
  readonly action: ScenarioAction;
  /** What the action is called. */
  readonly label: string;
  readonly run: ActionsRun | null;
  readonly scale: Scale;
  readonly yoursUs: bigint | null;
  readonly name: NameRow;
}

/** What both stores hold after an action, drawn and in words. */
function Done({ at, action, label, run, scale, yoursUs, name }: DoneProps) {
  const done = run?.done[at];
  if (done === undefined)
    return (
      <>
        <LaneRow scale={scale} marks={[]} />
        <span className={styles.online}>{words.notRun}</span>
      </>
    );
  const online = { before: run?.done[at - 1]?.onlineUs ?? null, after: done.onlineUs };
  const isLookUp = done.lookedUp !== null;
  const read = action.kind === "lookUp" && action.now !== undefined ? readTimeText(action.now) : null;
  const rows = inWords(done.historyUs.map(name));
  const isApart = isLookUp && yoursUs !== null && done.onlineUs !== null && yoursUs !== done.onlineUs;
  return (
    <>
      <LaneRow
        scale={scale}
        marks={marksOf(done, isLookUp ? yoursUs : null)}
        online={online}
        asOfUs={read?.ok ? read.value : undefined}
        between={
          isApart && done.onlineUs !== null
            ? { fromUs: done.onlineUs, toUs: yoursUs, words: apartWords(yoursUs, done.onlineUs) }
            : undefined
        }
      />
      <span
        className={styles.online}
        data-head={isLookUp ? words.gives : words.online}
        data-changed={online.before !== online.after || undefined}
        data-served={isLookUp || undefined}
      >
        {done.lookedUp === null ? name(done.onlineUs) : servedWords(done.lookedUp, name)}
      </span>
      <span className="visually-hidden">
        {say(words.history, {
          action: label,
          rows: rows === "" ? words.nothing : rows,
          online: name(done.onlineUs),
        })}
      </span>
    </>
  );
}

/** The training row of the same moment, on the history as it is in the end. It has its room before anything has run. */
function Trained({
  run,
  at,
  scale,
  name,
}: {
  readonly run: ActionsRun | null;
  readonly at: { readonly us: bigint; readonly name: string };
  readonly scale: Scale;
  readonly name: NameRow;
}) {
  const eventTimeUs = run?.trained.eventTimeUs ?? null;
  const marks = run === null ? [] : trainedMarks(run, at.us);
  return (
    <div className={styles.trained}>
      <span className={styles.name}>{say(words.training, { time: at.name })}</span>
      <LaneRow scale={scale} marks={marks} asOfUs={at.us} />
      <span className={styles.online}>{run === null ? words.notRun : name(eventTimeUs)}</span>
    </div>
  );
}

/** The time and the value of every row, over the lanes. */
function Axis({
  slice,
  join,
  scale,
  lookUpUs,
}: {
  readonly slice: EntitySlice;
  readonly join: SliceJoin;
  readonly scale: Scale;
  readonly lookUpUs: bigint | null;
}) {
  const axisName = axisMomentNames(slice);
  const values = valueTexts(join);
  return (
    <div className={styles.axis} aria-hidden>
      <svg width="100%" height="3rem" className={styles.axisLane} aria-hidden focusable="false">
        {Array.from(join.eventTimesUs, (us) => (
          <text key={String(us)} x={`${scale(us)}%`} y="1.75rem" textAnchor="middle">
            <tspan>{axisName(us)}</tspan>
            <tspan className={styles.value} x={`${scale(us)}%`} dy="1.25em">
              {values.get(us)}
            </tspan>
          </text>
        ))}
        {lookUpUs !== null && (
          <text className={styles.moment} x={`${scale(lookUpUs)}%`} y="0.6875rem" textAnchor="middle">
            {say(words.lookUpAt, { time: momentNames(slice)(lookUpUs) })}
          </text>
        )}
      </svg>
      <span className={styles.onlineHead}>{words.online}</span>
    </div>
  );
}

function marksOf({ historyUs, onlineUs, lookedUp }: ActionDone, yoursUs: bigint | null): LaneMark[] {
  const shown = yoursUs === null || historyUs.includes(yoursUs) ? historyUs : [...historyUs, yoursUs];
  return shown.map((us) => ({
    us,
    state: us === onlineUs ? onlineState(lookedUp) : "undecided",
    isYours: us === yoursUs,
  }));
}

function apartWords(yoursUs: bigint, onlineUs: bigint): string {
  const [duration, side] =
    yoursUs > onlineUs
      ? [roughDuration(yoursUs - onlineUs), words.after]
      : [roughDuration(onlineUs - yoursUs), words.before];
  return say(words.between, { duration, side });
}

/** The same for the same action wherever it stands: of two that are alike, which of both it is. */
function keyOf(
  action: ScenarioAction,
  slice: EntitySlice,
  actions: readonly ScenarioAction[],
  at: number,
): string {
  const name = (one: ScenarioAction) => actionWords(one, slice, slice.joins[0]?.eventTime ?? "");
  const own = name(action);
  return `${own} ${actions.slice(0, at).filter((other) => name(other) === own).length}`;
}
