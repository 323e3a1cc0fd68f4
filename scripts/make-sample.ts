/**
 * Writes the churn sample as CSV files, one per feature group, into a folder: for trying the upload.
 *
 *     npx tsx scripts/make-sample.ts /tmp/churn [seed]
 */
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { writeCsv } from "../src/formats/csv/write-csv";
import { generateChurn } from "../src/scenario/samples/churn/generate-churn";
import { CHURN_SEED } from "../src/scenario/samples/churn-sample";
import { generatedTable } from "../src/scenario/scenario-batch";

const [folder, seedText = String(CHURN_SEED)] = process.argv.slice(2);
const seed = Number(seedText);

if (folder === undefined || !Number.isSafeInteger(seed)) {
  console.error("Say where to write: npx tsx scripts/make-sample.ts <folder> [seed, a whole number]");
  process.exitCode = 2;
} else {
  await mkdir(folder, { recursive: true });
  for (const [name, columns] of Object.entries(generateChurn(seed))) {
    const path = join(folder, `${name}.csv`);
    await pipeline(Readable.from(writeCsv(generatedTable(columns))), createWriteStream(path));
    console.log(`${path}: ${columns.numRows} rows`);
  }
}
