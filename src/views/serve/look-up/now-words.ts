import type { ServingNow } from "../../../state/serving/serving-now";
import { formatMoment } from "../../../timeline/words/format-moment";

const WITH_YEAR = { year: true };

/** What now is in a look-up, and what it is counted from. */
export function nowWords({ us, countedFrom }: ServingNow, endUs: bigint | null): string {
  const end = endUs === null ? "" : formatMoment(endUs, WITH_YEAR);
  switch (countedFrom) {
    case "given":
      return `Now is ${formatMoment(us, WITH_YEAR)}, UTC, as it was set.`;
    case "end_of_data":
      return `Now is ${formatMoment(us, WITH_YEAR)}, UTC: just after the end of this data, ${end}.`;
    case "wall_clock":
      return end === "" ? "Now is the wall clock." : `Now is the wall clock. This data ends on ${end}, UTC.`;
  }
}
