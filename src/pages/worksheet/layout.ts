import type { EntitySlice } from "../../microfs/core";
import type { Paper } from "../../state/route/route";
import { textWidth } from "../../timeline/geometry/place-labels";
import { initialWindow } from "../../timeline/picture/initial-window";
import { picture } from "../../timeline/picture/picture";
import type { Picture } from "../../timeline/picture/picture-types";
import { pictureSvg } from "../../timeline/static-svg/picture-svg";
import { serifWidth } from "../../timeline/static-svg/sentence-markup";
import { type Coordinate, phasesAt } from "../../timeline/step/coordinate";
import { momentOf } from "../../timeline/step/step-verdicts";
import { formatMoment, momentStyle } from "../../timeline/words/format-moment";
import { entityName } from "../../timeline/words/nouns";
import { sentence } from "../../timeline/words/sentence";
import { plainText, type SentencePart } from "../../timeline/words/sentence-parts";
import type { AskedRow, WorksheetContent } from "./content";
import { type FillTable, fillTable, type RowList, rowLists } from "./row-parts";
import { ruleWords } from "./rule-words";

/** CSS pixels, of which an inch has 96: what can be printed on, within the margins that `sheet.module.css` gives a page. */
const SIZES: Readonly<Record<Paper, { readonly widthPx: number; readonly heightPx: number }>> = {
  a4: { widthPx: 686, heightPx: 1008 },
  letter: { widthPx: 708, heightPx: 942 },
};

/** All heights, pixels. The style sheet has the same: nothing on the paper is measured by a browser. */
export const PX = {
  title: 34,
  task: 20,
  heading: 22,
  rule: 17,
  /** Between words and the picture under them. */
  pictureGap: 5,
  listHead: 26,
  line: 17,
  writing: 25,
  sentence: 20,
  sentenceGap: 4,
  tableHead: 24,
  tableRow: 27,
  gap: 12,
} as const;

/** Sizes of letters, pixels. */
const LETTERS = { title: 26, task: 14.5, heading: 13.5, rule: 12, list: 12, sentence: 14 } as const;

/** The width of the serif is known to a percent or two: its lines are broken a little before they are full. */
const SPARE = 1.02;
/** More lines to write on than these are emptiness. */
const MOST_WRITING = 8;
/** Beside the title there is room for a name. */
export const NAME_PX = 300;
/** A picture that is set smaller than this is hard to read on paper. */
const LEAST_SCALE = 0.92;
/** How high lanes are, of those on the screen. */
const LOW = 0.75;
const HIGH = 1.25;
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
  readonly way: Way;
  readonly blocks: readonly RowBlock[];
  readonly table: FillTable & { readonly isTall: boolean };
}

/** A worksheet with its key; or why there is none. */
export type Worksheet =
  | { readonly kind: "sheets"; readonly sheet: SheetLayout; readonly key: SheetLayout; readonly rows: number }
  | { readonly kind: "too_many"; readonly rows: number }
  | { readonly kind: "no_rows" };

/** What is to be done. */
const TASK =
  "Each upright line is the moment of a prediction. Find the row that each join takes, write its value into the table, and say of every other row why it is left.";

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
    const asked = usable.slice(0, rows);
    for (const way of WAYS) {
      const sheet = layout(content, asked, { ...way, paper, isKey: false });
      const key = layout(content, asked, { ...way, paper, isKey: true });
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

/** How closely a page is set. */
export interface Way {
  /** How high a row of a list is, with a place to write what it is; `null` where rows are told in lines. */
  readonly listRowPx: number | null;
  /** Of pictures; `bare` ones are low, and have no lane for the predictions. */
  readonly pictures: "high" | "full" | "low" | "bare";
  /** How many lines there are to write on at least. */
  readonly writing: number;
}

/** The roomiest first. */
const WAYS: readonly Way[] = [
  { listRowPx: 28, pictures: "high", writing: 3 },
  { listRowPx: 26, pictures: "full", writing: 2 },
  { listRowPx: 22, pictures: "full", writing: 1 },
  { listRowPx: null, pictures: "full", writing: 2 },
  { listRowPx: null, pictures: "low", writing: 1 },
  { listRowPx: null, pictures: "bare", writing: 1 },
];

interface Page {
  readonly paper: Paper;
  readonly isKey: boolean;
}

function layout(
  { title: titleText, keyTitle }: WorksheetContent,
  rows: readonly AskedRow[],
  page: Way & Page,
): SheetLayout {
  const { paper, isKey, ...way } = page;
  const { widthPx, heightPx } = SIZES[paper];
  const title = isKey
    ? serifLines(`Key: ${keyTitle}`, LETTERS.title, widthPx)
    : serifLines(titleText, LETTERS.title, widthPx - NAME_PX);
  const task = isKey ? [] : serifLines(TASK, LETTERS.task, widthPx);
  const blocks = rows.map((row, i) =>
    rowBlock(row, rows[i - 1] ?? null, { ...page, number: i + 1, of: rows.length }),
  );
  const filled = fillTable(
    rows,
    blocks.map(({ lists }) => lists),
  );
  const table = { ...filled, isTall: isTooWide(filled, widthPx) };
  const headPx = title.length * PX.title + task.length * PX.task;
  const usedPx =
    headPx + blocks.reduce((sum, block) => sum + PX.gap + blockPx(block, page), 0) + PX.gap + tablePx(table);
  return { isKey, widthPx, heightPx, usedPx, title, task, way, blocks, table };
}

function rowBlock(
  row: AskedRow,
  before: AskedRow | null,
  page: Way & Page & { number: number; of: number },
): RowBlock {
  const { slice, spineRow } = row;
  const { paper, isKey, listRowPx, pictures, writing, number, of } = page;
  const { widthPx } = SIZES[paper];
  const window = initialWindow(slice, spineRow);
  const at = atOf(slice, spineRow, isKey);
  const drawn = picture(slice, at, window, {
    width: widthPx,
    hidesTtlBand: !isKey,
    tellsNoTtl: false,
    ...(pictures === "high" && { roomy: HIGH }),
    ...(pictures === "low" && { roomy: LOW }),
    ...(pictures === "bare" && { textScale: LEAST_SCALE, strip: { laneHeights: "low", hasAxis: true } }),
  });
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
      lines: listRowPx !== null ? [] : sansLines(listWords(list, isKey), LETTERS.list, widthPx),
    })),
    said,
    saidPx: said === null ? 0 : saidHeight(drawn, said),
    writing: isKey ? 0 : writing,
  };
}

/** How the sentence of the key is set under its picture. */
export function keyCaption(parts: readonly SentencePart[]) {
  return { parts, sizePx: LETTERS.sentence, linePx: PX.sentence, gap: PX.sentenceGap };
}

function saidHeight(drawn: Picture, said: readonly SentencePart[]): number {
  const { height } = pictureSvg(drawn, { title: "", caption: keyCaption(said) });
  return height - Math.ceil(drawn.height);
}

/** The candidates of a join in one paragraph. */
function listWords({ group, rows, others, noun }: RowList, isKey: boolean): string {
  const words = rows.map(({ time, created, value, verdict }) => {
    const known = created === null ? "" : ` (created ${created})`;
    // What belongs together stays in one line.
    return `${time} · ${value}${known}${isKey ? ` ${verdict}` : ""}`.replaceAll(" ", "\u00a0");
  });
  const more = others === 0 ? [] : [othersWords(others, noun)];
  return `${group}: ${[...words, ...more].join("; ") || "nothing"}`;
}

/** That some rows are not listed. */
export function othersWords(others: number, noun: string): string {
  return `and ${others} more outside the picture${others === 1 ? `, one ${noun}` : ""}`;
}

function blockPx(
  { heading, rules, drawn, lists, saidPx, writing }: RowBlock,
  { listRowPx }: Pick<Way, "listRowPx">,
): number {
  const ruleLines = rules.reduce((sum, { lines }) => sum + lines.length, 0);
  const listPx =
    listRowPx !== null
      ? listsPx(lists, listRowPx)
      : lists.reduce((sum, { lines }) => sum + lines.length * PX.line, 0);
  return (
    heading.length * PX.heading +
    ruleLines * PX.rule +
    PX.pictureGap +
    Math.ceil(drawn.height) +
    listPx +
    saidPx +
    writing * PX.writing
  );
}

/** Lists of several joins stand in two columns. */
function listsPx(lists: readonly RowList[], rowPx: number): number {
  const heights = lists.map(({ rows, others }) => PX.listHead + (rows.length + (others > 0 ? 1 : 0)) * rowPx);
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
  return widths.reduce((sum, width) => sum + width * SPARE + 18, 0) > widthPx;
}

function tablePx({ columns, rows, isTall }: FillTable & { isTall: boolean }): number {
  return isTall
    ? columns.length * PX.tableRow + BORDERS_PX
    : PX.tableHead + rows.length * PX.tableRow + BORDERS_PX;
}

/** Lines between rows are shared by them, and the outermost stand out. */
const BORDERS_PX = 3;

/** What room is left is there to write in. */
function withWriting(sheet: SheetLayout): SheetLayout {
  const spare = sheet.heightPx - sheet.usedPx;
  const more = Math.min(
    MOST_WRITING - sheet.way.writing,
    Math.floor(spare / PX.writing / sheet.blocks.length),
  );
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
  return broken(text, widthPx, (words) => textWidth(words, sizePx, weight));
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
