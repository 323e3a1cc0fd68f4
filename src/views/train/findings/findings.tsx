import { lazy, Suspense, useMemo } from "react";
import { goTo } from "../../../state/route/go-to";
import { openPanels, togglePanel } from "../../../state/settings";
import type { Training } from "../../../state/training";
import { useApp, useAppHandle } from "../../../state/use-app";
import { reasonTermId } from "../../../terms/glossary/ids";
import { type Finding, REASON_TERMS } from "../../../terms/reasons";
import { Button } from "../../../ui/controls/button";
import { Disclosure } from "../../../ui/controls/disclosure";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { formatNumber } from "../../../ui/format-number";
import { loadPart } from "../../../worker/missing-part";
import { GlossaryTerm } from "../../terms/glossary-term";
import { FINDING_FILLS, FindingTextures } from "./finding-fills";
import styles from "./findings.module.css";
import { findingsThere, type JoinFindings, joinFindings, nextFinding, shareWords } from "./join-findings";

const FindingsChart = lazy(async () => ({
  default: (await loadPart(() => import("./findings-chart"))).FindingsChart,
}));

export interface FindingsProps {
  readonly training: Training;
  /** The training row that the timeline shows. */
  readonly current: number;
}

/** What the joins found over the whole training set; opened on demand. */
export function Findings({ training, current }: FindingsProps) {
  const app = useAppHandle();
  const isOpen = useApp((state) => openPanels(state).includes("found"));
  if (training.joins.length === 0 || training.numRows === 0) return null;
  return (
    <Disclosure
      summary="What the joins found"
      isOpen={isOpen}
      onOpen={(open) => togglePanel(app, "found", open)}
      className={styles.findings}
      summaryClassName={styles.summary}
    >
      <OpenFindings training={training} current={current} />
    </Disclosure>
  );
}

function OpenFindings({ training, current }: FindingsProps) {
  const app = useAppHandle();
  const joins = useMemo(() => joinFindings(training.totals), [training.totals]);
  const findings = useMemo(() => findingsThere(joins), [joins]);
  const { numRows } = training;
  const show = (join: number, finding: Finding) => {
    const trainingRow = nextFinding(training, join, finding, current);
    if (trainingRow === null) return;
    const row = training.spineIndex[trainingRow] ?? 0;
    goTo(app, { row, join, phase: "write_cell", column: null, from: null, to: null });
  };
  return (
    <>
      <FindingTextures />
      <Suspense fallback={<LoadingLine>Drawing …</LoadingLine>}>
        <FindingsChart joins={joins} findings={findings} numRows={numRows} onShow={show} />
      </Suspense>
      <div className={styles.tableFrame}>
        <table className={styles.table}>
          <caption className={styles.caption}>
            Of {formatNumber(numRows)} training {numRows === 1 ? "row" : "rows"}. Press a number to go to the
            next such row.
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                join
              </th>
              {findings.map((finding) => (
                <th key={finding} scope="col">
                  <Swatch finding={finding} />{" "}
                  <GlossaryTerm of={reasonTermId(finding)}>{REASON_TERMS[finding].word}</GlossaryTerm>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {joins.map((found) => (
              <tr key={found.join}>
                <th scope="row" className={styles.name}>
                  {found.fgName}
                </th>
                {findings.map((finding) => (
                  <td key={finding}>
                    <Count found={found} finding={finding} numRows={numRows} onShow={show} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Count(props: {
  readonly found: JoinFindings;
  readonly finding: Finding;
  readonly numRows: number;
  readonly onShow: (join: number, finding: Finding) => void;
}) {
  const { found, finding, numRows, onShow } = props;
  const rows = found.counts[finding];
  if (rows === 0) return <span className={styles.none}>0</span>;
  const words = `${formatNumber(rows)} ${REASON_TERMS[finding].word} in ${found.fgName}: go to the next`;
  return (
    <>
      <Button variant="link" aria-label={words} onClick={() => onShow(found.join, finding)}>
        {formatNumber(rows)}
      </Button>
      <span className={styles.share}>{shareWords(rows, numRows)}</span>
    </>
  );
}

function Swatch({ finding }: { readonly finding: Finding }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 12 12" aria-hidden focusable="false">
      <rect width="12" height="12" fill={FINDING_FILLS[finding]} stroke="var(--edge)" />
    </svg>
  );
}
