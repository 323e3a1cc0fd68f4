import { useState } from "react";
import { packPlan, planFileText } from "../../../present/packed-plan";
import { carriedRows } from "../../../present/plan";
import { MOST_ROWS_IN_A_LINK } from "../../../scenario/link-limits";
import { OWN } from "../../../state/document";
import { saveFile } from "../../../state/export";
import type { OpenPlan } from "../../../state/present/plan-store";
import { ALL_PLANS, formatUrl, WORKSHEET_PAGE } from "../../../state/route/url";
import { useApp, usePageHref } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { Dialog } from "../../../ui/dialog";
import { formatNumber } from "../../../ui/format-number";
import { carriesWords } from "../../../views/present/carries-words";
import { planInSight } from "../../../views/take-away/plan-in-sight";
import { TakeAwayButton } from "../../../views/take-away/take-away";
import { usePrintedNotes } from "../speaker/print/printed-notes";
import styles from "./plan-page.module.css";

interface PlanActionsProps {
  readonly open: Extract<OpenPlan, { kind: "open" }>;
}

type Shared = "link" | "file" | null;

/** Presenting a plan, and taking it elsewhere. What carries own rows says how many before it does. */
export function PlanActions({ open }: PlanActionsProps) {
  const { plan } = open;
  const hrefTo = usePageHref();
  const planInAddress = useApp((state) => state.route.plan);
  const [shared, setShared] = useState<Shared>(null);
  const printing = usePrintedNotes(open);
  const rows = carriedRows(plan);
  const close = () => setShared(null);
  return (
    <div className={styles.actions}>
      {plan.steps.length > 0 && (
        <ButtonLink variant="primary" href={hrefTo(ALL_PLANS, { screen: "projector", plan: planInAddress })}>
          Present
        </ButtonLink>
      )}
      <Button variant="link" onClick={() => setShared("link")}>
        Copy the link
      </Button>
      <Button variant="link" onClick={() => (rows > 0 ? setShared("file") : savePlan(open))}>
        Save as a file
      </Button>
      <Button variant="link" onClick={printing.print}>
        Print the notes
      </Button>
      <ButtonLink variant="link" href={hrefTo(WORKSHEET_PAGE, { plan: planInAddress })}>
        Worksheet
      </ButtonLink>
      <TakeAwayButton inSight={planInSight(plan)} />
      {printing.sheet}
      <Dialog
        open={shared === "file"}
        onClose={close}
        title="Save as a file"
        actions={
          <Button
            variant="primary"
            onClick={() => {
              savePlan(open);
              close();
            }}
          >
            Save it
          </Button>
        }
      >
        <p>{carriesWords("The file", rows)}</p>
      </Dialog>
      <Dialog open={shared === "link"} onClose={close} title="A link to this plan" width="wide">
        <PlanLink open={open} />
      </Dialog>
    </div>
  );
}

function savePlan({ plan }: PlanActionsProps["open"]): void {
  saveFile(new Blob([planFileText(plan)], { type: "application/json" }), `${plan.name}.json`);
}

function PlanLink({ open }: PlanActionsProps) {
  const [copied, setCopied] = useState<"not_yet" | "copied" | "refused">("not_yet");
  const packed = open.from === "ready" ? null : packPlan(open.plan);
  const asFile = (
    <p>
      <Button onClick={() => savePlan(open)}>Save as a file</Button>
    </p>
  );
  if (packed?.kind === "too_many_rows")
    return (
      <>
        <p>
          The plan carries {formatNumber(packed.rows)} rows of your data, and a link carries{" "}
          {MOST_ROWS_IN_A_LINK} at most. A file carries them all.
        </p>
        {asFile}
      </>
    );
  if (packed?.kind === "too_large")
    return (
      <>
        <p>The plan is larger than a link can carry, which is 1 MB. A file carries all of it.</p>
        {asFile}
      </>
    );
  const url = formatUrl({
    route: { ...ALL_PLANS, screen: "plan", plan: packed?.packed ?? open.plan.name },
    dataset: OWN,
    edits: [],
  });
  const href = `${window.location.href.replace(/#.*/s, "")}#${url}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(href);
      setCopied("copied");
    } catch {
      // Over plain HTTP there is no clipboard at all.
      setCopied("refused");
    }
  };
  return (
    <div className={styles.link}>
      <p>
        {packed === null || packed.rows === 0
          ? "It opens this plan wherever the app is. It carries none of your data."
          : `${carriesWords("It", packed.rows)} They travel in the part after #, which servers do not see.`}
      </p>
      <TextInput
        label="Link"
        value={href}
        onChange={() => undefined}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        <Button variant="primary" onClick={() => void copy()}>
          {copied === "copied" ? "Copied" : "Copy the link"}
        </Button>{" "}
        <span role="status">
          {copied === "refused" &&
            "This browser does not let the page copy: press Ctrl+C in the field above."}
        </span>
      </p>
    </div>
  );
}
