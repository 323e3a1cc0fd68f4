import { TrainSidePanel } from "../../src/views/train/side-panel/train-side-panel";
import "../../src/ui/fonts.css";
import "../../src/ui/tokens.css";
import "../../src/ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { type App, createApp } from "../../src/state/app";
import { openLab } from "../../src/state/open-lab";
import { readSample } from "../../src/state/route/read-link";
import { START } from "../../src/state/route/url";
import { AppContext } from "../../src/state/use-app";
import { KeyScope } from "../../src/ui/keys/key-scope";
import { TrainTools } from "../../src/views/train/tools/train-tools";
import { TrainStage } from "../../src/views/train/train-stage";
import { startWorker } from "../../src/worker/worker-handle";

// A page for the tests alone: two whole Train stages on two datasets, one worker under both, neither bound to the URL.
const worker = Promise.resolve(startWorker());

function appOn(sample: string, row: number): App {
  const read = readSample(sample);
  if (!read.ok) throw new Error(read.problems.join(" "));
  const app = createApp(read.dataset, {
    worker: () => worker,
    route: { ...START, stage: "train", row, phase: "write_cell" },
  });
  openLab(app);
  return app;
}

const APPS = [
  { name: "demo", app: appOn("demo", 3) },
  { name: "churn", app: appOn("churn", 858) },
];

const root = document.getElementById("root");
if (root === null) throw new Error("the page must have an element with the id root");
createRoot(root).render(
  <StrictMode>
    <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 24 }}>
      {APPS.map(({ name, app }, i) => (
        <AppContext key={name} value={app}>
          <KeyScope isFirst={i === 0}>
            <section aria-label={name}>
              <TrainTools />
              <TrainStage />
              <TrainSidePanel />
            </section>
          </KeyScope>
        </AppContext>
      ))}
    </div>
  </StrictMode>,
);
