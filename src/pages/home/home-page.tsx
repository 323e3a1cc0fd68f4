import type { ReactNode } from "react";
import { ALL_CASES, ALL_LESSONS, ALL_PLANS, START } from "../../state/route/url";
import { usePageHref } from "../../state/use-app";
import { OPENING_TERMS } from "../../terms/opening-terms";
import { editOfMove } from "../../timeline/interaction/interaction";
import { useEditedSlice } from "../../timeline/interaction/use-edited-slice";
import { Timeline } from "../../timeline/timeline";
import { Button } from "../../ui/controls/button";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { useWorksOffline } from "../../views/frame/works-offline";
import { OwnCopyLine } from "../../views/own-copy/own-copy-line";
import { TakeAwayButton } from "../../views/take-away/take-away";
import { GlossaryTerm } from "../../views/terms/glossary-term";
import styles from "./home-page.module.css";
import { HOME_RULES, HOME_SLICE, HOME_STEP, HOME_WINDOW, LAST_PAYMENT } from "./home-slice";
import { JoinTable, twoJoins } from "./two-joins";

const HOUR_US = 3_600_000_000n;

/** Ten seconds to the moment that this is about: a payment dragged over the line, and a table that knows it. */
export function HomePage() {
  const hrefTo = usePageHref();
  const edited = useEditedSlice(HOME_SLICE);
  const { slice, settled, onEdit, onEditCancel } = edited;
  const worksOffline = useWorksOffline();
  const joins = twoJoins(slice);
  const isMoved = slice !== HOME_SLICE;
  const nudge = (hours: bigint) => {
    const { join, row } = LAST_PAYMENT;
    const us = (settled.joins[join]?.eventTimesUs[row] ?? 0n) + hours * HOUR_US;
    const tUs = settled.spine.timesUs[0] ?? 0n;
    const edit = editOfMove({ slice: settled, tUs }, { kind: "row", ...LAST_PAYMENT }, us);
    if (edit !== null) onEdit?.(edit, true);
  };
  return (
    <PageFrame
      status={worksOffline ? "works offline · nothing leaves this browser" : "nothing leaves this browser"}
    >
      <Messages />
      <div className={styles.page}>
        <h1 className={styles.headline}>Your model is brilliant because it has seen the future.</h1>
        <p className={styles.lead}>
          Drag the last payment over the line. Left of it both tables agree. Right of it, one of them uses a
          payment that has not happened.
        </p>
        <div className={styles.moment}>
          <div>
            <Timeline
              slice={slice}
              coordinate={HOME_STEP}
              window={HOME_WINDOW}
              onWindow={keepWindow}
              showMinimap={false}
              wrong={HOME_RULES}
              origin={HOME_SLICE}
              dragHint={isMoved ? null : LAST_PAYMENT}
              arrowsMove={LAST_PAYMENT}
              onEdit={onEdit}
              onEditCancel={onEditCancel}
            />
            <div className={styles.ways}>
              <Button size="small" disabled={edited.isOriginalShown} onClick={() => nudge(-12n)}>
                12 hours earlier
              </Button>
              <Button size="small" disabled={edited.isOriginalShown} onClick={() => nudge(12n)}>
                12 hours later
              </Button>
              <span className={styles.keysHint}>or ← → on the payment</span>
            </div>
          </div>
          <div className={styles.tables}>
            <JoinTable
              caption={
                <>
                  joined on the <GlossaryTerm of="latest">latest</GlossaryTerm> value
                </>
              }
              column="total_spend"
              row={joins.row}
              cell={joins.latest}
            />
            <JoinTable
              caption={
                <>
                  joined <GlossaryTerm of="as of">as of</GlossaryTerm> the prediction
                </>
              }
              column="total_spend"
              row={joins.row}
              cell={joins.asOf}
            />
            <p className={styles.words} aria-live="polite">
              {joins.words}
            </p>
          </div>
          <div className={styles.copy}>
            <OwnCopyLine
              changes={edited.changes}
              isOriginalShown={edited.isOriginalShown}
              onShowOriginal={edited.showOriginal}
              onStartOver={edited.reset}
            />
          </div>
        </div>
        <dl className={styles.terms}>
          {OPENING_TERMS.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <nav className={styles.doors} aria-label="Ways on">
          <Door href={hrefTo(ALL_LESSONS)} name="Learn">
            Ten short lessons. You predict, then you see.
          </Door>
          <Door href={hrefTo(START)} name="Open the lab">
            Your own CSV, or a sample. Every cell shows where it came from.
          </Door>
          <Door href={hrefTo(ALL_PLANS)} name="Present">
            Teach a class with it: the same pictures, for a room and a clicker.
          </Door>
          <Door href="#/lab/train?sample=churn" name="Who will cancel?">
            A subscription, 45 889 rows, and answers that give themselves away.{" "}
            <a href="#/lab/compare?row=858&phase=write_cell&joins=together&sample=churn">
              With the wrong join
            </a>
          </Door>
          <Door href={hrefTo(ALL_CASES)} name="Cases">
            All that a join can meet, one by one: ties, nulls, late rows, crowds.
          </Door>
        </nav>
        <p className={styles.foot}>
          <TakeAwayButton />
        </p>
      </div>
    </PageFrame>
  );
}

/** The picture stays where it is: there is nothing to see before or after. */
function keepWindow() {}

function Door({
  href,
  name,
  children,
}: {
  readonly href: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.door}>
      <a href={href} className={styles.doorName}>
        {name} →
      </a>
      <p>{children}</p>
    </div>
  );
}
