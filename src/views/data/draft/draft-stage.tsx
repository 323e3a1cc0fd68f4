import { rereadDraft } from "../../../state/imports/add-files";
import type { DraftContent, ImportDraft } from "../../../state/imports/imports-store";
import { cancelStoring, putAway } from "../../../state/imports/store-draft";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { Progress } from "../../../ui/feedback/progress";
import { countOf } from "../../../ui/format-number";
import { Sentence } from "../../../ui/sentence";
import type { JobProgress } from "../../../worker/results";
import { ReportStage } from "../report-stage";
import styles from "./draft.module.css";
import { DraftNotes, DraftSentence, Questions } from "./draft-words";
import { Losses } from "./losses";
import { MadeColumns } from "./made-columns";
import { PreviewTable } from "./preview-table";
import { EncodingSelect, ReadOptions } from "./read-options";
import { AddKeyColumn, RoleSelects } from "./role-selects";
import { StoreBar } from "./store-bar";

/** A file on its way in: what was found, what can be corrected, and the button that stores it. */
export function DraftStage({ draft }: { readonly draft: ImportDraft }) {
  const { step, content } = draft;
  if (step.kind === "refused") return <Refused draft={draft} error={step.error} />;
  if (content === null) return <LoadingLine>Reading the beginning of {draft.file.name} …</LoadingLine>;
  if (step.kind === "stored") return <ReportStage draft={draft} report={step.report} />;
  if (step.kind === "storing") return <Storing draft={draft} />;
  return <OpenDraft draft={draft} content={content} />;
}

interface OpenDraftProps {
  readonly draft: ImportDraft;
  readonly content: DraftContent;
}

function OpenDraft({ draft, content }: OpenDraftProps) {
  const { step } = draft;
  if (content.sniffed.rowsEstimated === 0) return <WithoutRows draft={draft} content={content} />;
  return (
    <div className={styles.draft} aria-busy={step.kind === "reading"}>
      <DraftSentence fileName={draft.file.name} content={content} group={draft.group} />
      {step.kind === "open" && step.failure !== null && (
        <Notice kind="error" title="Nothing was stored.">
          {step.failure.message}
        </Notice>
      )}
      <Questions draftId={draft.id} content={content} />
      <RoleSelects draftId={draft.id} content={content} />
      <div className={styles.tools}>
        <AddKeyColumn draftId={draft.id} content={content} />
        <MadeColumns draftId={draft.id} content={content} />
        <ReadOptions draft={draft} content={content} />
      </div>
      <PreviewTable draft={draft} content={content} />
      <Losses draftId={draft.id} groupName={draft.group.name} content={content} />
      <DraftNotes draft={draft} content={content} />
      <StoreBar draft={draft} content={content} />
    </div>
  );
}

function WithoutRows({ draft, content }: OpenDraftProps) {
  const app = useAppHandle();
  return (
    <div className={styles.draft}>
      <DraftSentence fileName={draft.file.name} content={content} group={draft.group} />
      <Notice kind="info">
        Its columns are {content.plan.columns.map(({ name }) => name).join(", ")}. Add rows below that line
        and bring it again; or, if that line is a row itself, say so.
      </Notice>
      <ReadOptions draft={draft} content={content} />
      <div className={styles.actions}>
        <Button onClick={() => putAway(app, draft.id)}>Put it away</Button>
      </div>
    </div>
  );
}

function Refused({ draft, error }: { readonly draft: ImportDraft; readonly error: Error }) {
  const app = useAppHandle();
  return (
    <div className={styles.draft}>
      <Sentence size="large" as="h1" lines={1}>
        {draft.file.name} cannot be read.
      </Sentence>
      <Notice kind="error">{error.message}</Notice>
      <div className={styles.retry}>
        <EncodingSelect
          value={draft.overrides.encoding ?? null}
          onChange={(encoding) => rereadDraft(app, draft.id, { encoding })}
        />
        <Button onClick={() => rereadDraft(app, draft.id, {})}>Read it again</Button>
        <Button onClick={() => putAway(app, draft.id)}>Put it away</Button>
      </div>
    </div>
  );
}

function Storing({ draft }: { readonly draft: ImportDraft }) {
  const app = useAppHandle();
  if (draft.step.kind !== "storing") return null;
  const { progress, isCancelled } = draft.step;
  const isRead = progress !== null && progress.done >= progress.total;
  return (
    <div className={styles.draft}>
      <Sentence size="large" as="h1" lines={1}>
        {draft.file.name} is being stored in {draft.group.name}.
      </Sentence>
      <Progress
        label={isRead ? "Storing the rows" : "Reading the file"}
        share={isRead || progress === null ? null : progress.done / progress.total}
        detail={storingDetail(progress, isCancelled)}
        // All of it is written at once: from then on there is nothing to stop half-way.
        onCancel={isCancelled || isRead ? undefined : () => cancelStoring(app, draft.id)}
      />
      <p className={styles.muted}>
        {countOf(draft.content?.plan.columns.filter(({ included }) => included).length ?? 0, "column")}, key{" "}
        {draft.content?.plan.key.join(", ")}. Until it is done, nothing of the file is stored.
      </p>
    </div>
  );
}

const MEGABYTE = 1e6;

function storingDetail(progress: JobProgress | null, isCancelled: boolean): string {
  if (progress !== null && progress.done >= progress.total) return "all at once, a moment";
  if (isCancelled) return "being stopped …";
  if (progress === null) return "";
  return `${(progress.done / MEGABYTE).toFixed(1)} of ${(progress.total / MEGABYTE).toFixed(1)} MB`;
}
