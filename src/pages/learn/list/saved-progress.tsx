import { useEffect, useRef, useState } from "react";
import { isBegun, mergeProgress, type Progress, readProgress, writeProgress } from "../../../learn/progress";
import { say, WORDS } from "../../../learn/words";
import { showMessage } from "../../../state/app";
import { saveFile } from "../../../state/export";
import {
  changeProgress,
  forgetReplaced,
  forgetUnread,
  learnStore,
  replaceProgress,
  startOver,
  undoReplacing,
} from "../../../state/learn/progress-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/feedback/notice";

/** What became of what was kept, where that must be known. */
export function ProgressNotices() {
  const app = useAppHandle();
  const { before, unread, isKept } = usePart(learnStore, (state) => state);
  return (
    <>
      {!isKept && <Notice kind="info">{WORDS.progress.notKept}</Notice>}
      {unread !== null && (
        <Notice
          kind="error"
          onDismiss={() => forgetUnread(app)}
          actions={
            <Button
              variant="link"
              onClick={() => saveText(unread, "text/plain", WORDS.progress.unreadFileName)}
            >
              {WORDS.progress.saveUnread}
            </Button>
          }
        >
          {WORDS.progress.unread}
        </Notice>
      )}
      {before !== null && <Replaced />}
    </>
  );
}

/** That what was there is gone, and the way back to it, which takes the focus: what was pressed is gone too. */
function Replaced() {
  const app = useAppHandle();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.documentElement.scrollTop = 0;
    notice.current?.focus();
  }, []);
  return (
    <div ref={notice} tabIndex={-1} data-arrival>
      <Notice
        kind="info"
        onDismiss={() => forgetReplaced(app)}
        actions={
          <Button variant="link" onClick={() => undoReplacing(app)}>
            {WORDS.progress.undo}
          </Button>
        }
      >
        {WORDS.progress.replaced}
      </Notice>
    </div>
  );
}

interface Opened {
  readonly file: string;
  readonly progress: Progress;
}

/** Saving what was done as a file, opening such a file, and starting over. */
export function SavedProgress() {
  const app = useAppHandle();
  const progress = usePart(learnStore, (state) => state.progress);
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const tell = (text: string, isError = false) => {
    showMessage(app, { text, isError });
    // It stands over the page, and this at its foot.
    document.documentElement.scrollTop = 0;
  };
  const take = (file: string, taken: () => void) => {
    taken();
    setOpened(null);
    tell(say(WORDS.progress.opened, { file }));
  };
  const open = async (file: File) => {
    const read = readProgress(await file.text());
    if (read === null) tell(say(WORDS.progress.noProgress, { file: file.name }), true);
    else if (isBegun(progress)) {
      // What was said of a file before is not to be read as of this one.
      showMessage(app, null);
      setOpened({ file: file.name, progress: read });
    } else take(file.name, () => changeProgress(app, () => read));
  };
  return (
    <>
      {isBegun(progress) && (
        <Button
          variant="link"
          onClick={() => saveText(writeProgress(progress), "application/json", WORDS.progress.fileName)}
        >
          {WORDS.progress.save}
        </Button>
      )}
      <Button variant="link" onClick={() => input.current?.click()}>
        {WORDS.progress.open}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={WORDS.progress.open}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again.
          if (file) void open(file).finally(() => (currentTarget.value = ""));
        }}
      />
      {isBegun(progress) && (
        <Button variant="link" onClick={() => startOver(app)}>
          {WORDS.progress.startOver}
        </Button>
      )}
      <Dialog
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={WORDS.progress.openTitle}
        actions={
          opened && (
            <>
              <Button
                variant="primary"
                onClick={() =>
                  take(opened.file, () => changeProgress(app, (own) => mergeProgress(own, opened.progress)))
                }
              >
                {WORDS.progress.merge}
              </Button>
              <Button onClick={() => take(opened.file, () => replaceProgress(app, opened.progress))}>
                {WORDS.progress.replace}
              </Button>
            </>
          )
        }
      >
        {opened && (
          <p>
            {say(WORDS.progress.openQuestion, {
              file: opened.file,
              answers: opened.progress.answers.length,
              lessons: Object.keys(opened.progress.lessons).length,
            })}
          </p>
        )}
      </Dialog>
    </>
  );
}

function saveText(text: string, type: string, name: string): void {
  saveFile(new Blob([text], { type }), name);
}
