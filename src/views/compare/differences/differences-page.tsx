import { useEffect, useMemo, useRef } from "react";
import {
  type CellList,
  cellListStore,
  followCellList,
  leaveListBy,
  listQuestion,
  retryCellList,
  returnedToList,
} from "../../../state/compare/cell-list";
import { compareStore } from "../../../state/compare/compare";
import { editedCurrentView } from "../../../state/edit-view";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import type { Route } from "../../../state/route/route";
import { useApp, useAppHandle, useHref, usePages, usePart, useSelector } from "../../../state/use-app";
import { spineColumnsOf } from "../../../state/view/label-guess";
import { StepSentence } from "../../../timeline/step-sentence";
import { text } from "../../../timeline/words/sentence-parts";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import type { CellCoordinate } from "../../../ui/table/data-table-column";
import type { ViewSummary } from "../../../worker/results";
import { CompareHead } from "../compare-nav";
import { NothingToCompare, nothingToCompare } from "../nothing-to-compare";
import { type Variants, variantsShown } from "../use-variants";
import styles from "./differences-page.module.css";
import { behindColumns, differenceColumns, type ListNames } from "./list-columns";
import { behindProblem, behindWords, differenceWords } from "./list-words";

/** Where two joins differ: every cell that they write differently, or the rows behind a number. */
export function DifferencesPage() {
  const app = useAppHandle();
  const view = useSelector(editedCurrentView);
  const hasStore = useApp((state) => state.overview !== null);
  const summary = usePart(compareStore, (state) => latestData(state.summary));
  useEffect(() => followCellList(app), [app]);
  if (!hasStore) return <LoadingLine>Looking at what is stored …</LoadingLine>;
  const nothing = nothingToCompare(view, summary);
  if (view === null || nothing !== null) return <NothingToCompare what={nothing ?? "no_view"} />;
  return <OpenPage view={view} />;
}

function OpenPage({ view }: { readonly view: ViewSummary }) {
  const app = useAppHandle();
  const route = useApp((state) => state.route);
  const query = usePart(cellListStore, (state) => state.list);
  const { above, below } = route;
  const variants = useMemo(() => variantsShown(view.rules, above, below), [view.rules, above, below]);
  const question = listQuestion(route);
  const problem =
    question?.kind === "differences"
      ? null
      : behindProblem(
          question?.behind ?? null,
          variants.menu,
          view.columns.map(({ name }) => name),
          variants.word,
        );
  const isAsked =
    query.status !== "idle" &&
    query.key.view === view.definition.name &&
    query.key.question === JSON.stringify(question);
  const list = isAsked && problem === null ? latestData(query) : null;
  const said = problem === null ? list && listWords(list, variants) : [text(problem)];
  return (
    <article className={styles.page}>
      <CompareHead>
        <StepSentence
          as="h1"
          size="large"
          lines={1}
          linesNarrow={3}
          parts={said ?? [text("Looking for them …")]}
        />
      </CompareHead>
      <div className={styles.bar}>
        {route.behind === null ? (
          <ChooseJoins variants={variants} />
        ) : (
          <BehindLinks route={route} question={question} variants={variants} />
        )}
      </div>
      {isAsked && problem === null && query.status === "failed" && (
        <Notice
          kind="error"
          title="They could not be found."
          actions={<Button onClick={() => retryCellList(app)}>Try again</Button>}
        >
          {query.error.message}
        </Notice>
      )}
      {list !== null && list.totalRows > 0 && (
        <ListTable
          key={query.status === "idle" ? "" : query.key.question}
          list={list}
          view={view}
          variants={variants}
          isUpdating={query.status === "fetching"}
        />
      )}
    </article>
  );
}

function listWords(list: CellList, { word }: Variants) {
  return list.kind === "behind"
    ? behindWords(list.question.behind, list, word)
    : [text(differenceWords(list, word))];
}

/** Which two joins. */
function ChooseJoins({ variants }: { readonly variants: Variants }) {
  const app = useAppHandle();
  const options = variants.menu.map(({ name }) => ({ value: name, label: variants.word(name) }));
  return (
    <>
      <Select
        label="Above"
        layout="inline"
        options={options}
        value={variants.above.name}
        onChange={(above) => goTo(app, { above })}
      />
      <Select
        label="Below"
        layout="inline"
        options={options}
        value={variants.below.name}
        onChange={(below) => goTo(app, { below })}
      />
      <p className={styles.hint}>Size is the difference over the column’s spread; a text or a null is 1.</p>
    </>
  );
}

/** Where the number stands, and what else there is to see of its join. */
function BehindLinks(props: {
  readonly route: Route;
  readonly question: ReturnType<typeof listQuestion>;
  readonly variants: Variants;
}) {
  const { route, question, variants } = props;
  const hrefTo = useHref();
  const named = question?.kind === "behind" ? question.behind.variant : route.below;
  const variant = variants.menu.some(({ name }) => name === named) ? named : variants.below.name;
  const below = variant === "own" ? route.below : variant;
  return (
    <>
      <a href={hrefTo({ show: "cost", below: variant, behind: null }, route)}>Back to what it costs</a>
      <a href={hrefTo({ above: "own", below, behind: null }, route)}>All cells that differ</a>
      <p className={styles.hint}>Press a row to see it on the timeline.</p>
    </>
  );
}

interface ListTableProps {
  readonly list: CellList;
  readonly view: ViewSummary;
  readonly variants: Variants;
  readonly isUpdating: boolean;
}

/** The rows of a list. Pressed, one is shown under both joins; whoever comes back finds it where it was. */
function ListTable({ list, view, variants, isUpdating }: ListTableProps) {
  const app = useAppHandle();
  const table = useRef<DataTableHandle>(null);
  const version = usePages(list.pages);
  const names = useListNames(list, view, variants);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page makes the rows in sight anew
  const columns = useMemo(
    () => (list.kind === "behind" ? behindColumns(list, names) : differenceColumns(list, names)),
    [list, names, version],
  );
  const left = usePart(cellListStore, (state) => state.left);
  const isLeft = left !== null && left.question === JSON.stringify(list.question);
  useEffect(() => {
    if (!isLeft || left?.isDue !== true) return;
    table.current?.scrollToRow(left.rowIndex, "center");
    table.current?.focusCell(left);
    returnedToList(app);
  }, [app, isLeft, left]);
  const open = (cell: CellCoordinate) => {
    const step = stepOf(list, cell.rowIndex, view);
    if (step === null) return;
    leaveListBy(app, cell);
    goTo(app, { show: "row", phase: "write_cell", behind: null, from: null, to: null, ...step });
  };
  return (
    <section className={styles.list} aria-label="The rows" aria-busy={isUpdating}>
      {list.pages.error !== null && (
        <Notice
          kind="error"
          title="Some rows could not be fetched."
          actions={<Button onClick={() => retryCellList(app)}>Try again</Button>}
        >
          {list.pages.error.message}
        </Notice>
      )}
      <DataTable
        ref={table}
        label={
          list.kind === "behind"
            ? "Rows behind the number"
            : "Cells that differ, the greatest difference first"
        }
        columns={columns}
        rowCount={list.kind === "behind" ? list.totalRows : list.totalCells}
        selected={isLeft ? left : null}
        onCellActivate={open}
        visibleRows="fill"
        rowHeightPx={30}
      />
    </section>
  );
}

/** Where a row of the list is seen on the timeline; `null` while it is on its way. */
function stepOf(list: CellList, rowIndex: number, view: ViewSummary): Partial<Route> | null {
  if (list.kind === "differences") {
    const { above, below } = list.question;
    const row = list.pages.read(rowIndex, (page, at) => page[at]);
    return row === undefined ? null : { row: row.spineRow, join: row.join, column: row.column, above, below };
  }
  const { variant } = list.question.behind;
  const row = list.pages.read(rowIndex, (page, at) => page[at]);
  if (row === undefined) return null;
  const column = view.columns.find(({ name }) => name === row.feature)?.column ?? null;
  // Its own join stands above, whatever is compared with it.
  const compared = variant === "own" ? { above: variant } : { above: "own" as const, below: variant };
  return { row: row.spineRow, join: row.join, column, ...compared };
}

function useListNames(list: CellList, view: ViewSummary, { word }: Variants): ListNames {
  const { joins } = view.definition;
  const { question } = list;
  return useMemo(() => {
    const [above, below] =
      question.kind === "behind"
        ? (["own", question.behind.variant] as const)
        : ([question.above, question.below] as const);
    return {
      // As the worker names it: by every column that some join is on.
      entity: [...new Set(joins.flatMap(({ on }) => spineColumnsOf(on)))].join(", "),
      above: word(above),
      below: word(below),
      typeOf: (feature) => view.columns.find(({ name }) => name === feature)?.type,
      groupOf: (join) => joins[join]?.fgName ?? "",
    };
  }, [question, view.columns, joins, word]);
}
