import { useState, useSyncExternalStore } from "react";
import { toError } from "../../state/query";
import { IS_ONE_FILE, MissingFileError } from "../../state/take-away/app-file";
import type { Carried } from "../../state/take-away/carried";
import { saveApp } from "../../state/take-away/save-app";
import { useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { Checkbox } from "../../ui/controls/checkbox";
import { Dialog } from "../../ui/dialog";
import { carriesWords } from "../present/carries-words";
import styles from "./take-away.module.css";

/** What is in sight and can be taken along in the file. */
export interface InSight {
  /** What it is: “the plan ‘Ten minutes’”. */
  readonly words: string;
  /** How many of its rows are the reader's own. */
  readonly ownRows: number;
  readonly carried: Carried;
  /** The file's name where it goes along, without the ending. */
  readonly fileName: string;
}

export interface TakeAwayProps {
  /** `null` where there is nothing but the app. */
  readonly inSight?: InSight | null;
}

type Saving =
  | { readonly kind: "not_yet" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly name: string; readonly bytes: number }
  | { readonly kind: "failed"; readonly error: Error };

/** A button that opens {@link TakeAway}. */
export function TakeAwayButton({ inSight = null }: TakeAwayProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="link" onClick={() => setOpen(true)}>
        Take this app with you
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Take this app with you">
        <TakeAway inSight={inSight} />
      </Dialog>
    </>
  );
}

/** Saves the app as one file, alone or with what is in sight. */
export function TakeAway({ inSight = null }: TakeAwayProps) {
  const app = useAppHandle();
  const [isTaken, setTaken] = useState(true);
  const [saving, setSaving] = useState<Saving>({ kind: "not_yet" });
  const isOnline = useOnline();
  const canSave = IS_ONE_FILE || isOnline;
  const taken = isTaken ? inSight : null;
  const save = async () => {
    const name = `${taken?.fileName ?? "microfs"}.html`;
    setSaving({ kind: "saving" });
    try {
      const bytes = await saveApp(app, taken?.carried ?? null, name);
      setSaving({ kind: "saved", name, bytes });
    } catch (thrown) {
      setSaving({ kind: "failed", error: toError(thrown) });
    }
  };
  return (
    <div className={styles.takeAway}>
      <p>
        All of microFS in one HTML file: it opens by a double click, from a USB stick or a learning platform,
        and needs neither a server nor a network.
      </p>
      {inSight !== null && (
        <Checkbox
          label={`with ${inSight.words}: the file opens there`}
          help={inSight.ownRows > 0 ? carriesWords("The file", inSight.ownRows) : undefined}
          checked={isTaken}
          onChange={setTaken}
        />
      )}
      <div className={styles.save}>
        {canSave && (
          <Button variant="primary" disabled={saving.kind === "saving"} onClick={() => void save()}>
            {saving.kind === "saving" ? "Fetching the file …" : "Save the file"}
          </Button>
        )}
        <span role="status">
          {!canSave && NOT_KEPT}
          {saving.kind === "saved" && `${saving.name} is saved: ${megabytes(saving.bytes)} MB.`}
          {saving.kind === "failed" && failureWords(saving.error)}
        </span>
      </div>
    </div>
  );
}

const NOT_KEPT =
  "You are offline, and the file is not among what this browser keeps. Come back with a network to save it.";

function failureWords(error: Error): string {
  return error instanceof MissingFileError
    ? "The file is not to be had where this app comes from. Try again with a network; whoever serves the app must serve microfs.html beside it."
    : `The file could not be saved. ${error.message}`;
}

/** 2889829 as 2.9. */
function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      window.addEventListener("online", onChange);
      window.addEventListener("offline", onChange);
      return () => {
        window.removeEventListener("online", onChange);
        window.removeEventListener("offline", onChange);
      };
    },
    () => navigator.onLine,
  );
}
