import { countOf, formatNumber } from "../../../ui/format-number";
import type { ShownExample, ShownSide } from "./shown-example";
import { WrittenValues } from "./written-values";

/** How few rows are enough, and what each of the two joins makes of them. */
export function ExampleHeadline({ shown }: { readonly shown: ShownExample }) {
  const { rows, fromRows } = shown.example;
  return (
    <>
      <b>
        {formatNumber(rows)} of {countOf(fromRows, "row")}
      </b>{" "}
      {rows === 1 ? "is" : "are"} enough: {shown.above.word} writes <WrittenInWords side={shown.above} /> into{" "}
      {shown.feature}; {shown.below.word} writes <WrittenInWords side={shown.below} />.
    </>
  );
}

function WrittenInWords({ side }: { readonly side: ShownSide }) {
  const count = side.values.length;
  if (count === 0) return "nothing";
  return (
    <b>
      <WrittenValues side={side} />
      {count > 1 && ` in ${formatNumber(count)} rows`}
    </b>
  );
}
