import { useEffect, useMemo } from "react";
import type { CellValue, SliceColumn } from "../../../microfs/core";
import { type App, showMessage } from "../../../state/app";
import { toError } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import {
  type EntityColumn,
  entityColumns,
  entityOfRow,
  entityTextOf,
} from "../../../state/serving/entity-columns";
import { formatEntity } from "../../../state/serving/entity-text";
import {
  ensureOnlineRow,
  findOnlineRow,
  firstPage,
  onlineRowAt,
  type ServingState,
  servingStore,
} from "../../../state/serving/serving";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { formatMoment } from "../../../timeline/words/format-moment";
import { columnFormat, exactValue } from "../../../timeline/words/format-value";
import { DataTable } from "../../../ui/table/data-table";
import type { CellCoordinate, DataTableColumn } from "../../../ui/table/data-table-column";
import type { GroupSummary, ViewSummary } from "../../../worker/results";
import { useRequestedEntity } from "../look-up/use-look-up";

export interface OnlineTableProps {
  readonly view: ViewSummary;
  readonly groups: readonly GroupSummary[];
  readonly group: GroupSummary;
  readonly total: number;
  readonly isServable: boolean;
}

/** A group's online rows; one that is pressed is looked up. */
export function OnlineTable({ view, groups, group, total, isServable }: OnlineTableProps) {
  const app = useAppHandle();
  const fgName = group.definition.name;
  const pages = usePart(servingStore, (state) => state.pages);
  const entity = useMemo(() => entityColumns(view, groups), [view, groups]);
  const columns = useMemo(() => onlineColumns(group, pages), [group, pages]);
  const selected = useSelectedRow(fgName, entity);
  const open = ({ rowIndex }: CellCoordinate) => {
    const row = onlineRowAt(pages, fgName, rowIndex);
    if (row === null) return;
    lookUpRow(app, view.definition.name, entity, fgName, row.values).catch((error) =>
      showMessage(app, { text: toError(error).message, isError: true }),
    );
  };
  return (
    <DataTable
      label={`Online rows of ${fgName}`}
      columns={columns}
      rowCount={total}
      selected={selected}
      visibleRows={10}
      onCellActivate={isServable ? open : undefined}
      empty={`Nothing of ${fgName} is online. Materialize it, and its latest rows stand here.`}
    />
  );
}

async function lookUpRow(
  app: App,
  view: string,
  columns: readonly EntityColumn[],
  fgName: string,
  row: Readonly<Record<string, CellValue>>,
): Promise<void> {
  const { values } = await entityOfRow(app, view, fgName, row, new AbortController().signal);
  goTo(app, { entity: formatEntity(entityTextOf(columns, values)) });
}

/** The row of the entity that is looked up, as far as its page is there. */
function useSelectedRow(fgName: string, columns: readonly EntityColumn[]) {
  const pages = usePart(servingStore, (state) => state.pages);
  const requested = useRequestedEntity(columns);
  return useMemo(() => {
    if (requested === null) return null;
    const keys = columns.flatMap(({ name, sources }) =>
      sources
        .filter((source) => source.fgName === fgName)
        .map(({ column }) => ({ column, value: requested[name] })),
    );
    if (keys.length === 0) return null;
    const rowIndex = findOnlineRow(pages, fgName, (row) =>
      keys.every(({ column, value }) => row.values[column] === value),
    );
    return rowIndex === null ? null : { rowIndex, columnId: null };
  }, [requested, columns, fgName, pages]);
}

const WITH_YEAR = { year: true };

/** The columns of a group's online rows: the key, the values, and when the row happened and became known. */
function onlineColumns(group: GroupSummary, pages: ServingState["pages"]): DataTableColumn[] {
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
