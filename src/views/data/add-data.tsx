import { useState } from "react";
import { SAMPLES } from "../../scenario/samples/samples";
import type { Scenario } from "../../scenario/scenario";
import { showMessage } from "../../state/app";
import { WRONG_JOIN_SAMPLES, wrongJoinHref } from "../../state/compare/compare-links";
import { addFiles, addText } from "../../state/imports/add-files";
import { loadSample } from "../../state/load-sample";
import { toError } from "../../state/query";
import { useApp, useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { TextArea } from "../../ui/controls/text-input";
import { Dialog } from "../../ui/dialog";
import { DropZone } from "../../ui/files/drop-zone";
import styles from "./add-data.module.css";
import { LinkedStoresButton } from "./linked-stores-button";
import { SampleDialog } from "./sample-dialog";

const ACCEPT = ".csv,.tsv,.txt,.tab,text/csv,text/tab-separated-values,text/plain";

type OpenDialog = { kind: "paste" } | { kind: "sample"; sample: Scenario };

/** The ways to bring data in: drop or choose files, paste text, or a sample. */
export function AddData({ size }: { readonly size: "panel" | "page" }) {
  const app = useAppHandle();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [loading, setLoading] = useState<string | null>(null);
  const isEmpty = useApp((state) => (state.overview?.groups.length ?? 0) === 0);
  const load = async (sample: Scenario, replacing: boolean) => {
    setDialog(null);
    setLoading(sample.name);
    try {
      await loadSample(app, sample, replacing);
    } catch (thrown) {
      showMessage(app, { text: `The sample was not loaded. ${toError(thrown).message}`, isError: true });
    } finally {
      setLoading(null);
    }
  };
  const pick = (sample: Scenario) => {
    if (isEmpty) void load(sample, false);
    else setDialog({ kind: "sample", sample });
  };
  const ways = { size, loading, onPaste: () => setDialog({ kind: "paste" }), onSample: pick };
  return (
    <div className={styles[size]}>
      <div>
        <DropZone
          size={size}
          accept={ACCEPT}
          onFiles={(files) => addFiles(app, files)}
          onRefused={(text) => showMessage(app, { text, isError: true })}
        >
          {size === "page"
            ? "Drop CSV or TSV files here, or press to choose them"
            : "Drop CSV or TSV files here"}
        </DropZone>
        {size === "page" ? <PasteWay {...ways} /> : <PanelWays {...ways} />}
      </div>
      <div>
        {size === "page" && <SampleWays {...ways} />}
        <LinkedStoresButton />
      </div>
      <PasteDialog open={dialog?.kind === "paste"} onClose={() => setDialog(null)} />
      <SampleDialog
        sample={dialog?.kind === "sample" ? dialog.sample : null}
        onClose={() => setDialog(null)}
        onLoad={load}
      />
    </div>
  );
}

interface WaysProps {
  readonly loading: string | null;
  readonly onPaste: () => void;
  readonly onSample: (sample: Scenario) => void;
}

function PanelWays({ loading, onPaste, onSample }: WaysProps) {
  return (
    <p className={styles.ways}>
      or{" "}
      <Button variant="link" onClick={onPaste}>
        paste text
      </Button>
      , or start from{" "}
      {SAMPLES.map((sample, at) => (
        <span key={sample.name}>
          {at > 0 && " · "}
          <Button variant="link" disabled={loading !== null} onClick={() => onSample(sample)}>
            {loading === sample.name ? "loading …" : sample.title}
          </Button>
          {WRONG_JOIN_SAMPLES.includes(sample) && (
            <>
              {" "}
              (see it{" "}
              <a href={wrongJoinHref(sample)} aria-label={`${sample.title} With the wrong join`}>
                with the wrong join
              </a>
              )
            </>
          )}
        </span>
      ))}
    </p>
  );
}

function PasteWay({ onPaste }: WaysProps) {
  return (
    <p className={styles.ways}>
      or{" "}
      <Button variant="link" onClick={onPaste}>
        paste text
      </Button>
      . Nothing is uploaded: it stays in this browser.
    </p>
  );
}

function SampleWays({ loading, onSample }: WaysProps) {
  return (
    <>
      <h2 className={styles.heading}>Or start from a sample</h2>
      <ul className={styles.samples}>
        {SAMPLES.map((sample) => (
          <li key={sample.name} className={styles.sample}>
            <Button variant="link" disabled={loading !== null} onClick={() => onSample(sample)}>
              <strong>{sample.title}</strong>
            </Button>
            <p className={styles.sampleText}>{loading === sample.name ? "Being loaded …" : sample.text}</p>
            {WRONG_JOIN_SAMPLES.includes(sample) && (
              <a
                className={styles.door}
                href={wrongJoinHref(sample)}
                aria-label={`${sample.title} With the wrong join`}
              >
                With the wrong join →
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A place for pasted rows, such as cells copied from a spreadsheet. */
function PasteDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const app = useAppHandle();
  const [text, setText] = useState("");
  const take = () => {
    addText(app, text);
    setText("");
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Paste rows"
      width="wide"
      actions={
        <Button variant="primary" disabled={text.trim() === ""} onClick={take}>
          Look at these rows
        </Button>
      }
    >
      <TextArea
        label="Lines of CSV, or cells copied from a spreadsheet"
        help="The first line may hold the columns’ names. Nothing is stored yet."
        rows={12}
        value={text}
        onChange={setText}
      />
    </Dialog>
  );
}
