import { useEffect, useMemo, useRef } from "react";
import { multiplies } from "../../../compare/variant";
import { formatBehind, formatTableRows } from "../../../state/compare/behind";
import {
  type CellList,
  cellListStore,
  type DifferenceList,
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
import type { VariantName } from "../../../terms/variants";
import { StepSentence } from "../../../timeline/step-sentence";
import { text } from "../../../timeline/words/sentence-parts";
import { Button } from "../../../ui/controls/button";
import { Select } from "../../../ui/controls/select";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { formatNumber } from "../../../ui/format-number";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import type { CellCoordinate } from "../../../ui/table/data-table-column";
import type { ViewSummary } from "../../../worker/results";
import { CompareHead } from "../compare-nav";
import { NothingToCompare, nothingToCompare } from "../nothing-to-compare";
import { shiftWords } from "../shift-words";
import { type Variants, variantsShown } from "../use-variants";
import styles from "./differences-page.module.css";
import { behindColumns, differenceColumns, isText, type ListNames, tableRowColumns } from "./list-columns";
import { behindProblem, behindWords, bridgeWords, differenceWords, tableWords } from "./list-words";

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
          question === null
            ? null
            : question.kind === "behind"
              ? question.behind
              : { variant: question.variant, feature: null },
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
          <ChooseJoins variants={variants} list={list?.kind === "differences" ? list : null} />
        ) : (
          <BehindLinks route={route} question={question} variants={variants} list={list} />
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
  switch (list.kind) {
    case "behind":
      return behindWords(list.behind, list, word);
    case "rows":
      return [text(tableWords(list, word))];
    case "differences":
      return [text(differenceWords(list, word))];
  }
}

/** Which two joins, and how what they write follows from the rows that they take. */
function ChooseJoins({
  variants,
  list,
}: {
  readonly variants: Variants;
  readonly list: DifferenceList | null;
}) {
  const app = useAppHandle();
  const { menu, above, below, word } = variants;
  const options = menu.map(({ name }) => ({ value: name, label: word(name) }));
  const bridge = list && bridgeWords(list, multiplies(above) || multiplies(below));
  return (
    <>
      <Select
        label="Above"
        layout="inline"
        options={options}
        value={above.name}
        onChange={(name) => goTo(app, { above: name })}
      />
      <Select
        label="Below"
        layout="inline"
        options={options}
        value={below.name}
        onChange={(name) => goTo(app, { below: name })}
      />
      <p className={styles.hint}>
        {bridge}
        {list !== null && list.totalCells > 0 && <> Leaks come first, then the greatest difference.</>}
      </p>
    </>
  );
}

/** Where the number stands, and what else there is to see of its join. */
function BehindLinks(props: {
  readonly route: Route;
  readonly question: ReturnType<typeof listQuestion>;
  readonly variants: Variants;
  readonly list: CellList | null;
}) {
  const { route, question, variants, list } = props;
  const hrefTo = useHref();
  const named = variantNamed(question) ?? route.below;
  const variant = variants.menu.some(({ name }) => name === named) ? named : variants.below.name;
  const below = variant === "own" ? route.below : variant;
  const multiplied = formatBehind({ variant, what: "multiplied", feature: null, peekUs: null });
  return (
    <>
      <a href={hrefTo({ show: "cost", below: variant, behind: null }, route)}>Back to what it costs</a>
      <a href={hrefTo({ above: "own", below, behind: null }, route)}>All cells that differ</a>
      {list?.kind === "behind" && list.behind.what === "multiplied" && list.totalRows > 0 && (
        <a href={hrefTo({ behind: formatTableRows(variant) }, route)}>
          See the {formatNumber(list.tableRows)} rows as they would be trained on
        </a>
      )}
      {list?.kind === "rows" && list.totalRows > list.spineRows && (
        <a href={hrefTo({ behind: multiplied }, route)}>How many rows each becomes</a>
      )}
      <p className={styles.hint}>
        {question?.kind === "behind" &&
          question.behind.what === "other" &&
          question.behind.feature === null && <Shifts variant={variant} />}
        Press a row to see it on the timeline.
      </p>
    </>
  );
}

/** Which join's rows are listed. */
function variantNamed(question: ReturnType<typeof listQuestion>): VariantName | null {
  if (question?.kind === "behind") return question.behind.variant;
  return question?.kind === "rows" ? question.variant : null;
}

/** How the rows that a join takes lie to the view's own. */
function Shifts({ variant }: { readonly variant: VariantName }) {
  const summary = usePart(compareStore, (state) => latestData(state.summary));
  const counts = summary?.variants.find(({ name }) => name === variant);
  if (counts === undefined || counts.other === 0) return null;
  const { other, newer, older } = counts;
  const alone = other - newer - older;
  const rest = alone === 0 ? [] : [`${formatNumber(alone)} where only one of the two finds a row`];
  return `${[shiftWords(counts), ...rest].filter((words) => words !== "").join("; ")}. `;
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
  const columns = useMemo(() => columnsOf(list, names), [list, names, version]);
  const left = usePart(cellListStore, (state) => state.left);
  const isLeft = left !== null && left.question === JSON.stringify(list.question);
  useEffect(() => {
    if (!isLeft || left?.isDue !== true) return;
    table.current?.scrollToRow(left.rowIndex, "center");
    table.current?.focusCell(left);
    returnedToList(app);
  }, [app, isLeft, left]);
  const open = (cell: CellCoordinate) => {
    const step = stepOf(list, cell, view);
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
        label={LABELS[list.kind]}
        columns={columns}
        rowCount={list.kind === "differences" ? list.totalCells : list.totalRows}
        selected={isLeft ? left : null}
        onCellActivate={open}
        visibleRows="fill"
        rowHeightPx={30}
      />
    </section>
  );
}

const LABELS: Readonly<Record<CellList["kind"], string>> = {
  behind: "Rows behind the number",
  rows: "Rows of the join’s own table",
  differences: "Cells that differ, leaks first, then the greatest difference",
};

function columnsOf(list: CellList, names: ListNames) {
  switch (list.kind) {
    case "behind":
      return behindColumns(list, names);
    case "rows":
      return tableRowColumns(list, names);
    case "differences":
      return differenceColumns(list, names);
  }
}

/** Where a row of the list is seen on the timeline; `null` while it is on its way. */
function stepOf(
  list: CellList,
  { rowIndex, columnId }: CellCoordinate,
  view: ViewSummary,
): Partial<Route> | null {
  if (list.kind === "differences") {
    const { above, below } = list.question;
    const row = list.pages.read(rowIndex, (page, at) => page[at]);
    return row === undefined ? null : { row: row.spineRow, join: row.join, column: row.column, above, below };
  }
  const featureNamed = (wanted: string) => {
    const feature = view.columns.find(({ name }) => name === wanted);
    return feature && { join: feature.join, column: feature.column };
  };
  if (list.kind === "rows") {
    const row = list.pages.read(rowIndex, (page, at) => page[at]);
    if (row === undefined) return null;
    return { row: row.spineRow, ...featureNamed(columnId), ...besideOwn(list.question.variant) };
  }
  const row = list.pages.read(rowIndex, (page, at) => page[at]);
  if (row === undefined) return null;
  return {
    ...{ row: row.spineRow, join: row.join, column: null },
    ...featureNamed(row.feature),
    ...besideOwn(list.question.behind.variant),
  };
}

/** The view's own join stands above, whatever is compared with it. */
function besideOwn(variant: VariantName): Partial<Route> {
  return variant === "own" ? { above: variant } : { above: "own", below: variant };
}

function useListNames(list: CellList, view: ViewSummary, { word }: Variants): ListNames {
  const { joins } = view.definition;
  const { question } = list;
  return useMemo(() => {
    const [above, below] =
      question.kind === "differences"
        ? [question.above, question.below]
        : (["own", variantNamed(question) ?? "own"] as const);
    const features = view.columns.filter(({ join }) => join >= 0);
    return {
      // As the worker names it: by every column that some join is on.
      entity: [...new Set(joins.flatMap(({ on }) => spineColumnsOf(on)))].join(", "),
      above: word(above),
      below: word(below),
      featureNamed: (wanted) => features.find(({ name }) => name === wanted),
      hasNumbers: features.some(({ type }) => !isText(type)),
      groups: joins.map(({ fgName }) => fgName),
    };
  }, [question, view.columns, joins, word]);
}
