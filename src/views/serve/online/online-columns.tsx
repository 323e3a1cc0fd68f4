import { useEffect } from "react";
import type { SliceColumn } from "../../../microfs/entity-slice";
import { ensureOnlineRow, firstPage, onlineRowAt } from "../../../state/serving/online-pages";
import type { ServingState } from "../../../state/serving/serving";
import { useApp, useAppHandle } from "../../../state/use-app";
import { formatMoment } from "../../../timeline/words/format-moment";
import { columnFormat, exactValue } from "../../../timeline/words/format-value";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import type { GroupSummary } from "../../../worker/answers";

const WITH_YEAR = { year: true };

/** The columns of a group's online rows: the key, the values, and when the row happened and became known. */
export function onlineColumns(group: GroupSummary, pages: ServingState["pages"]): DataTableColumn[] {
  const { name: fgName, primaryKeys, eventTime, createdTime } = group.definition;
  const rowAt = (rowIndex: number) => onlineRowAt(pages, fgName, rowIndex);
  const times: DataTableColumn[] = [
    {
      id: "event time",
      header: "event time, UTC",
      minWidthPx: 172,
      cell: (rowIndex) => momentOf(rowAt(rowIndex)?.eventTime),
      exact: (rowIndex) => exactValue(rowAt(rowIndex)?.eventTime ?? null, "timestamp"),
    },
    {
      id: "created time",
      header: "created time, UTC",
      minWidthPx: 172,
      cell: (rowIndex) => momentOf(rowAt(rowIndex)?.createdTime),
      exact: (rowIndex) => exactValue(rowAt(rowIndex)?.createdTime ?? null, "timestamp"),
    },
  ];
  const values = group.columns.filter(
    ({ name }) => !primaryKeys.includes(name) && name !== eventTime && name !== createdTime,
  );
  return [
    {
      id: "key",
      header: "key",
      subheader: primaryKeys.join(", "),
      minWidthPx: 96,
      cell: (rowIndex) => <OnlineKey fgName={fgName} rowIndex={rowIndex} text={rowAt(rowIndex)?.key} />,
      exact: (rowIndex) => rowAt(rowIndex)?.key,
    },
    ...values.map(({ name, type }): DataTableColumn => {
      // As many decimals as the first rows need: the rest is one hover away.
      const first = firstPage(pages, fgName) ?? [];
      const column: SliceColumn = { name, type, values: first.map((row) => row.values[name] ?? null) };
      const format = columnFormat(column, WITH_YEAR);
      const valueAt = (rowIndex: number) => rowAt(rowIndex)?.values[name];
      return {
        id: `value ${name}`,
        header: name,
        subheader: type,
        minWidthPx: type === "timestamp" ? 172 : 96,
        align: type === "int64" || type === "float64" ? "end" : "start",
        cell: (rowIndex) => {
          const value = valueAt(rowIndex);
          return value === undefined ? "" : format(value);
        },
        exact: (rowIndex) => exactValue(valueAt(rowIndex) ?? null, type),
      };
    }),
    ...(createdTime == null ? times.slice(0, 1) : times),
  ];
}

function momentOf(us: bigint | null | undefined): string {
  return us == null ? "" : formatMoment(us, WITH_YEAR);
}

/** A row's key. In sight, it sees to it that its row is read, and read again once the store has changed. */
function OnlineKey({
  fgName,
  rowIndex,
  text,
}: {
  fgName: string;
  rowIndex: number;
  text: string | undefined;
}) {
  const app = useAppHandle();
  const revision = useApp((state) => state.onlineRevision);
  useEffect(() => ensureOnlineRow(app, fgName, rowIndex, revision), [app, fgName, rowIndex, revision]);
  return text ?? "…";
}
