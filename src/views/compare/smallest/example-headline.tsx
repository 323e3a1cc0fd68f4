import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { ShownExample, ShownSide } from "./shown-example";
import styles from "./smallest-dialog.module.css";

/** How few rows are enough, and what each of the two joins makes of them. */
export function ExampleHeadline({ shown }: { readonly shown: ShownExample }) {
  const { rows, fromRows } = shown.example;
  return (
    <>
      <b>
        {formatNumber(rows)} of {countOf(fromRows, "row")}
      </b>{" "}
      {rows === 1 ? "is" : "are"} enough: {shown.above.word} writes <Written side={shown.above} /> into{" "}
      {shown.feature}; {shown.below.word} writes <Written side={shown.below} />.
    </>
  );
}

function Written({ side }: { readonly side: ShownSide }) {
  if (side.values.length === 0) return <>nothing</>;
  return (
    <>
      <b className={styles.value} data-state={side.state}>
        <VerdictGlyph state={side.state} /> {side.values.map(({ text }) => text).join(", ")}
      </b>
      {side.values.length > 1 && ` (${formatNumber(side.values.length)} rows)`}
    </>
  );
}
