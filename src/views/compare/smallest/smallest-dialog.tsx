import { useMemo } from "react";
import { chooseBlur, retrySmallest, smallestStore } from "../../../state/compare/smallest";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Checkbox } from "../../../ui/controls/checkbox";
import { Dialog } from "../../../ui/dialog";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { countOf, formatNumber } from "../../../ui/format-number";
import { ExampleActions } from "./example-actions";
import { ExampleTables } from "./example-tables";
import { type ShownExample, type ShownSide, shownExample } from "./shown-example";
import styles from "./smallest-dialog.module.css";
import { WrittenValues } from "./written-values";

/** The fewest rows on which the two joins still differ as they do in the row that is looked at, and ways to hand them on. */
export function SmallestDialog() {
  const app = useAppHandle();
  const isOpen = useApp((state) => state.route.smallest);
  const query = usePart(smallestStore, ({ example }) => example);
  const blur = usePart(smallestStore, (state) => state.blur);
  const example = latestData(query);
  const shown = useMemo(() => (example === null ? null : shownExample(example)), [example]);
  const close = () => goTo(app, { smallest: false }, "replace");
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      width="wide"
      title={shown === null ? "The smallest example" : <ExampleHeadline shown={shown} />}
    >
      {query.status === "failed" && (
        <Notice
          kind="error"
          title="The rows could not be cut."
          actions={
            <Button variant="link" onClick={() => retrySmallest(app)}>
              Try again
            </Button>
          }
        >
          {query.error.message}
        </Notice>
      )}
      {(query.status === "idle" || query.status === "fetching") && shown === null && (
        <LoadingLine>Cutting the rows …</LoadingLine>
      )}
      {query.status === "ready" && query.data === null && (
        <p>
          The two joins write the same into this row, so there is nothing to cut. Close this, and go to the
          next row that differs, or choose another join.
        </p>
      )}
      {shown !== null && (
        <div className={styles.body} aria-busy={query.status === "fetching"}>
          <ExampleTables shown={shown} />
          <div className={styles.foot}>
            <Checkbox
              label="Blur names and numbers"
              help="Names and values become others. Order, ties, gaps and times of day stay, and so does the difference."
              checked={blur}
              onChange={(checked) => chooseBlur(app, checked)}
            />
            <ExampleActions example={shown.example} />
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** How few rows are enough, and what each of the two joins makes of them. */
function ExampleHeadline({ shown }: { readonly shown: ShownExample }) {
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
