import type { EntitySlice } from "../../microfs/core";
import type { Paper } from "../../state/route/route";
import { textWidth } from "../../timeline/geometry/place-labels";
import { initialWindow } from "../../timeline/picture/initial-window";
import { picture } from "../../timeline/picture/picture";
import type { Picture } from "../../timeline/picture/picture-types";
import { sentenceMarkup, serifWidth } from "../../timeline/static-svg/sentence-markup";
import { type Coordinate, phasesAt } from "../../timeline/step/coordinate";
import { momentOf } from "../../timeline/step/step-verdicts";
import { formatMoment, momentStyle } from "../../timeline/words/format-moment";
import { entityName } from "../../timeline/words/nouns";
import { sentence } from "../../timeline/words/sentence";
import { plainText, type SentencePart } from "../../timeline/words/sentence-parts";
import type { AskedRow, WorksheetContent } from "./content";
import { type FillTable, fillTables, type RowList, rowLists } from "./row-parts";
import { ruleWords } from "./rule-words";

/** CSS pixels, of which an inch has 96: what can be printed on, within the margins that `sheet.module.css` gives a page. */
const SIZES: Readonly<Record<Paper, { readonly widthPx: number; readonly heightPx: number }>> = {
  a4: { widthPx: 686, heightPx: 1010 },
  letter: { widthPx: 708, heightPx: 944 },
};

/** All heights, pixels. The style sheet has the same: nothing on the paper is measured by a browser. */
export const PX = {
  title: 34,
  name: 30,
  task: 20,
  heading: 22,
  rule: 17,
  listHead: 20,
  listRow: 19,
  line: 17,
  writing: 25,
  writingLabel: 20,
  sentence: 20,
  tableHead: 24,
  tableRow: 27,
  gap: 12,
} as const;

/** Sizes of letters, pixels. */
const LETTERS = { title: 26, task: 14.5, heading: 13.5, rule: 12, list: 12, sentence: 14 } as const;

/** Widths are known to a few percent: lines are broken a little before they are full. */
const SPARE = 1.05;
/** More lines to write on than these are emptiness. */
const MOST_WRITING = 6;
const LEAST_WRITING = 2;
/** More rows than these nobody judges by hand. */
const MOST_LISTED = 40;

/** What one row of a worksheet shows. */
export interface RowBlock {
  readonly heading: readonly string[];
  /** What its joins do, a paragraph a join; empty where the row before it said the same. */
  readonly rules: readonly { readonly group: string; readonly lines: readonly string[] }[];
  readonly drawn: Picture;
  /** What the picture shows, for who cannot see it. */
  readonly alt: string;
  readonly lists: readonly (RowList & { readonly lines: readonly string[] })[];
  /** On the key, what the join did; on the worksheet nothing. */
  readonly said: readonly SentencePart[] | null;
  readonly saidPx: number;
  /** How many lines there are to write on. */
  readonly writing: number;
}

/** One page. */
export interface SheetLayout {
  readonly isKey: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What its parts take of that. */
  readonly usedPx: number;
  readonly title: readonly string[];
  readonly task: readonly string[];
  /** Whether rows are listed with a place for each verdict; else they are told in lines. */
  readonly hasLists: boolean;
  readonly blocks: readonly RowBlock[];
  readonly tables: readonly (FillTable & { readonly isTall: boolean })[];
}

/** A worksheet with its key; or why there is none. */
export type Worksheet =
  | { readonly kind: "sheets"; readonly sheet: SheetLayout; readonly key: SheetLayout; readonly rows: number }
  | { readonly kind: "too_many"; readonly rows: number }
  | { readonly kind: "no_rows" };

/** What is to be done. */
const TASK =
  "Each upright line is the moment of a prediction. Find the row that goes into the training table and write its value there, and say of every other why it is left.";

/**
 * Lays a worksheet out: as many of its rows as fit one page, their candidates listed where there is room and told in lines
 * where there is not. Needs no browser. Costs O(rows on the paper).
 *
 * @param wanted - How many rows, from 1.
 */
export function worksheetLayout(content: WorksheetContent, paper: Paper, wanted: number): Worksheet {
  const first = content.rows[0];
  if (first === undefined) return { kind: "no_rows" };
  const crowded = content.rows.slice(0, wanted).map(rowsTooMany);
  const usable = content.rows.slice(0, wanted).filter((_, i) => crowded[i] === null);
  for (let rows = usable.length; rows > 0; rows--) {
    for (const hasLists of [true, false]) {
      const asked = usable.slice(0, rows);
      const [sheet, key] = [false, true].map((isKey) =>
        layout(content.title, asked, { paper, isKey, hasLists }),
      );
      if (sheet === undefined || key === undefined) break;
      if (sheet.usedPx <= sheet.heightPx && key.usedPx <= key.heightPx)
        return { kind: "sheets", sheet: withWriting(sheet), key, rows };
    }
  }
  return { kind: "too_many", rows: Math.max(...crowded.map((count) => count ?? 0), rowsOf(first.slice)) };
}

/** How many rows a picture has that cannot be told apart on paper; `null` where they can. */
function rowsTooMany({ slice, spineRow }: AskedRow): number | null {
  const window = initialWindow(slice, spineRow);
  const drawn = picture(slice, atOf(slice, spineRow, false), window, { width: SIZES.a4.widthPx });
  const isDense = drawn.spine.density !== null || drawn.lanes.some(({ density }) => density !== null);
  const listed = drawn.lanes.reduce((sum, { marks }) => sum + marks.length, 0);
  return isDense || listed > MOST_LISTED ? rowsOf(slice) : null;
}

function rowsOf(slice: EntitySlice): number {
  return slice.joins.reduce((sum, join) => sum + join.rows.length, slice.spine.rows.length);
}

/** Nothing judged, or all of it. */
function atOf(slice: EntitySlice, spineRow: number, isKey: boolean): Coordinate {
  const together = slice.joins.length > 1;
  const at = together ? { spineRow, join: 0, together } : { spineRow, join: 0 };
  const phases = phasesAt(slice, at);
  return { ...at, phase: (isKey ? phases.at(-1) : phases[0]) ?? "find_entity" };
}

interface Way {
  readonly paper: Paper;
  readonly isKey: boolean;
  readonly hasLists: boolean;
}

function layout(titleText: string, rows: readonly AskedRow[], way: Way): SheetLayout {
  const { paper, isKey, hasLists } = way;
  const { widthPx, heightPx } = SIZES[paper];
  const title = serifLines(isKey ? `Key: ${titleText}` : titleText, LETTERS.title, widthPx);
  const task = isKey ? [] : serifLines(TASK, LETTERS.task, widthPx);
  const blocks = rows.map((row, i) =>
    rowBlock(row, rows[i - 1] ?? null, { ...way, number: i + 1, of: rows.length }),
  );
  const tables = fillTables(
    rows,
    blocks.map(({ lists }) => lists),
  ).map((table) => ({ ...table, isTall: isTooWide(table, widthPx) }));
  const headPx = title.length * PX.title + (isKey ? 0 : PX.name + task.length * PX.task);
  const usedPx =
    headPx +
    blocks.reduce((sum, block) => sum + PX.gap + blockPx(block, way), 0) +
    tables.reduce((sum, table) => sum + PX.gap + tablePx(table), 0);
  return { isKey, widthPx, heightPx, usedPx, title, task, hasLists, blocks, tables };
}

function rowBlock(
  row: AskedRow,
  before: AskedRow | null,
  { paper, isKey, hasLists, number, of }: Way & { number: number; of: number },
): RowBlock {
  const { slice, spineRow } = row;
  const { widthPx } = SIZES[paper];
  const window = initialWindow(slice, spineRow);
  const at = atOf(slice, spineRow, isKey);
  const drawn = picture(slice, at, window, { width: widthPx, hidesTtlBand: !isKey, tellsNoTtl: false });
  const who = `${entityName(slice)}, ${formatMoment(momentOf(slice, spineRow), momentStyle(slice))}`;
  const heading = `${of > 1 ? `${number}. ` : ""}${row.question ?? who}${row.question === null ? "" : ` (${who})`}`;
  const rulesOf = ({ slice: some }: AskedRow) =>
    some.joins.map((join) => ({ group: join.fgName, words: ruleWords(some, join) }));
  const rules = rulesOf(row);
  const isSaid = before !== null && JSON.stringify(rulesOf(before)) === JSON.stringify(rules);
  const lists = rowLists(row, window);
  const said = isKey ? sentence(slice, at) : null;
  return {
    heading: sansLines(heading, LETTERS.heading, widthPx, 600),
    rules: isSaid
      ? []
      : rules.map(({ group, words }) => ({
          group,
          lines: sansLines(`${group}: ${words}`, LETTERS.rule, widthPx),
        })),
    drawn,
    alt: isKey
      ? plainText(said ?? [])
      : `${who}: ${drawn.lanes.map(({ spoken }) => spoken).join("; ")}; nothing is judged yet`,
    lists: lists.map((list) => ({
      ...list,
      lines: hasLists ? [] : sansLines(listWords(list, isKey), LETTERS.list, widthPx),
    })),
    said,
    saidPx:
      said === null
        ? 0
        : sentenceMarkup(said, {
            x: 0,
            top: 0,
            width: widthPx,
            sizePx: LETTERS.sentence,
            linePx: PX.sentence,
          }).height,
    writing: isKey ? 0 : LEAST_WRITING,
  };
}

/** The candidates of a join in one paragraph. */
function listWords({ group, rows, others, noun }: RowList, isKey: boolean): string {
  const words = rows.map(({ time, created, value, verdict }) => {
    const known = created === null ? "" : ` (created ${created})`;
    return `${time} · ${value}${known}${isKey ? ` ${verdict}` : ""}`;
  });
  const more = others === 0 ? [] : [othersWords(others, noun)];
  return `${group}: ${[...words, ...more].join("; ") || "nothing"}`;
}

/** That some rows are not listed. */
export function othersWords(others: number, noun: string): string {
  return `and ${others} more outside the picture${others === 1 ? `, one ${noun}` : ""}`;
}

function blockPx({ heading, rules, drawn, lists, saidPx, writing }: RowBlock, { hasLists }: Way): number {
  const ruleLines = rules.reduce((sum, { lines }) => sum + lines.length, 0);
  const listPx = hasLists
    ? listsPx(lists)
    : lists.reduce((sum, { lines }) => sum + lines.length * PX.line, 0);
  const writingPx = writing === 0 ? 0 : PX.writingLabel + writing * PX.writing;
  return (
    heading.length * PX.heading + ruleLines * PX.rule + Math.ceil(drawn.height) + listPx + saidPx + writingPx
  );
}

/** Lists of several joins stand in two columns. */
function listsPx(lists: readonly RowList[]): number {
  const heights = lists.map(
    ({ rows, others }) => PX.listHead + (rows.length + (others > 0 ? 1 : 0)) * PX.listRow,
  );
  const lines = Array.from({ length: Math.ceil(heights.length / 2) }, (_, i) =>
    heights.slice(i * 2, i * 2 + 2),
  );
  return lines.reduce((sum, line) => sum + Math.max(...line), 0);
}

/** A table that is too wide stands on its side: a line for each of its columns. */
function isTooWide({ columns, rows }: FillTable, widthPx: number): boolean {
  const widths = columns.map(({ name }, i) =>
    Math.max(textWidth(name, LETTERS.list, 600), ...rows.map((row) => textWidth(row[i] ?? "", LETTERS.list))),
  );
  return widths.reduce((sum, width) => sum + width * SPARE + 16, 0) > widthPx;
}

function tablePx({ columns, rows, isTall }: FillTable & { isTall: boolean }): number {
  return isTall ? columns.length * PX.tableRow : PX.tableHead + rows.length * PX.tableRow;
}

/** What room is left is there to write in. */
function withWriting(sheet: SheetLayout): SheetLayout {
  const spare = sheet.heightPx - sheet.usedPx;
  const more = Math.min(MOST_WRITING - LEAST_WRITING, Math.floor(spare / PX.writing / sheet.blocks.length));
  return {
    ...sheet,
    usedPx: sheet.usedPx + more * PX.writing * sheet.blocks.length,
    blocks: sheet.blocks.map((block) => ({ ...block, writing: block.writing + more })),
  };
}

function serifLines(text: string, sizePx: number, widthPx: number): string[] {
  return broken(text, widthPx, (words) => serifWidth(words, sizePx, false) * SPARE);
}

function sansLines(text: string, sizePx: number, widthPx: number, weight: 400 | 600 = 400): string[] {
  return broken(text, widthPx, (words) => textWidth(words, sizePx, weight) * SPARE);
}

/** A text in lines: words that are longer than a line stand alone. */
function broken(text: string, widthPx: number, measure: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measure(longer) > widthPx) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
