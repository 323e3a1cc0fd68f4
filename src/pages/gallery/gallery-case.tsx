import { useId, useState } from "react";
import { CandidateList } from "../../timeline/candidate-list";
import { useEditedSlice } from "../../timeline/interaction/use-edited-slice";
import { PhaseStrip } from "../../timeline/phase-strip";
import { Player } from "../../timeline/player";
import type { ScenarioSlice } from "../../timeline/scenario-slices";
import type { Coordinate, MarkRef } from "../../timeline/step/coordinate";
import { StepSentence } from "../../timeline/step-sentence";
import { Timeline } from "../../timeline/timeline";
import { sentence } from "../../timeline/words/sentence";
import { classNames } from "../../ui/class-names";
import { Button } from "../../ui/controls/button";
import styles from "./gallery-case.module.css";

export interface GalleryCaseProps {
  readonly scene: ScenarioSlice;
  /** Leads to this case alone; without it the case stands alone, and its steps are the address's. */
  readonly href?: string;
  /** Controlled where given; else the case keeps its own step. */
  readonly coordinate?: Coordinate;
  readonly onCoordinate?: (coordinate: Coordinate) => void;
}

/** A minimap tells nothing of an entity that is seen whole. */
const WORTH_A_MAP = 48;

/** One case with all that belongs to a timeline. What is dragged changes this case only, until it is reset. */
export function GalleryCase({ scene, href, ...control }: GalleryCaseProps) {
  const id = useId();
  const [ownStep, setOwnStep] = useState(scene.at);
  const { slice, settled, onEdit, onEditCancel, reset } = useEditedSlice(scene.slice);
  const [highlighted, setHighlighted] = useState<MarkRef | null>(null);
  const isAlone = href === undefined;
  const Heading = isAlone ? "h1" : "h2";
  const coordinate = control.coordinate ?? ownStep;
  const onCoordinate = control.onCoordinate ?? setOwnStep;
  const step = { slice, coordinate, onCoordinate };
  const numRows = slice.joins.reduce((sum, join) => sum + join.rows.length, slice.spine.rows.length);
  return (
    <article
      className={classNames(styles.case, isAlone && styles.alone)}
      aria-labelledby={id}
      data-case={scene.name}
    >
      <header className={styles.header}>
        <Heading id={id} className={styles.name}>
          {href === undefined ? nameOf(scene) : <a href={href}>{nameOf(scene)}</a>}
        </Heading>
        <p className={styles.title}>{scene.title}</p>
        {settled !== scene.slice && (
          <Button variant="link" onClick={reset}>
            Reset
          </Button>
        )}
      </header>
      <div className={styles.looks} data-part="looks">
        <StepSentence parts={sentence(slice, coordinate)} linesNarrow={5} live={slice === settled} />
        <PhaseStrip {...step} />
        <Timeline
          {...step}
          showMinimap={numRows > WORTH_A_MAP}
          highlight={highlighted}
          onHover={setHighlighted}
          keys={isAlone ? "scope" : "own"}
          onEdit={onEdit}
          onEditCancel={onEditCancel}
        />
      </div>
      <Player {...step} hasKeys={isAlone} />
      <details className={styles.candidates} open={isAlone || undefined}>
        <summary>{isAlone ? <h2>Candidates</h2> : "Candidates"}</summary>
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

/** `ttl-edge` → `TTL edge`. */
function nameOf({ name }: ScenarioSlice): string {
  const words = name.replaceAll("-", " ").replace(/\bttl\b/, "TTL");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
