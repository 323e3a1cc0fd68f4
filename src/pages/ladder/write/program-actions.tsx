import { saveFile } from "../../../state/export";
import {
  changeWork,
  forgetStartedOver,
  ladderStore,
  startRungOver,
  undoStartingOver,
} from "../../../state/ladder/ladder-store";
import { workIn } from "../../../state/ladder/ladder-work";
import { START } from "../../../state/route/url";
import { useApp, useAppHandle, usePageHref, usePart } from "../../../state/use-app";
import type { Language } from "../../../terms/languages";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { Notice } from "../../../ui/feedback/notice";
import styles from "./write-rung.module.css";
import { WRITTEN_LANGUAGES } from "./written-language";

export interface ProgramActionsProps {
  readonly language: Language;
  readonly source: string;
  /** Whether all tests agree with this very program. */
  readonly isAgreed: boolean;
  readonly onRun: () => void;
}

/** What can be done with the program: run it, save it, start over. */
export function ProgramActions({ language, source, isAgreed, onRun }: ProgramActionsProps) {
  const app = useAppHandle();
  const isBegun = usePart(ladderStore, (state) => workIn(state.work, language).source !== null);
  const startedOver = usePart(ladderStore, (state) => state.startedOver);
  const href = useLabHref(language);
  const { fileName } = WRITTEN_LANGUAGES[language];
  const isUndoable = startedOver?.language === language && startedOver.rung === "write";
  return (
    <>
      <div className={styles.actions}>
        <Button variant={isAgreed ? "secondary" : "primary"} onClick={onRun}>
          Run
        </Button>
        {isAgreed && (
          <ButtonLink variant="primary" href={href}>
            Use my join in the Lab
          </ButtonLink>
        )}
        <Button variant="link" onClick={() => saveFile(new Blob([source], { type: "text/plain" }), fileName)}>
          Save {fileName}
        </Button>
        {isBegun && (
          <Button variant="link" onClick={() => startRungOver(app, language, "write")}>
            Start over
          </Button>
        )}
      </div>
      {isUndoable && (
        <Notice
          kind="info"
          actions={<Button onClick={() => undoStartingOver(app)}>Undo</Button>}
          onDismiss={() => forgetStartedOver(app)}
        >
          You have started over.
        </Notice>
      )}
    </>
  );
}

/** The program with which all tests agree: where it can be used, and the way back to it from a later one. */
export function FinishedProgram({ language, source, isAgreed }: Omit<ProgramActionsProps, "onRun">) {
  const app = useAppHandle();
  const finished = usePart(ladderStore, (state) => workIn(state.work, language).finished);
  const href = useLabHref(language);
  if (finished === null) return null;
  if (isAgreed)
    return (
      <p className={styles.quiet}>
        In the Lab it runs on a whole training set, and each cell in which it differs from the engine’s is
        marked.
      </p>
    );
  return (
    <p className={styles.quiet}>
      The last program with which all tests agreed is kept:{" "}
      {finished !== source && (
        <>
          <Button variant="link" onClick={() => changeWork(app, language, { source: finished })}>
            bring it back
          </Button>
          , or{" "}
        </>
      )}
      <a href={href}>use it in the Lab</a>.
    </p>
  );
}

/** Train with the reader's join turned on, on the data that are open; on a sample where the reader has none here. */
function useLabHref(language: Language): string {
  const hrefTo = usePageHref();
  const isOpen = useApp(
    ({ document, overview }) => document.dataset.kind !== "own" || (overview?.views.length ?? 0) > 0,
  );
  return isOpen
    ? hrefTo(START, { stage: "train", rule: "mine", language })
    : `#/lab/train?rule=mine&language=${language}&sample=churn`;
}
