import { useState } from "react";
import { SAMPLES } from "../../scenario/samples/samples";
import type { Scenario } from "../../scenario/scenario";
import { showMessage } from "../../state/app";
import { addFiles } from "../../state/imports/add-files";
import { loadSample } from "../../state/load-sample";
import { toError } from "../../state/query";
import { useApp, useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { DropZone } from "../../ui/files/drop-zone";
import styles from "./add-data.module.css";
import { PasteDialog } from "./paste-dialog";
import { SampleDialog } from "./sample-dialog";

const ACCEPT = ".csv,.tsv,.txt,.tab,text/csv,text/tab-separated-values,text/plain";

type Asking = { kind: "paste" } | { kind: "sample"; sample: Scenario };

/** The ways to bring data in: drop or choose files, paste text, or a sample. */
export function AddData({ size }: { readonly size: "panel" | "page" }) {
  const app = useAppHandle();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [loading, setLoading] = useState<string | null>(null);
  const isEmpty = useApp((state) => (state.overview?.groups.length ?? 0) === 0);
  const load = async (sample: Scenario, replacing: boolean) => {
    setAsking(null);
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
    else setAsking({ kind: "sample", sample });
  };
  const ways = { size, loading, onPaste: () => setAsking({ kind: "paste" }), onSample: pick };
  return (
    <div className={styles[size]}>
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
      {size === "page" ? <PageWays {...ways} /> : <PanelWays {...ways} />}
      <PasteDialog open={asking?.kind === "paste"} onClose={() => setAsking(null)} />
      <SampleDialog
        sample={asking?.kind === "sample" ? asking.sample : null}
        onClose={() => setAsking(null)}
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
        </span>
      ))}
    </p>
  );
}

function PageWays({ loading, onPaste, onSample }: WaysProps) {
  return (
    <>
      <p className={styles.ways}>
        or{" "}
        <Button variant="link" onClick={onPaste}>
          paste text
        </Button>
        . Nothing is uploaded: it stays in this browser.
      </p>
      <h2 className={styles.heading}>Or start from a sample</h2>
      <ul className={styles.samples}>
        {SAMPLES.map((sample) => (
          <li key={sample.name} className={styles.sample}>
            <Button variant="link" disabled={loading !== null} onClick={() => onSample(sample)}>
              <strong>{sample.title}</strong>
            </Button>
            <p className={styles.sampleText}>{loading === sample.name ? "Being loaded …" : sample.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
