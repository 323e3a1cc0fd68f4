import { useId, useRef, useState } from "react";
import { EMPTY_REASON_TERMS } from "../../../terms/empty-reasons";
import { useWidth } from "../../../timeline/use-size";
import { VerdictGlyph, VerdictShape } from "../../../timeline/verdict-glyph";
import { formatMoment } from "../../../timeline/words/format-moment";
import { formatValue } from "../../../timeline/words/format-value";
import { rowName } from "../../../timeline/words/row-name";
import { Disclosure } from "../../../ui/controls/disclosure";
import type { JustMissed, WhyEmptyLine, WhyEmptySummary } from "../../../worker/why-empty/why-empty-results";
import type { ChangeContext } from "./change-words";
import { shortDuration, spanWords, wouldBeWords } from "./change-words";
import styles from "./just-missed-lanes.module.css";
import { KeyText } from "./key-text";
import { differing } from "./miss-words";
import { beside, type LaneMark, type MissedLane, missedLane, noRowsX, valueWords } from "./missed-lane";

export interface JustMissedLanesProps {
  readonly summary: WhyEmptySummary;
  readonly contextOf: (join: number) => ChangeContext;
}

/** Rows that only just missed, one from each of the largest reasons: each on a scale of its own, all on one line. */
export function JustMissedLanes({ summary, contextOf }: JustMissedLanesProps) {
  const [isOpen, setOpen] = useState(true);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 590);
  const { justMissed, lines } = summary;
  const moments = new Set(justMissed.map(({ cell }) => cell.timeUs));
  const [first = null] = moments;
  const shared = moments.size === 1 ? first : null;
  const count = ["No rows", "A row", "Two rows", "Three rows"][justMissed.length] ?? "Some rows";
  return (
    <Disclosure
      summary={
        <>
          <strong>{count} that only just missed</strong>{" "}
          <span className={styles.how}>
            one from each of the largest reasons; each lane has its own scale, the line is the same
          </span>
        </>
      }
      isOpen={isOpen}
      onOpen={setOpen}
      className={styles.lanes}
      summaryClassName={styles.summary}
    >
      <div className={styles.grid}>
        <div className={styles.flagPlace} ref={place}>
          <span className={styles.flag} style={{ insetInlineStart: "76%" }}>
            {shared === null ? "the prediction" : `as of ${formatMoment(shared, { year: false })}`}
          </span>
        </div>
        {justMissed.map((missed) => {
          const line = lines[missed.line];
          return (
            line && (
              <Lane
                key={missed.line}
                missed={missed}
                line={line}
                context={contextOf(line.join)}
                spineColumns={summary.on[line.join]?.spineColumns ?? []}
                width={width}
                saysMoment={shared === null}
              />
            )
          );
        })}
      </div>
    </Disclosure>
  );
}

interface LaneProps {
  readonly missed: JustMissed;
  readonly line: WhyEmptyLine;
  readonly context: ChangeContext;
  readonly spineColumns: readonly string[];
  readonly width: number;
  readonly saysMoment: boolean;
}

function Lane({ missed, line, context, spineColumns, width, saysMoment }: LaneProps) {
  const { cell } = missed;
  const { word, glyph } = EMPTY_REASON_TERMS[line.reason];
  const lane = missedLane(missed, missed.missedAs, width);
  const [asked, written] = differing(cell);
  const words = wouldBeWords(line, missed, context);
  return (
    <section className={styles.lane} aria-label={`${word}: row ${rowName(cell.spineRow)}`}>
      <div className={styles.title}>
        <span className={styles.glyph}>{glyph !== null && <VerdictGlyph state={glyph} />}</span>
        <div>
          <p className={styles.word}>{word}</p>
          <p className={styles.small}>
            row {rowName(cell.spineRow)}, {spineColumns.join(", ")}{" "}
            {cell.asked.map((value) => formatValue(value)).join(", ")}
          </p>
          <p className={styles.small}>
            {line.fgName} · {missed.column.name}
          </p>
          {saysMoment && <p className={styles.small}>as of {formatMoment(cell.timeUs)}</p>}
        </div>
        {lane.isOtherKey && (
          <div className={styles.keys}>
            <KeyText value={asked} />
            <KeyText value={written} />
          </div>
        )}
      </div>
      <LanePicture lane={lane} missed={missed} />
      <div className={styles.would}>
        <p>
          {words.value === null ? (
            words.clause
          ) : (
            <>
              would be <strong className={styles.value}>{words.value}</strong> {words.clause}
            </>
          )}
        </p>
        <p className={styles.small}>{words.sub}</p>
      </div>
    </section>
  );
}

const HEIGHT = 80;
const HEIGHT_OF_TWO = 92;
const RADIUS = 6;

function LanePicture({ lane, missed }: { readonly lane: MissedLane; readonly missed: JustMissed }) {
  const id = useId();
  const { width, lineX, marks, isOtherKey, gap } = lane;
  const height = isOtherKey ? HEIGHT_OF_TWO : HEIGHT;
  const y = isOtherKey ? 60 : 44;
  const askedY = isOtherKey ? 24 : y;
  const nearest = marks.find((mark) => mark.isNearest);
  const wordsX = noRowsX(lane);
  return (
    <svg
      className={styles.picture}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      focusable="false"
    >
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className={styles.future} />
          <line x1="0" x2="0" y1="0" y2="6" className={styles.hatch} />
        </pattern>
      </defs>
      <rect x={lineX} width={width - lineX} height={height} fill={`url(#${id}-hatch)`} />
      <Band lane={lane} y={askedY} ttlUs={missed.rule.ttlUs} />
      {[...new Set([askedY, y])].map((at) => (
        <line key={at} className={styles.axis} x1={0} x2={width} y1={at} y2={at} />
      ))}
      {lane.ticks.map((tick) => (
        <g key={tick.x}>
          <line className={styles.tick} x1={tick.x} x2={tick.x} y1={y - 4} y2={y + 4} />
          <text className={styles.words} x={tick.x} y={height - 9} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      {isOtherKey && wordsX !== null && (
        <text className={`${styles.words} ${styles.onAxis}`} x={wordsX} y={askedY + 4} textAnchor="middle">
          no rows under this key
        </text>
      )}
      {marks.map((mark) => (
        <Mark key={mark.row} mark={mark} words={valueWords(mark.value, missed.column.type)} y={y} />
      ))}
      {gap !== null && <Gap gap={gap} y={y - 20} lane={lane} byUs={missed.cell.byUs} />}
      {isOtherKey && nearest !== undefined && nearest.x < lineX && (
        <>
          <circle className={styles.wouldRing} cx={nearest.x} cy={y} r={RADIUS + 4} />
          <path
            className={styles.wouldArc}
            d={`M ${nearest.x} ${y - RADIUS - 4} Q ${nearest.x + 2} ${askedY} ${lineX} ${askedY}`}
          />
          <circle className={styles.wouldEnd} cx={lineX} cy={askedY} r={3.5} />
        </>
      )}
      <line className={styles.asOf} x1={lineX} x2={lineX} y1={0} y2={height} />
    </svg>
  );
}

interface BandProps {
  readonly lane: MissedLane;
  readonly y: number;
  readonly ttlUs: bigint | null;
}

/** What the TTL leaves. */
function Band({ lane: { ttlX, hasTtlEdge, lineX }, y, ttlUs }: BandProps) {
  if (ttlX === null || ttlX >= lineX) return null;
  return (
    <>
      <rect className={styles.band} x={ttlX} y={y - 13} width={lineX - ttlX} height={26} />
      {hasTtlEdge && (
        <>
          <line className={styles.ttl} x1={ttlX} x2={ttlX} y1={y - 13} y2={y + 13} />
          <text className={styles.ttlWord} x={ttlX + 6} y={y - 16}>
            TTL {ttlUs !== null && shortDuration(ttlUs)}
          </text>
        </>
      )}
    </>
  );
}

/** From the middle of a mark to its value. */
const VALUE_PLACES = {
  left: { dx: -RADIUS - 8, dy: 4, anchor: "end" },
  right: { dx: RADIUS + 8, dy: 4, anchor: "start" },
  below: { dx: 0, dy: RADIUS + 13, anchor: "middle" },
} as const;

interface MarkProps {
  readonly mark: LaneMark;
  readonly words: string;
  readonly y: number;
}

function Mark({ mark, words, y }: MarkProps) {
  const { x, state, tailX, isNearest, valueSide } = mark;
  const { dx, dy, anchor } = VALUE_PLACES[valueSide];
  return (
    <g>
      {tailX !== null && (
        <>
          <line className={styles.tail} x1={x} x2={tailX} y1={y} y2={y} />
          <line className={styles.tail} x1={tailX} x2={tailX} y1={y - 6} y2={y + 6} />
        </>
      )}
      <g transform={`translate(${x} ${y})`}>
        <VerdictShape state={state} radius={RADIUS} ring={RADIUS + 3} />
      </g>
      {isNearest && (
        <text className={`${styles.markValue} ${styles.onAxis}`} x={x + dx} y={y + dy} textAnchor={anchor}>
          {words}
        </text>
      )}
    </g>
  );
}

interface GapProps {
  readonly gap: { readonly from: number; readonly to: number };
  readonly y: number;
  readonly lane: Pick<MissedLane, "lineX" | "width">;
  readonly byUs: number | null;
}

/** By how much it missed, as a bracket with its length over it. */
function Gap({ gap: { from, to }, y, lane, byUs }: GapProps) {
  const end = Math.min(to, lane.width - 1);
  const words = byUs === null ? "" : spanWords(BigInt(Math.round(byUs)));
  return (
    <g>
      <path
        className={styles.gap}
        d={`M ${from} ${y - 4} V ${y + 4} M ${from} ${y} H ${end} M ${end} ${y - 4} V ${y + 4}`}
      />
      <text
        className={styles.gapWord}
        x={beside((from + end) / 2, words.length, lane)}
        y={y - 7}
        textAnchor="middle"
      >
        {words}
      </text>
    </g>
  );
}
