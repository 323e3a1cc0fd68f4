import { useEffect, useId, useState } from "react";
import type { PlanStep } from "../../present/plan";
import type { Edit } from "../../scenario/edits/edit";
import { goTo } from "../../state/route/go-to";
import { ALL_CASES, WORKSHEET_PAGE } from "../../state/route/url";
import { useApp, useAppHandle, usePageHref } from "../../state/use-app";
import { CandidateList } from "../../timeline/candidate-list";
import { useEditedSlice } from "../../timeline/interaction/use-edited-slice";
import { CASE_SLICES, type ScenarioSlice } from "../../timeline/scenario-slices";
import type { Coordinate, MarkRef } from "../../timeline/step/coordinate";
import { SteppedTimeline } from "../../timeline/stepped-timeline";
import { OwnCopyLine } from "../../views/own-copy/own-copy-line";
import { TeachMenu } from "../../views/present/teach-menu";
import { StepPictures } from "../../views/train/picture-export/picture-dialog";
import type { Step } from "../../views/train/steps/current-step";
import { type CaseStep, walkCases } from "./case-walk";
import { caseName } from "./case-words";
import styles from "./one-case.module.css";

export interface OneCaseProps {
  readonly scene: ScenarioSlice;
}

/** A minimap tells nothing of an entity that is seen whole. */
const WORTH_A_MAP = 48;

/** One case with all that belongs to a timeline. What is dragged changes this case only, until one starts over. */
export function OneCase({ scene }: OneCaseProps) {
  const id = useId();
  const edited = useEditedSlice(scene.slice);
  const { slice, settled, onEdit, onEditCancel } = edited;
  const [highlighted, setHighlighted] = useState<MarkRef | null>(null);
  const { coordinate, onCoordinate, onPage } = useSteps(scene);
  useEffect(() => {
    // In newer browsers it returns a promise, which an effect must not.
    window.scrollTo({ top: 0 });
  }, []);
  const numRows = slice.joins.reduce((sum, join) => sum + join.rows.length, slice.spine.rows.length);
  return (
    <article className={styles.case} aria-labelledby={id} data-case={scene.name}>
      <header className={styles.header}>
        <h1 id={id} className={styles.name}>
          {caseName(scene)}
        </h1>
        <span className={styles.teach}>
          <TeachCase scene={scene} step={{ slice: settled, coordinate }} edits={edited.edits} />
        </span>
        <p className={styles.title}>{scene.title}</p>
        <OwnCopyLine
          changes={edited.changes}
          isOriginalShown={edited.isOriginalShown}
          onShowOriginal={edited.showOriginal}
          onStartOver={edited.reset}
        />
      </header>
      <SteppedTimeline
        slice={slice}
        isSettled={slice === settled}
        coordinate={coordinate}
        onCoordinate={onCoordinate}
        onPage={onPage}
        showMinimap={numRows > WORTH_A_MAP}
        highlight={highlighted}
        onHover={setHighlighted}
        onEdit={onEdit}
        onEditCancel={onEditCancel}
      />
      <details className={styles.candidates} open>
        <summary>
          <h2>Candidates</h2>
        </summary>
        <div className={styles.lists}>
          {slice.joins.map((join, i) => (
            <CandidateList
              key={join.fgName}
              slice={slice}
              coordinate={coordinate}
              join={i}
              highlight={highlighted}
              onHover={setHighlighted}
            />
          ))}
        </div>
      </details>
    </article>
  );
}

/** What is on the screen of a case, as a step of a plan. */
function caseStep({ name }: ScenarioSlice, at: Coordinate, edits: readonly Edit[]): PlanStep {
  const { spineRow, join, phase, together } = at;
  return {
    kind: "picture",
    minutes: 3,
    of: { kind: "case", name },
    edits: [...edits],
    at: { row: spineRow, join, phase, ...(together && { together }) },
    rule: "as-of",
    walks: false,
  };
}

interface TeachCaseProps {
  readonly scene: ScenarioSlice;
  readonly step: Step;
  readonly edits: readonly Edit[];
}

/** What is done with a case by who teaches with it. */
function TeachCase({ scene, step, edits }: TeachCaseProps) {
  const hrefTo = usePageHref();
  const { spineRow, join, phase, together } = step.coordinate;
  const joins = together ? "together" : "one-by-one";
  const at = { case: scene.name, row: spineRow, join, phase, joins } as const;
  return (
    <TeachMenu
      make={() => ({ step: caseStep(scene, step.coordinate, edits), rows: 0 })}
      worksheet={hrefTo(WORKSHEET_PAGE, at)}
      slides={(onClose) => (
        <StepPictures step={step} name={scene.name} rowNumber={spineRow + 1} onClose={onClose} />
      )}
      hasCode
      embed={{
        url: hrefTo(ALL_CASES, { ...at, embed: true }).slice(1),
        title: scene.title,
        ownRows: 0,
      }}
    />
  );
}

/** The step that the address names, or the one that the case opens at, and the ways on from it. */
function useSteps(scene: ScenarioSlice) {
  const app = useAppHandle();
  const route = useApp((state) => state.route);
  const { row, join, phase } = route;
  const isThere = row !== null && scene.slice.spine.rows.includes(row) && join < scene.slice.joins.length;
  const coordinate: Coordinate = isThere
    ? { spineRow: row, join, phase, together: route.joins === "together" }
    : scene.at;
  const goToStep = ({ name, at }: CaseStep) =>
    goTo(
      app,
      {
        case: name,
        row: at.spineRow,
        join: at.join,
        phase: at.phase,
        joins: at.together ? "together" : "one-by-one",
      },
      name === scene.name ? "replace" : "push",
    );
  return {
    coordinate,
    onCoordinate: (at: Coordinate) => goToStep({ name: scene.name, at }),
    onPage: (by: 1 | -1) => {
      const to = walkCases(CASE_SLICES, { name: scene.name, at: coordinate }, by);
      if (to !== null) goToStep(to);
    },
  };
}
