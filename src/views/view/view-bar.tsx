import type { RefObject } from "react";
import { useApp, useAppHandle, usePart } from "../../state/use-app";
import { conversionHere, convertBack, joinsOn, lastConversion } from "../../state/view/convert-key";
import { lastChange, takeBackChange, viewChanges } from "../../state/view/view-changes";
import { Button } from "../../ui/controls/button";
import { LabOwnCopy } from "../own-copy/lab-own-copy";
import { HistoryButtons, useEditCount } from "../train/edits/history-buttons";
import { changeWords } from "./change-words";
import { typeWords } from "./key-words";
import styles from "./view-stage.module.css";

/**
 * What was changed, and the ways back. Its room is kept while there is nothing to say, so that the first change moves
 * nothing.
 *
 * @param bar - Where the focus goes when what it was on goes away.
 */
export function ViewBar({ bar }: { readonly bar: RefObject<HTMLDivElement | null> }) {
  const app = useAppHandle();
  const editWords = useEditCount();
  const isWaiting = usePart(viewChanges, ({ waiting }) => waiting > 0);
  const last = usePart(viewChanges, lastChange(app));
  const conversion = usePart(lastConversion, conversionHere(app));
  const isJoinedOn = useApp(
    ({ overview }) =>
      conversion !== null && joinsOn(overview?.views ?? [], conversion.fgName, conversion.column).length > 0,
  );
  const isOwn = useApp((state) => state.document.dataset.kind === "own");
  const takeBackNewest = () => {
    const isNewest = last !== null && last.documentAfter === app.state.getState().document;
    if (isNewest) void takeBackChange(app);
    return isNewest;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form of its own
    <div ref={bar} className={styles.bar} role="group" aria-label="Changes" tabIndex={-1}>
      <p role="status">
        {isWaiting
          ? "Your change is being stored …"
          : last && changeWords(last.name, last.before, last.after)}
        {!isWaiting && last && !isOwn && " Here alone: a link, or opening it anew, shows it as it came."}
      </p>
      {last && (
        <Button variant="link" onClick={() => void takeBackChange(app)}>
          Take it back
        </Button>
      )}
      {conversion && (
        <>
          <p role="status">
            {conversion.column} of {conversion.fgName} is {typeWords(conversion.to, conversion.width)} now, as
            stored.
          </p>
          {isJoinedOn ? (
            <p>To make it what it was, remove the joins on it first.</p>
          ) : (
            <Button variant="link" onClick={() => void convertBack(app)}>
              Make it {typeWords(conversion.from, conversion.to === "string" ? null : conversion.width)} again
            </Button>
          )}
        </>
      )}
      <div className={styles.copy}>
        <LabOwnCopy />
      </div>
      <p role="status">{editWords}</p>
      <HistoryButtons takeBack={takeBackNewest} />
    </div>
  );
}
