import { useMemo } from "react";
import { NULL_TREATMENTS, type NullTreatment } from "../../../compare/model/model-results";
import { say, WORDS } from "../../../learn/words";
import { joinSlice, NO_MATCH } from "../../../microfs/core";
import type { Scenario } from "../../../scenario/scenario";
import { scenarioSlice } from "../../../scenario/scenario-slice";
import { startOf } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";
import { durationInWords } from "../../../timeline/words/duration-in-words";
import { formatDay } from "../../../timeline/words/format-moment";
import { columnFormat } from "../../../timeline/words/format-value";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { CellFace } from "../fill/cell-face";
import styles from "./empty-cell.module.css";

interface EmptyCellProps {
  /** It opens at a row that its join finds nothing for. */
  readonly scenario: Scenario;
  readonly treatment: NullTreatment;
  readonly onTreatment: (treatment: NullTreatment) => void;
}

/** One training row whose cell is empty, under one of three ways: in the picture, and in the table. */
export function EmptyCell({ scenario, treatment, onTreatment }: EmptyCellProps) {
  const slice = useMemo(() => scenarioSlice(scenario, startOf(scenario).spineRow), [scenario]);
  const { spineRow } = startOf(scenario);
  // It is drawn again with every step of the models' training, and its picture is not made again.
  const coordinate = useMemo(() => ({ spineRow, join: 0, phase: "write_cell" }) as const, [spineRow]);
  const [join] = slice.joins;
  const position = slice.spine.rows.indexOf(spineRow);
  const rules = useMemo(
    () => [join === undefined ? undefined : ({ ...join.rule, direction: "forward", ttlUs: null } as const)],
    [join],
  );
  const found = useMemo(() => {
    const [forward] = rules;
    if (join === undefined || forward === undefined) return null;
    const at = joinSlice(slice, join, forward).index[position] ?? NO_MATCH;
    return at === NO_MATCH ? null : at;
  }, [slice, join, rules, position]);
  if (join === undefined) return null;
  const column = join.columns.find(({ name }) => name === join.writes[0]?.column);
  const next =
    found === null || column === undefined ? null : columnFormat(column)(column.values[found] ?? null);
  const us = slice.spine.timesUs[position] ?? 0n;
  const entity = slice.entity.map(({ value }) => String(value)).join(", ");
  const moment = formatDay(us);
  const isDropped = treatment === "drop_rows";
  const value = treatment === "fill_next" ? next : null;
  const age = found === null ? "" : durationInWords((join.eventTimesUs[found] ?? us) - us);
  return (
    <div className={styles.cell}>
      <Timeline
        slice={slice}
        coordinate={coordinate}
        rules={treatment === "fill_next" ? rules : undefined}
        showMinimap={false}
        keys="none"
      />
      <div className={styles.ways}>
        <table className={styles.table} data-dropped={isDropped || undefined}>
          <thead>
            <tr>
              <th scope="col">{slice.entity[0]?.column}</th>
              <th scope="col">{slice.spine.eventTime}</th>
              <th scope="col">{join.writes[0]?.as}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{entity}</td>
              <td>{moment}</td>
              <td>
                <CellFace
                  label={say(WORDS.score.treatCell, {
                    entity,
                    moment,
                    column: join.writes[0]?.as ?? "",
                    treatment: WORDS.score[treatment],
                  })}
                  value={value}
                  nothing={isDropped ? WORDS.score.droppedCell : WORDS.score.emptyCell}
                  isChosen={false}
                  leaks={value !== null}
                  onPress={() => onTreatment(following(treatment))}
                />
              </td>
            </tr>
          </tbody>
        </table>
        <SegmentedChoice
          label={WORDS.score.treatments}
          variant="boxes"
          options={NULL_TREATMENTS.map((value) => ({ value, label: WORDS.score[value] }))}
          value={treatment}
          onChange={onTreatment}
        />
      </div>
      <p className={styles.said} role="status">
        {saidOf()}
      </p>
    </div>
  );

  function saidOf(): string {
    switch (treatment) {
      case "leave":
        return WORDS.score.leaveSaid;
      case "fill_next":
        return found === null ? WORDS.score.fillNothing : say(WORDS.score.fillSaid, { age });
      case "drop_rows":
        return WORDS.score.dropSaid;
    }
  }
}

/** Pressing the cell goes round. */
function following(treatment: NullTreatment): NullTreatment {
  return NULL_TREATMENTS[(NULL_TREATMENTS.indexOf(treatment) + 1) % NULL_TREATMENTS.length] ?? treatment;
}
