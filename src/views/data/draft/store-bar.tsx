import { correctAsNewGroup, correctGroup, readLike } from "../../../state/imports/correct-draft";
import {
  columnsNotInGroup,
  freeName,
  type ImportTarget,
  importTarget,
  listOf,
  planLike,
} from "../../../state/imports/import-target";
import type { DraftContent, ImportDraft } from "../../../state/imports/imports-store";
import { putAway, storeDraft } from "../../../state/imports/store-draft";
import { durationProblem, storingObstacle } from "../../../state/imports/storing-obstacle";
import { useApp, useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { GroupSummary } from "../../../worker/results";
import styles from "./draft.module.css";

const NO_GROUPS: readonly GroupSummary[] = [];

export interface StoreBarProps {
  readonly draft: ImportDraft;
  readonly content: DraftContent;
}

/** The group's name, and the button that stores the rows, or why it cannot be pressed yet. */
export function StoreBar({ draft, content }: StoreBarProps) {
  const app = useAppHandle();
  const groups = useApp((state) => state.overview?.groups ?? NO_GROUPS);
  const { id, group } = draft;
  const target = importTarget(content.plan, group.name, groups);
  const obstacle = storingObstacle(content, group, groups);
  const ready = content.check.status === "ready" ? content.check.data.readable : undefined;
  return (
    <section className={styles.storeBar} aria-label="Store it">
      <div className={styles.actions}>
        <div className={styles.name}>
          <TextInput
            label="Group name"
            layout="inline"
            value={group.name}
            onChange={(name) => correctGroup(app, id, { name })}
          />
        </div>
        <Button
          variant="primary"
          disabled={obstacle !== null || draft.step.kind !== "open"}
          onClick={() => void storeDraft(app, id)}
        >
          {storeWords(ready, target)}
        </Button>
        <Button onClick={() => putAway(app, id)}>Not now</Button>
        <span className={styles.muted} role="status">
          {obstacle ?? targetWords(target)}
        </span>
      </div>
      {target.kind === "clash" && (
        <ClashWays draftId={id} content={content} target={target} groups={groups} />
      )}
      <ColumnsNotInGroup draftId={id} content={content} target={target} />
      {target.kind === "new" && <Durations draft={draft} />}
    </section>
  );
}

interface ColumnsNotInGroupProps {
  readonly draftId: string;
  readonly content: DraftContent;
  readonly target: ImportTarget;
}

/** Which of the file's columns are left out for the group's sake, and the way to keep them. */
function ColumnsNotInGroup({ draftId, content, target }: ColumnsNotInGroupProps) {
  const app = useAppHandle();
  const names = columnsNotInGroup(content.plan, target);
  if (target.kind !== "add" || names.length === 0) return null;
  const columns = Object.fromEntries(names.map((name) => [name, { included: true }]));
  return (
    <p>
      {target.group.definition.name} has no {names.length === 1 ? "column" : "columns"} {listOf(names)}:{" "}
      {names.length === 1 ? "it is" : "they are"} left out.{" "}
      <Button variant="link" onClick={() => correctAsNewGroup(app, draftId, { columns })}>
        Keep {names.length === 1 ? "it" : "them"}, in a group of its own
      </Button>
    </p>
  );
}

function Durations({ draft }: { readonly draft: ImportDraft }) {
  const app = useAppHandle();
  const { id, group } = draft;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        Its rows count {group.ttl.trim() === "" ? "at any age" : `for ${group.ttl}`}, and can be used{" "}
        {group.delay.trim() === "" ? "at once" : `${group.delay} later`}
      </summary>
      <div className={styles.options}>
        <TextInput
          label="How long a row counts (time to live)"
          placeholder="any age"
          value={group.ttl}
          onChange={(ttl) => correctGroup(app, id, { ttl })}
          help="Such as 7d or 90m; blank for any age"
          error={durationProblem(group.ttl, "ttl")}
        />
        <TextInput
          label="How late a row can be used (delay)"
          placeholder="at once"
          value={group.delay}
          onChange={(delay) => correctGroup(app, id, { delay })}
          help="Such as 6h; blank for at once"
          error={durationProblem(group.delay, "delay")}
        />
      </div>
    </details>
  );
}

interface ClashWaysProps {
  readonly draftId: string;
  readonly content: DraftContent;
  readonly target: ImportTarget & { kind: "clash" };
  readonly groups: readonly GroupSummary[];
}

function ClashWays({ draftId, content, target, groups }: ClashWaysProps) {
  const app = useAppHandle();
  const { name } = target.group.definition;
  const free = freeName(name, new Set(groups.map(({ definition }) => definition.name)));
  return (
    <div className={styles.actions}>
      <span>It differs: {target.differences.join("; ")}.</span>
      <Button onClick={() => correctGroup(app, draftId, { name: free })}>Name it {free}</Button>
      {planLike(content.plan, target.group) !== null && (
        <Button onClick={() => readLike(app, draftId, target.group)}>Read the file as {name} is</Button>
      )}
    </div>
  );
}

function targetWords(target: ImportTarget): string {
  if (target.kind !== "add") return "A new group; you can delete it again.";
  return `Its ${countOf(target.group.numRows, "row")} stay; rows that it has already are not stored twice.`;
}

function storeWords(ready: number | undefined, target: ImportTarget): string {
  const rows =
    ready === undefined || ready === 0
      ? "the rows"
      : `${formatNumber(ready)} ${ready === 1 ? "row" : "rows"}`;
  return target.kind === "add" ? `Add ${rows} to ${target.group.definition.name}` : `Store ${rows}`;
}
