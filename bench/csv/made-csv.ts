import { mulberry32 } from "../made-data";

export type MadeType = "int64" | "float64" | "string" | "bool" | "timestamp";

/** What every reader is told of the file: it makes the same typed columns of it. */
export const MADE_COLUMNS: ReadonlyArray<{ name: string; type: MadeType }> = [
  { name: "user_id", type: "int64" },
  { name: "card", type: "string" },
  { name: "happened", type: "timestamp" },
  { name: "amount", type: "float64" },
  { name: "score", type: "float64" },
  { name: "is_new", type: "bool" },
  { name: "country", type: "string" },
  { name: "note", type: "string" },
];

const START_MS = Date.UTC(2025, 0, 1);
const YEAR_MS = 31_536_000_000;
const ROWS_A_PIECE = 20_000;
const COUNTRIES = ["France", "Brazil", "Japan", '"Korea, South"', "India", "Côte d’Ivoire", "Chile", "Kenya"];
const NOUNS = ["groceries", "fuel", "a ticket", "books", '"""Le Monde"""', "coffee", "rent", "shoes"];

/**
 * A file of the columns above, some 110 bytes a row, the same for every run: whole numbers, texts with zeros before them,
 * times to the millisecond, floats of two decimals and of all their digits, and texts of few and of many values. Some cells stand in
 * quotes, and one in twenty of amounts and of notes is blank.
 */
export function madeCsv(rows: number): File {
  const random = mulberry32(20251127);
  const below = (most: number) => Math.floor(random() * most);
  const pieces = [`${MADE_COLUMNS.map(({ name }) => name).join(",")}\n`];
  for (let row = 0; row < rows; ) {
    const lines: string[] = [];
    for (const last = Math.min(rows, row + ROWS_A_PIECE); row < last; row++) {
      const user = 1_000_000_000 + below(200_000);
      const card = String(below(50_000)).padStart(8, "0");
      const happened = new Date(START_MS + below(YEAR_MS)).toISOString();
      const amount = random() < 0.05 ? "" : (below(1_000_000) / 100).toFixed(2);
      const country = COUNTRIES[below(COUNTRIES.length)];
      const note = random() < 0.05 ? "" : noteOf(row, below(NOUNS.length));
      lines.push(`${user},${card},${happened},${amount},${random()},${random() < 0.3},${country},${note}\n`);
    }
    pieces.push(lines.join(""));
  }
  return new File(pieces, "made.csv", { type: "text/csv" });
}

/** Every one different. */
function noteOf(row: number, noun: number): string {
  const bought = NOUNS[noun] ?? "";
  return bought.startsWith('"') ? `"no. ${row}: ${bought.slice(1)}` : `no. ${row}: ${bought}`;
}
