import { columnRank } from "../terms/column-rank";
import type { ComparedJoin } from "./compared-view";

/**
 * How early a column of a joined group is chosen where one feature stands for several: what a model would learn from is 0,
 * then come other times, the row's own times and keys; see {@link columnRank}. Whatever is counted, all columns count.
 */
export function featureRank({ group, join }: ComparedJoin, column: string): number {
  return columnRank(column, group.column(column).type, {
    keys: [...group.primaryKeys, ...join.featureColumns],
    eventTime: group.eventTime,
    createdTime: group.createdTime ?? null,
  });
}
