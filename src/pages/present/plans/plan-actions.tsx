import { useState } from "react";
import { packPlan, planFileText } from "../../../present/packed-plan";
import { carriedRows } from "../../../present/plan";
import { MOST_ROWS_IN_A_LINK } from "../../../scenario/link-limits";
import { OWN } from "../../../state/document";
import { saveFile } from "../../../state/export";
import type { OpenPlan } from "../../../state/present/plan-store";
import { addressOf } from "../../../state/route/address-of";
import { ALL_PLANS, formatUrl, WORKSHEET_PAGE } from "../../../state/route/url";
import { useApp, usePageHref } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { useCopy } from "../../../ui/controls/use-copy";
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
  const { copy } = useCopy();
  const [copied, setCopied] = useState<OpenPlan | null>(null);
  const isCopied = copied === open;
  const copyLink = async () => {
    const href = rows > 0 ? null : planHref(open);
    // Where own rows would go along, and where there is no link or no clipboard, it takes a word before.
    if (href !== null && (await copy(href))) setCopied(open);
    else setShared("link");
  };
  return (
    <div className={styles.actions}>
      {plan.steps.length > 0 && (
        <ButtonLink
          variant="primary"
          data-presents
          href={hrefTo(ALL_PLANS, { screen: "projector", plan: planInAddress })}
        >
          Present
        </ButtonLink>
      )}
      <Button variant="link" className={styles.copy} onClick={() => void copyLink()}>
        {isCopied ? "Link copied" : "Copy the link"}
      </Button>
      <span role="status" className="visually-hidden">
        {isCopied && "The link is copied."}
      </span>
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
  const { copied, refused, copy } = useCopy();
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
  const href = planHref(open) ?? "";
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
        <Button variant="primary" onClick={() => void copy(href)}>
          {copied === href ? "Copied" : "Copy"}
        </Button>{" "}
        <span role="status">
          {refused === href && "This browser does not let the page copy: press Ctrl+C in the field above."}
        </span>
      </p>
    </div>
  );
}

/** The address of a plan, wherever it is opened; `null` where it carries more than an address can. */
function planHref({ plan, from }: PlanActionsProps["open"]): string | null {
  const packed = from === "ready" ? null : packPlan(plan);
  if (packed !== null && packed.kind !== "packed") return null;
  const route = { ...ALL_PLANS, screen: "plan", plan: packed?.packed ?? plan.name } as const;
  const url = formatUrl({ route, dataset: OWN, edits: [] });
  return addressOf(url);
}
