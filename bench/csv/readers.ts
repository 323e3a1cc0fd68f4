import Papa from "papaparse";
import { inferSchema, initParser, type SchemaColumnType } from "udsv";
import { type CsvPlan, columnOf } from "../../src/formats/csv/csv-plan";
import { readCsv } from "../../src/formats/csv/read-csv";
import { type BatchColumn, type ColumnBatch, textAt } from "../../src/microfs/core";
import { MADE_COLUMNS, type MadeType } from "./made-csv";
import type { CsvReader, ReadPiece } from "./reader";
import { type ParsedValue, TypedColumns } from "./typed-columns";

/** The plan that the app would follow for the made file. */
export const MADE_PLAN: CsvPlan = {
  encoding: "utf-8",
  delimiter: ",",
  firstLine: 1,
  hasHeader: true,
  comment: "",
  zone: "UTC",
  quotedBlankIsNull: true,
  unescapeFormulas: false,
  columns: MADE_COLUMNS.map(({ name, type }) => columnOf(name, type)),
  made: [],
  key: ["user_id"],
  eventTime: "happened",
  createdTime: null,
};

export const microfs: CsvReader = {
  name: "microFS",
  async read(file) {
    const batches: ColumnBatch[] = [];
    for await (const { rows, rejected } of readCsv(file, MADE_PLAN)) {
      if (rejected[0] !== undefined) throw new Error(`line ${rejected[0].line}: ${rejected[0].reason}`);
      batches.push(rows);
    }
    return () => batches.map(pieceOf);
  },
};

function pieceOf({ numRows, columns }: ColumnBatch): ReadPiece {
  const all = [...columns.values()];
  return {
    rows: numRows,
    valueAt(column, row) {
      const { type, values, valid, texts } = all[column] as BatchColumn;
      if (valid[row] === 0) return null;
      const value = values[row] as number | bigint;
      if (texts !== null) return textAt(texts, Number(value));
      return type === "bool" ? value === 1 : value;
    },
  };
}

/** A megabyte at a time, its own way of making numbers, bools and dates. Texts with zeros before them stay texts where that is said. */
export const papaparse: CsvReader = {
  name: "papaparse",
  read(file) {
    const table = new TypedColumns();
    let isHeader = true;
    return new Promise((resolve, reject) => {
      Papa.parse<ParsedValue[]>(file, {
        chunkSize: 2 ** 20,
        delimiter: ",",
        newline: "\n",
        dynamicTyping: (column) => MADE_COLUMNS[Number(column)]?.type !== "string",
        skipEmptyLines: true,
        chunk({ data }) {
          for (const row of data) {
            if (!isHeader) table.add(row);
            isHeader = false;
          }
        },
        complete: () => resolve(() => [table.piece()]),
        error: reject,
      });
    });
  },
};

const UDSV_TYPES: Readonly<Record<MadeType, SchemaColumnType>> = {
  int64: "n",
  float64: "n",
  string: "s",
  bool: "b:true",
  timestamp: "d",
};

/** Piece by piece as the browser decodes them, with the types said. */
export const udsv: CsvReader = {
  name: "uDSV",
  async read(file) {
    const table = new TypedColumns();
    const names = `${MADE_COLUMNS.map(({ name }) => name).join(",")}\n`;
    const schema = inferSchema(names, { col: ",", row: "\n", encl: '"' });
    for (const [at, { type }] of MADE_COLUMNS.entries()) {
      const column = schema.cols[at];
      if (column !== undefined) column.type = UDSV_TYPES[type];
    }
    const parser = initParser(schema);
    const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      parser.chunk<ParsedValue[]>(piece.value, parser.typedArrs, (row) => table.add(row));
    parser.end();
    return () => [table.piece()];
  },
};
