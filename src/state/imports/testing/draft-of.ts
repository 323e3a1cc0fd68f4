import type { ColumnLoss } from "../../../formats/csv/column-loss";
import { sniffCsv } from "../../../formats/csv/sniff-csv";
import type { CsvCheck } from "../../../worker/imports/check-csv";
import type { GroupSummary } from "../../../worker/results";
import type { DraftContent } from "../imports-store";

/** What the app holds of a file of this text before anyone has said anything. */
export async function contentOf(text: string): Promise<DraftContent> {
  const sniffed = await sniffCsv(new Blob([text]));
  const { plan, findings, notes, preview } = sniffed;
  return {
    sniffed,
    plan,
    answered: [],
    acceptedLosses: [],
    review: { status: "ready", key: plan, data: { findings, notes, preview } },
    check: { status: "idle" },
    checkProgress: null,
  };
}

/** The same once the whole file was read, with these many rows, and of them readable. */
export function checked(
  content: DraftContent,
  rows: number,
  readable: number,
  losses: ColumnLoss[] = [],
): DraftContent {
  const facts = { entities: 1, firstUs: 0n, lastUs: 0n, createdBefore: 0, createdLate: 0 };
  const value: CsvCheck = {
    rows,
    readable,
    rejected: [],
    ambiguousTimes: 0,
    facts,
    losses,
    widenings: [],
    rowsWithBlankTail: 0,
    trimmedCells: 0,
  };
  return { ...content, check: { status: "ready", key: content.plan, data: value } };
}

/** A stored group of payments: `user_id` int64, `at` timestamp, `amount` float64. */
export const PAYMENTS_GROUP: GroupSummary = {
  definition: {
    name: "payments",
    schema: { user_id: "int64", at: "timestamp", amount: "float64" },
    primaryKeys: ["user_id"],
    eventTime: "at",
  },
  columns: [
    { name: "user_id", type: "int64" },
    { name: "at", type: "timestamp" },
    { name: "amount", type: "float64" },
  ],
  numRows: 2,
  numEntities: 1,
  firstUs: 0n,
  lastUs: 0n,
  lastKnownUs: 0n,
};
