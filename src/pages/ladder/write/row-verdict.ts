import { joinOf } from "../../../ladder/tests/answers";
import { explainSlice } from "../../../microfs/core";
import { placeToShow, type TestResult } from "../results/test-result";

/** What is wrong with the row that a program takes where its picture shows it, by the engine's verdict; `null` where nothing is. */
export function verdictOnShown(result: TestResult): string | null {
  const { slice, spineRow } = placeToShow(result);
  const taken = result.yours?.[spineRow]?.[0];
  const { candidates } = explainSlice(slice, joinOf(slice.joins), slice.spine.rows.indexOf(spineRow));
  const chosen = candidates.find(({ verdict }) => verdict === "chosen");
  if (taken === undefined)
    return chosen === undefined ? null : "Your program takes no payment, although one fits.";
  const own = candidates.find(({ row }) => row === taken);
  switch (own?.verdict) {
    case "future":
      return "Your program takes a payment that has not happened yet.";
    case "not_yet_known":
      return "Your program takes a payment that nobody knew of yet.";
    case "expired":
      return "Your program takes a payment that is too old.";
    case "superseded":
      return own.eventTime === chosen?.eventTime
        ? "Your program takes the first of two at the same moment."
        : "Your program takes an older payment than the right one.";
    default:
      return null;
  }
}
