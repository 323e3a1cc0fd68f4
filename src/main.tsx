import { OWN } from "./state/document";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { lazy, type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { HomePage } from "./pages/home/home-page";
import { createApp } from "./state/app";
import { bindToUrl } from "./state/route/bind-to-url";
import type { Page } from "./state/route/route";
import { restoreAppearance } from "./state/settings";
import { IS_ONE_FILE, servedFile, thisFile } from "./state/take-away/app-file";
import { carriedStart } from "./state/take-away/carried";
import { tellUnhandled } from "./state/tell-failure";
import { AppContext, useApp } from "./state/use-app";
import { ErrorBoundary } from "./ui/feedback/error-boundary";
import { LoadingLine } from "./ui/feedback/loading-line";
import { KeyScope } from "./ui/keys/key-scope";
import { applySize, applyTheme } from "./ui/theme";
import { PageFrame } from "./views/frame/page-frame";
import { pageTitle } from "./views/frame/page-title";
import { serviceWorkers } from "./views/frame/works-offline";
import { LessonArrivals } from "./views/lesson-file/lesson-arrivals";
import { loadPart } from "./worker/missing-part";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html must have an element with the id root");

const app = createApp(OWN, {
  worker: async () => (await loadPart(() => import("./worker/worker-handle"))).startWorker(),
  file: IS_ONE_FILE ? thisFile(document) : servedFile,
});

// Home must be there within a second: the store, Arrow and the worker come with the Lab.
const LabPage = lazy(async () => {
  const [{ LabPage: page }, { openLab }, { installConsoleStore }] = await loadPart(() =>
    Promise.all([
      import("./pages/lab/lab-page"),
      import("./state/open-lab"),
      import("./state/console-store"),
    ]),
  );
  openLab(app);
  installConsoleStore(app);
  return { default: page };
});

const CasesPage = lazy(async () => ({
  default: (await loadPart(() => import("./pages/cases/cases-page"))).CasesPage,
}));

const LearnPage = lazy(async () => ({
  default: (await loadPart(() => import("./pages/learn/learn-page"))).LearnPage,
}));

const LadderPage = lazy(async () => ({
  default: (await loadPart(() => import("./pages/ladder/ladder-page"))).LadderPage,
}));

const GlossaryPage = lazy(async () => ({
  default: (await loadPart(() => import("./pages/glossary/glossary-page"))).GlossaryPage,
}));

const PresentPage = lazy(async () => ({
  default: (await loadPart(() => import("./pages/present/present-page"))).PresentPage,
}));

const WorksheetPage = lazy(async () => ({
  default: (await loadPart(() => import("./pages/worksheet/worksheet-page"))).WorksheetPage,
}));

const EmbedPage = lazy(async () => ({
  default: (await loadPart(() => import("./pages/embed/embed-page"))).EmbedPage,
}));

// A page without it works as well: what cannot be had is no reason to stop.
const NewVersionNotice = lazy(async () => {
  await isLoaded();
  const part = await import("./views/frame/new-version-notice").catch(() => null);
  return { default: part?.NewVersionNotice ?? (() => null) };
});

/** Whether there is a version to keep, and something that keeps it: a build, in a browser that has service workers here. */
const canWorkOffline = import.meta.env.PROD && !IS_ONE_FILE && serviceWorkers() !== null;

const PAGE_VIEWS: Readonly<Record<Page, () => ReactNode>> = {
  home: HomePage,
  learn: () => <LearnPage />,
  practice: () => <LearnPage />,
  ladder: () => <LadderPage />,
  glossary: () => <GlossaryPage />,
  lab: () => <LabPage />,
  cases: () => <CasesPage />,
  present: () => <PresentPage />,
  worksheet: () => <WorksheetPage />,
};

function CurrentPage() {
  const page = useApp((state) => state.route.page);
  const isEmbedded = useApp((state) => state.route.embed);
  const PageView = isEmbedded ? EmbedPage : PAGE_VIEWS[page];
  return (
    <ErrorBoundary resetKey={page} reassurance="What you have stored is untouched.">
      <Suspense fallback={isEmbedded ? <LoadingLine>Opening …</LoadingLine> : <Opening />}>
        <PageView />
      </Suspense>
    </ErrorBoundary>
  );
}

/** The whole page is one scope of keys. */
function Keys({ children }: { readonly children: ReactNode }) {
  const letterKeys = useApp((state) => state.letterKeys);
  return (
    <KeyScope isFirst letterKeys={letterKeys}>
      {children}
    </KeyScope>
  );
}

/** What is kept for later waits until what is wanted now is there. */
function isLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });
}

function Opening() {
  return (
    <PageFrame status="nothing leaves this browser">
      <LoadingLine>Opening …</LoadingLine>
    </PageFrame>
  );
}

tellUnhandled(app, window);
restoreAppearance(app);
const look = () => {
  const { route, document: shown, theme, size } = app.state.getState();
  applyTheme(route.theme ?? theme, document.documentElement);
  applySize(route.size ?? size, document.documentElement);
  const title = pageTitle(route, shown.dataset);
  if (document.title !== title) document.title = title;
};
app.state.subscribe(look);
// A file that was given a plan or data opens there, unless its address says more.
const start = carriedStart(document);
if (start !== null && window.location.hash === "") window.history.replaceState(null, "", `#${start}`);
// Not awaited at the top: what the URL brings is read by a part that imports from this one.
void bindToUrl(app).opened.then(() => {
  look();
  createRoot(root).render(
    <StrictMode>
      <AppContext value={app}>
        <Keys>
          <CurrentPage />
          {!app.state.getState().route.embed && <LessonArrivals />}
          {canWorkOffline && !app.state.getState().route.embed && (
            <Suspense>
              <NewVersionNotice />
            </Suspense>
          )}
        </Keys>
      </AppContext>
    </StrictMode>,
  );
});
