import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Inline } from "../../../learn/text/lesson-text";
import { neededMinutes } from "../../../present/needed-minutes";
import type { PlanStep } from "../../../present/plan";
import { MOST_LETTERS } from "../../../present/plan-limits";
import type { PreparedStep } from "../../../present/prepare-step";
import type { OpenPlan } from "../../../state/present/plan-store";
import { classNames } from "../../../ui/class-names";
import { Checkbox } from "../../../ui/controls/checkbox";
import { MenuButton } from "../../../ui/controls/menu-button";
import { Select } from "../../../ui/controls/select";
import { TextArea, TextInput } from "../../../ui/controls/text-input";
import { ReorderControls, type ReorderHandle } from "../../../ui/reorder/reorder-controls";
import { StoryText } from "../screen/question-text";
import { noteBlocks } from "../speaker/notes/note-blocks";
import { Notes } from "../speaker/notes/notes";
import { MinutesInput } from "./minutes-input";
import { minutesWords, stepKindWords } from "./minutes-words";
import styles from "./plan-page.module.css";
import { StepThumbnail } from "./step-thumbnail";

export interface StepRowProps {
  readonly open: Extract<OpenPlan, { kind: "open" }>;
  readonly prepared: PreparedStep;
  /** Its place, from 0. */
  readonly at: number;
  /** How far it has been dragged, pixels; `null` while it is not. */
  readonly dragged: number | null;
  /** Where what is being dragged would be dropped. */
  readonly drop: "before" | "after" | null;
  readonly handle: ReorderHandle;
  readonly onStep: (by: 1 | -1) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onChange: (change: (step: PlanStep) => PlanStep) => void;
  readonly onPresent: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  /** Whether it was just added, to be written: then its field takes the focus, once. */
  readonly isAdded: boolean;
  readonly onAddedSeen: () => void;
}

/** One step of a plan that is being prepared. */
export function StepRow(props: StepRowProps) {
  const { open, prepared, at, dragged, drop, handle, onStep, onChange, isAdded, onAddedSeen } = props;
  const { step, title, problem } = prepared;
  const needed = useMemo(() => Math.ceil(neededMinutes(prepared) * 2) / 2, [prepared]);
  const preview = useMemo(() => notesPreview(prepared), [prepared]);
  const settings = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(isAdded);
  useEffect(() => {
    if (!isAdded) return;
    if (!isOpen) return setOpen(true);
    settings.current?.querySelector<HTMLElement>("input")?.focus();
    onAddedSeen();
  }, [isAdded, isOpen, onAddedSeen]);
  return (
    <li
      tabIndex={-1}
      data-step={at + 1}
      aria-label={`Step ${at + 1}, ${title}`}
      className={classNames(styles.step, dragged !== null && styles.dragged)}
      data-drop={drop ?? undefined}
      style={dragged === null ? undefined : { transform: `translateY(${dragged}px)` }}
      onKeyDown={props.onKeyDown}
    >
      <ReorderControls
        at={at}
        count={open.steps.length}
        words={{ drag: `Drag: ${title}`, earlier: `Earlier: ${title}`, later: `Later: ${title}` }}
        handle={handle}
        isDragged={dragged !== null}
        onStep={onStep}
      />
      <span className={styles.number} aria-hidden>
        {at + 1}
      </span>
      <StepThumbnail step={prepared} />
      <div className={styles.words}>
        <div className={styles.stepTitle}>
          <TextInput
            label={`Title of step ${at + 1}`}
            layout="unlabelled"
            value={step.title ?? ""}
            placeholder={title}
            maxLength={80}
            onChange={(written) =>
              onChange(({ title: before, ...rest }) =>
                written.trim() === "" ? rest : { ...rest, title: written },
              )
            }
          />
        </div>
        <p className={styles.kind}>{stepKindWords(step)}</p>
        {problem !== null && (
          <p className={styles.problem} role="note">
            {problem}
          </p>
        )}
        <details
          ref={settings}
          className={styles.more}
          open={isOpen}
          onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        >
          <summary>{preview || "Notes and settings"}</summary>
          {/* Of a long plan all of them at once would be slow to be written into. */}
          {isOpen && <StepSettings prepared={prepared} at={at} onChange={onChange} />}
        </details>
      </div>
      <div className={styles.side}>
        <MinutesInput
          label={`Minutes of step ${at + 1}`}
          minutes={step.minutes}
          onMinutes={(minutes) => onChange((before) => ({ ...before, minutes }))}
        />
        {step.minutes < needed && <span className={styles.short}>needs about {minutesWords(needed)}</span>}
      </div>
      <div className={styles.stepActions}>
        <MenuButton
          label="More"
          of={`step ${at + 1}, ${title}`}
          items={[
            { label: "Present from here", onUse: props.onPresent },
            { label: "Duplicate", onUse: props.onDuplicate },
            { label: "Remove", onUse: props.onRemove },
          ]}
        />
      </div>
    </li>
  );
}

interface StepSettingsProps {
  readonly prepared: PreparedStep;
  readonly at: number;
  readonly onChange: StepRowProps["onChange"];
}

const NOT_ASKED = "not asked";

/** What is said at a step, and how it is asked. */
function StepSettings({ prepared, at, onChange }: StepSettingsProps) {
  const { step } = prepared;
  return (
    <div className={styles.settings}>
      {step.kind === "words" && (
        <div className={styles.notes}>
          <TextInput
            label="Sentence"
            aria-label={`Sentence of step ${at + 1}`}
            maxLength={MOST_LETTERS.text}
            value={step.text}
            onChange={(text) =>
              onChange((before) =>
                before.kind === "words" && text.trim() !== "" ? { ...before, text } : before,
              )
            }
          />
          <TextInput
            label="Link to take home"
            aria-label={`Link of step ${at + 1}`}
            help="An address of this app, or the part of it after #. It is shown as a code."
            value={step.link ?? ""}
            maxLength={MOST_LETTERS.link}
            onChange={(link) => onChange((before) => withLink(before, link))}
          />
        </div>
      )}
      {step.kind !== "words" && (
        <Select
          label="Votes"
          aria-label={`Votes of step ${at + 1}`}
          options={[
            ...(step.kind === "picture" ? [{ value: NOT_ASKED, label: "shown, not asked" }] : []),
            { value: "0", label: "asked, no vote" },
            { value: "1", label: "one vote" },
            { value: "2", label: "two votes, with talk between" },
          ]}
          value={step.votes === undefined ? NOT_ASKED : String(step.votes)}
          onChange={(value) => onChange((before) => withVotes(before, value))}
        />
      )}
      {step.kind === "picture" && step.votes === undefined && (
        <Checkbox
          label="go through the steps that lead there, a press each"
          checked={step.walks}
          onChange={(walks) =>
            onChange((before) => (before.kind === "picture" ? { ...before, walks } : before))
          }
        />
      )}
      {step.kind !== "words" && prepared.asked !== null && (
        <div className={styles.notes}>
          <TextArea
            label="Story"
            aria-label={`Story of step ${at + 1}`}
            help={`Told before the question, three sentences at most.${
              step.kind === "question" ? " While this is empty, it is what the lesson tells." : ""
            }`}
            rows={3}
            spellCheck
            maxLength={MOST_STORY_LETTERS}
            value={step.story ?? ""}
            onChange={(story) =>
              onChange(({ story: before, ...rest }) => (story === "" ? rest : { ...rest, story }))
            }
          />
          {prepared.story !== null && (
            <Said label="The class reads">
              <p>
                <StoryText step={prepared} />
              </p>
            </Said>
          )}
        </div>
      )}
      <div className={styles.notes}>
        <TextArea
          label="Notes"
          aria-label={`Notes of step ${at + 1}`}
          help={
            step.kind === "words"
              ? undefined
              : "Only you see them. What stands between : and } is computed: :value{row=3} is what row 3 says, :time{row=3} when it happened."
          }
          rows={5}
          maxLength={MOST_LETTERS.notes}
          spellCheck
          value={step.notes ?? ""}
          onChange={(notes) =>
            onChange(({ notes: before, ...rest }) => (notes === "" ? rest : { ...rest, notes }))
          }
        />
        {COMPUTED.test(step.notes ?? "") && (
          <Said label="You read">
            <Notes step={prepared} />
          </Said>
        )}
      </div>
    </div>
  );
}

/** More than a screen has room for, so that nothing is cut while it is written. */
const MOST_STORY_LETTERS = 600;

/** Whether something in notes is computed. */
const COMPUTED = /:[a-z]+[[{]/;

/** What was written, as it will be said. */
function Said({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.said}>
      <p>{label}</p>
      {children}
    </div>
  );
}

function withLink(step: PlanStep, address: string): PlanStep {
  if (step.kind !== "words") return step;
  const { link: before, ...rest } = step;
  const after = address.trim().replace(/^.*#/s, "");
  return after === "" ? rest : { ...rest, link: after.startsWith("/") ? after : `/${after}` };
}

function withVotes(step: PlanStep, value: string): PlanStep {
  const votes = value === "0" ? 0 : value === "1" ? 1 : value === "2" ? 2 : undefined;
  if (step.kind === "words") return step;
  if (votes !== undefined) return { ...step, votes };
  if (step.kind === "question") return step;
  const { votes: before, ...rest } = step;
  return rest;
}

/** How the notes of a step begin, with what is computed in them. */
function notesPreview(prepared: PreparedStep): string {
  const { step } = prepared;
  // The rest may be long, and a plan has many.
  const notes = step.notes?.trim().split(/\n\s*\n/, 1)[0] ?? "";
  const [block] = noteBlocks({ ...prepared, step: { ...step, notes } });
  const line = block?.kind === "paragraph" ? wordsOf(block.inlines) : "";
  return line.length > 90 ? `${line.slice(0, 90).replace(/\s+\S*$/, "")} …` : line;
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ("inlines" in inline ? wordsOf(inline.inlines) : "text" in inline ? inline.text : ""))
    .join("");
}
