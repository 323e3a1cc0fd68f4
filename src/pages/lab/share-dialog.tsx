import { useState } from "react";
import { isTaskLineShown } from "../../learn/tasks";
import { MOST_ROWS_IN_A_LINK } from "../../scenario/link-limits";
import type { Dataset } from "../../state/document";
import { learnStore } from "../../state/learn/progress-store";
import { toError } from "../../state/query";
import { HIDEABLE, type Hideable, type Route } from "../../state/route/route";
import { linkTo, phoneLinkTo, type Share, shareLink, showsMadeData } from "../../state/share";
import { currentView } from "../../state/training-queries";
import { useApp, useAppHandle, usePart, useSelector } from "../../state/use-app";
import { entityName } from "../../timeline/words/nouns";
import { Button } from "../../ui/controls/button";
import { Checkbox } from "../../ui/controls/checkbox";
import { TextInput } from "../../ui/controls/text-input";
import { useCopy } from "../../ui/controls/use-copy";
import { Dialog } from "../../ui/dialog";
import { formatNumber } from "../../ui/format-number";
import { rowsOfYours } from "../../views/present/carries-words";
import { QrScreen } from "../../views/qr/qr-screen";
import { reachOf } from "../../views/qr/reach";
import { type InSight, TakeAway } from "../../views/take-away/take-away";
import { EmbedOffer } from "../../views/take-home/embed-offer";
import { entityLink } from "../../views/take-home/entity-link";
import { currentStep } from "../../views/train/steps/current-step";
import styles from "./share-dialog.module.css";

/** A link to this very screen, and what it carries. */
export function ShareButton() {
  const app = useAppHandle();
  const [share, setShare] = useState<Share | { kind: "failed"; error: Error } | null>(null);
  const open = () =>
    shareLink(app).then(setShare, (thrown: unknown) => setShare({ kind: "failed", error: toError(thrown) }));
  return (
    <>
      <Button variant="link" onClick={() => void open()}>
        Share
      </Button>
      <Dialog open={share !== null} onClose={() => setShare(null)} title="A link to this screen" width="wide">
        {share?.kind === "link" && <Link dataset={share.dataset} rows={share.rows} />}
        {share?.kind === "no_view" &&
          "There is no view to share yet: make one in View, or start from a sample in Data."}
        {share?.kind === "too_many_rows" &&
          `The groups of this view have ${formatNumber(share.rows)} rows, and a link carries ${MOST_ROWS_IN_A_LINK} at most. Share the files instead, or a smaller part of them.`}
        {share?.kind === "too_large" &&
          "The rows of this view are longer than a link can carry, which is 1 MB. Share the files instead, or a smaller part of them."}
        {share?.kind !== "failed" && <EmbedStep />}
        {share?.kind === "failed" && `The link could not be made. ${share.error.message}`}
        {share !== null && share.kind !== "link" && (
          <section className={styles.file} aria-label="As a file">
            <TakeAway />
          </section>
        )}
      </Dialog>
    </>
  );
}

/** The step on the screen for somebody's own page: with the rows of its entity alone, and so where a link has no room for all. */
function EmbedStep() {
  const app = useAppHandle();
  const isTrain = useApp(({ route }) => route.stage === "train" && !route.empty);
  const hide = useApp((state) => state.route.hide);
  const step = useSelector(currentStep);
  const view = useApp((state) => currentView(state)?.definition.name ?? "");
  if (!isTrain || step === null) return null;
  const title = `${view}: ${entityName(step.slice)}`;
  const link = entityLink(app, { title, slice: step.slice, at: step.coordinate }, { embed: true, hide });
  if (link === null) return null;
  return (
    <details className={styles.embed}>
      <summary>Embed this timeline in a page of your own</summary>
      <EmbedOffer url={link.url} title={title} ownRows={link.ownRows} />
    </details>
  );
}

const HIDEABLE_WORDS: Readonly<Record<Hideable, string>> = {
  stages: "the other stages",
  sentence: "the sentence",
  phases: "the names of the steps",
  minimap: "the minimap",
  edits: "dragging and changing",
  player: "the player",
  tools: "the ways to other rows",
  table: "the training table",
  candidates: "the list of candidates",
  source: "the source",
  task: "the line of a lesson’s task",
};

/** So few parts need no heading to open. */
const FEW = 2;

/** What of the screen can be hidden: Train has many parts, one row under two joins can be kept from being dragged. */
function hideableIn(
  { stage, show }: Pick<Route, "stage" | "show">,
  hasTaskLine: boolean,
): readonly Hideable[] {
  const ofStage: readonly Hideable[] =
    stage === "train" ? HIDEABLE : stage === "compare" && show === "row" ? ["stages", "edits"] : ["stages"];
  const others = ofStage.filter((part) => part !== "task");
  return hasTaskLine ? [...others, "task"] : others;
}

function Link({ dataset, rows }: { readonly dataset: Dataset; readonly rows: number }) {
  const app = useAppHandle();
  const hasTaskLine = usePart(learnStore, ({ progress }) => isTaskLineShown(progress));
  const parts = hideableIn(
    useApp((state) => state.route),
    hasTaskLine,
  );
  const isMade = useApp(showsMadeData);
  const [hide, setHide] = useState(useApp((state) => state.route.hide));
  const href = linkTo(app, dataset, hide);
  const { copied, refused, copy } = useCopy();
  const [code, setCode] = useState<string | null>(null);
  return (
    <div className={styles.link}>
      <p>
        {isMade
          ? "It opens this page, with the knobs as they stand."
          : rows === 0
            ? "It opens the same sample at the same step, with your edits."
            : `It carries ${rowsOfYours(rows)}, the view, where you look and your edits, in the part after #, which servers do not see. Whoever has the link has the data. What is in the online store does not go along: materialize there again.`}
        {reachOf(href) === "file" &&
          " The app was opened from a file: the link opens it on this machine alone."}
      </p>
      <TextInput
        label="Link"
        value={href}
        onChange={() => undefined}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className={styles.ways}>
        <Button variant="primary" onClick={() => void copy(href)}>
          {copied === href ? "Copied" : "Copy the link"}
        </Button>
        <Button onClick={() => setCode(phoneLinkTo(app, dataset, hide))}>
          Fill the screen with its QR code
        </Button>
        <span role="status">
          {refused === href && "This browser does not let the page copy: press Ctrl+C in the field above."}
        </span>
      </p>
      {parts.length > FEW ? (
        <details open={hide.length > 0 || undefined}>
          <summary>Hide parts of Train, for a class that should look at one thing</summary>
          <HideParts parts={parts} hide={hide} onHide={setHide} />
        </details>
      ) : (
        <HideParts parts={parts} hide={hide} onHide={setHide} />
      )}
      <section className={styles.file} aria-label="As a file">
        <TakeAway inSight={screenInSight(href, rows)} />
      </section>
      {code !== null && <QrScreen href={code} onClose={() => setCode(null)} />}
    </div>
  );
}

/** What a link leads to, as what the app's file can carry. */
function screenInSight(href: string, rows: number): InSight {
  return {
    words: rows > 0 ? "this screen and its data" : "this screen",
    ownRows: rows,
    carried: { start: href.slice(href.indexOf("#") + 1) },
    fileName: "microfs",
  };
}

interface HidePartsProps {
  readonly parts: readonly Hideable[];
  readonly hide: readonly Hideable[];
  readonly onHide: (hide: Hideable[]) => void;
}

/** Which parts of the screen the link takes away. What another stage has hidden stays so. */
function HideParts({ parts, hide, onHide }: HidePartsProps) {
  const toggle = (part: Hideable, isHidden: boolean) =>
    onHide(HIDEABLE.filter((other) => (other === part ? isHidden : hide.includes(other))));
  return (
    <div className={styles.parts}>
      {parts.map((part) => (
        <Checkbox
          key={part}
          label={`hide ${HIDEABLE_WORDS[part]}`}
          checked={hide.includes(part)}
          onChange={(isHidden) => toggle(part, isHidden)}
        />
      ))}
    </div>
  );
}
