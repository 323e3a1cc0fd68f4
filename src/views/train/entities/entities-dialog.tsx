import { type KeyboardEvent, type Ref, useEffect, useMemo, useRef } from "react";
import type { App } from "../../../state/app";
import {
  entitySearch,
  type FoundEntities,
  leaveEntities,
  searchEntities,
} from "../../../state/entity-search";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { currentView } from "../../../state/training-queries";
import { useApp, useAppHandle, usePages, usePart } from "../../../state/use-app";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { TextInput } from "../../../ui/controls/text-input";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/feedback/notice";
import { countOf, formatNumber } from "../../../ui/format-number";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import { ENTITY_ORDERS, type EntityOrder } from "../../../worker/live/entity-list";
import { showNotable } from "../notable/next-notable";
import { type NotableSought, nextNotable } from "../notable/notable-rows";
import styles from "./entities-dialog.module.css";
import { entityColumns } from "./entity-columns";
import { RowByNumber } from "./row-by-number";

const ORDER_NAMES: Readonly<Record<EntityOrder, string>> = {
  rows: "most rows",
  leaks: "most leaks",
  unmatched: "most unmatched",
  key: "by key",
};
const ORDERS = ENTITY_ORDERS.map((value) => ({ value, label: ORDER_NAMES[value] }));

/** What the row that an entity is opened at should show, by what was asked for. */
const NOTABLE_BY_ORDER: Readonly<Partial<Record<EntityOrder, NotableSought>>> = {
  leaks: "leak",
  unmatched: "empty",
};

export interface EntitiesDialogProps {
  readonly training: Training;
  readonly onClose: () => void;
}

/** Chooses one of many entities to look at: by its key, or by what there is to see. */
export function EntitiesDialog({ training, onClose }: EntitiesDialogProps) {
  const app = useAppHandle();
  const { search, order, found: query } = usePart(entitySearch, (state) => state);
  const table = useRef<DataTableHandle>(null);
  const labelFg = useApp((state) => currentView(state)?.definition.labelFg ?? "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another training set is another list
  useEffect(() => searchEntities(app, {}), [app, training]);
  useEffect(() => () => leaveEntities(app), [app]);
  const found = latestData(query);
  const open = (i: number) => {
    const trainingRow = found?.pages.read(i, (page, at) => page.open[at]);
    if (trainingRow === undefined) return;
    onClose();
    openEntity(app, training, trainingRow, NOTABLE_BY_ORDER[order]);
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") open(0);
    else if (event.key === "ArrowDown" && found !== null && found.found > 0)
      table.current?.focusCell({ rowIndex: 0, columnId: found.columns[0] ?? "" });
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onClose={onClose} title="Find a row" width="wide">
      <RowByNumber training={training} labelFg={labelFg} onDone={onClose} />
      <div className={styles.search}>
        <TextInput
          label={found === null ? "Search" : `Search ${found.columns.join(", ")}`}
          value={search}
          onChange={(text) => searchEntities(app, { search: text })}
          onKeyDown={onSearchKey}
          autoFocus
          inputMode="search"
        />
        <SegmentedChoice
          label="Sorted by"
          options={ORDERS}
          value={order}
          onChange={(chosen) => searchEntities(app, { order: chosen })}
        />
      </div>
      {query.status === "failed" ? (
        <Notice kind="error" title="The entities could not be listed.">
          {query.error.message}
        </Notice>
      ) : (
        <>
          <p className={styles.count} role="status">
            {found === null ? "Counting …" : countWords(found, search)}
          </p>
          {found !== null && <FoundTable ref={table} training={training} found={found} onOpen={open} />}
        </>
      )}
    </Dialog>
  );
}

function FoundTable(props: {
  readonly ref: Ref<DataTableHandle>;
  readonly training: Training;
  readonly found: FoundEntities;
  readonly onOpen: (i: number) => void;
}) {
  const { ref, training, found, onOpen } = props;
  const version = usePages(found.pages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page makes the rows in notable anew
  const columns = useMemo(() => entityColumns(training, found), [training, found, version]);
  return (
    <>
      {found.pages.error !== null && (
        <Notice kind="error" title="These entities could not be fetched.">
          {found.pages.error.message}
        </Notice>
      )}
      <DataTable
        ref={ref}
        label="Entities"
        columns={columns}
        rowCount={found.found}
        onCellActivate={({ rowIndex }) => onOpen(rowIndex)}
        visibleRows={9}
        empty="No entity's key has that in it. Search for a part of the key."
      />
    </>
  );
}

/** Goes to an entity's row, and there to the join that shows what was looked for. */
function openEntity(
  app: App,
  training: Training,
  trainingRow: number,
  sought: NotableSought | undefined,
): void {
  const before = { trainingRow: trainingRow - 1, join: training.joins.length - 1 };
  const notable = sought && nextNotable(training, sought, before);
  if (notable?.trainingRow === trainingRow) showNotable(app, training, notable);
  else goTo(app, { row: training.spineIndex[trainingRow] ?? 0, column: null, from: null, to: null });
}

function countWords({ total, found }: FoundEntities, search: string): string {
  const entities = countOf(total, "entity", "entities");
  return search.trim() === "" ? entities : `${formatNumber(found)} of ${entities}`;
}
