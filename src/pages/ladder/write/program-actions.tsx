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
import { useAppHandle, usePageHref, usePart } from "../../../state/use-app";
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
}

/** What can be done with the program: use it, save it, start over; and the finished one of before. */
export function ProgramActions({ language, source, isAgreed }: ProgramActionsProps) {
  const app = useAppHandle();
  const hrefTo = usePageHref();
  const work = usePart(ladderStore, (state) => workIn(state.work, language));
  const startedOver = usePart(ladderStore, (state) => state.startedOver);
  const isKept = usePart(ladderStore, (state) => state.isKept);
  const { fileName } = WRITTEN_LANGUAGES[language];
  const isUndoable = startedOver?.language === language && startedOver.rung === "write";
  return (
    <>
      {isUndoable && (
        <Notice
          kind="info"
          actions={<Button onClick={() => undoStartingOver(app)}>Undo</Button>}
          onDismiss={() => forgetStartedOver(app)}
        >
          You have started over.
        </Notice>
      )}
      {!isAgreed && work.finished !== null && work.finished !== source && (
        <p className={styles.quiet}>
          The last program with which all tests agreed is kept, and the Lab uses it.{" "}
          <Button variant="link" onClick={() => changeWork(app, language, { source: work.finished })}>
            Bring it back
          </Button>
        </p>
      )}
      {!isKept && (
        <p className={styles.quiet}>This browser keeps nothing: save your program before you leave.</p>
      )}
      <div className={styles.actions}>
        {work.finished !== null && (
          <ButtonLink
            variant={isAgreed ? "primary" : "secondary"}
            href={hrefTo(START, { stage: "train" })}
          >
            Use my join in the Lab
          </ButtonLink>
        )}
        <Button onClick={() => saveFile(new Blob([source], { type: "text/plain" }), fileName)}>
          Save {fileName}
        </Button>
        {work.source !== null && (
          <Button onClick={() => startRungOver(app, language, "write")}>Start over</Button>
        )}
      </div>
    </>
  );
}
