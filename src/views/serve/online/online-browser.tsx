import { useMemo } from "react";
import type { CellValue } from "../../../microfs";
import { type App, showMessage } from "../../../state/app";
import { onlineChanged } from "../../../state/connection";
import { storeNameOf } from "../../../state/dataset";
import { latestData, toError } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { type EntityColumn, entityColumns, entityTextOf } from "../../../state/serving/entity-columns";
import { entityOfRow } from "../../../state/serving/entity-of-row";
import { formatEntity } from "../../../state/serving/entity-text";
import { findOnlineRow, onlineRowAt } from "../../../state/serving/online-pages";
import { servingStore } from "../../../state/serving/serving";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { Notice } from "../../../ui/feedback/notice";
import { DataTable } from "../../../ui/table/data-table";
import type { CellAddress } from "../../../ui/table/data-table-column";
import type { GroupSummary, ViewSummary } from "../../../worker/answers";
import { useAskedEntity } from "../look-up/use-asked-entity";
import { countOf } from "../materialize/run-words";
import { ClearOnline } from "./clear-online";
import styles from "./online-browser.module.css";
import { onlineColumns } from "./online-columns";

export interface OnlineBrowserProps {
  readonly view: ViewSummary;
  readonly groups: readonly GroupSummary[];
  readonly names: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The online store as it lies in IndexedDB, one group at a time. */
export function OnlineBrowser({ view, groups, names, counts }: OnlineBrowserProps) {
  const app = useAppHandle();
  const chosen = useApp((state) => state.route.group);
  const storeName = useApp((state) => storeNameOf(state.document.dataset));
  const fgName = groupInSight(chosen, names, counts);
  const group = groups.find(({ definition }) => definition.name === fgName);
  const error = usePart(servingStore, (state) => state.pagesError);
  const isServable = usePart(servingStore, ({ problem }) => latestData(problem) === null);
  const total = counts.get(fgName) ?? 0;
  return (
    <section className={styles.browser} aria-labelledby="online-heading">
      <h2 id="online-heading">
        IndexedDB · {storeName} / online / {fgName}
      </h2>
      {names.length > 1 && (
        <SegmentedChoice
          label="Feature group"
          labelPlace="unseen"
          options={names.map((name) => ({ value: name, label: name }))}
          value={fgName}
          onChange={(name) => goTo(app, { group: name }, "replace")}
        />
      )}
      {error !== null && (
        <Notice
          kind="error"
          title="These rows could not be read."
          actions={<Button onClick={() => onlineChanged(app)}>Try again</Button>}
        >
          {error.message}
        </Notice>
      )}
      {group && (
        <OnlineTable
          key={fgName}
          view={view}
          groups={groups}
          group={group}
          total={total}
          isServable={isServable}
        />
      )}
      <p className={styles.foot}>
        <span>
          {countOf(total, "key")}
          {total > 0 && (
            <span className={styles.muted}>
              , one record each.{isServable && " Press one to look it up."}
            </span>
          )}
        </span>
        {total > 0 && <ClearOnline fgName={fgName} total={total} />}
      </p>
    </section>
  );
}

/** The group that is looked at: the chosen one, else the first that has keys; a joined one before the label's own. */
export function groupInSight(
  chosen: string | null,
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
): string {
  if (chosen !== null && names.includes(chosen)) return chosen;
  const [own = "", ...joined] = names;
  return [...joined, own].find((name) => (counts.get(name) ?? 0) > 0) ?? joined[0] ?? own;
}

interface OnlineTableProps extends Pick<OnlineBrowserProps, "view" | "groups"> {
  readonly group: GroupSummary;
  readonly total: number;
  readonly isServable: boolean;
}

function OnlineTable({ view, groups, group, total, isServable }: OnlineTableProps) {
  const app = useAppHandle();
  const fgName = group.definition.name;
  const pages = usePart(servingStore, (state) => state.pages);
  const entity = useMemo(() => entityColumns(view, groups), [view, groups]);
  const columns = useMemo(() => onlineColumns(group, pages), [group, pages]);
  const selected = useSelectedRow(fgName, entity);
  const open = ({ rowIndex }: CellAddress) => {
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
  const asked = useAskedEntity(columns);
  return useMemo(() => {
    if (asked === null) return null;
    const keys = columns.flatMap(({ name, sources }) =>
      sources
        .filter((source) => source.fgName === fgName)
        .map(({ column }) => ({ column, value: asked[name] })),
    );
    if (keys.length === 0) return null;
    const rowIndex = findOnlineRow(pages, fgName, (row) =>
      keys.every(({ column, value }) => row.values[column] === value),
    );
    return rowIndex === null ? null : { rowIndex, columnId: null };
  }, [asked, columns, fgName, pages]);
}
