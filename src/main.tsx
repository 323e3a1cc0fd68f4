import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { lazy, type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { HomePage } from "./pages/home/home-page";
import type { Page } from "./state/address/place";
import { useAppStore } from "./state/app-store";
import { startApp } from "./state/start-app";
import { ErrorBoundary } from "./ui/feedback/error-boundary";
import { LoadingLine } from "./ui/feedback/loading-line";
import { applySize, applyTheme } from "./ui/theme";
import { PageFrame } from "./views/frame/page-frame";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html must have an element with the id root");

// Home must be there within a second: the store, Arrow and the worker come with the Lab.
const LabPage = lazy(async () => {
  const [{ LabPage: page }, { openLab }] = await Promise.all([
    import("./pages/lab/lab-page"),
    import("./state/open-lab"),
  ]);
  openLab();
  return { default: page };
});

const GalleryPage = lazy(async () => ({
  default: (await import("./pages/gallery/gallery-page")).GalleryPage,
}));

const PAGE_VIEWS: Readonly<Record<Page, () => ReactNode>> = {
  home: HomePage,
  lab: () => <LabPage />,
  gallery: () => <GalleryPage />,
};

function App() {
  const page = useAppStore((state) => state.place.page);
  const PageView = PAGE_VIEWS[page];
  return (
    <ErrorBoundary resetKey={page} reassurance="What you have stored is untouched.">
      <Suspense fallback={<Opening />}>
        <PageView />
      </Suspense>
    </ErrorBoundary>
  );
}

function Opening() {
  return (
    <PageFrame status="nothing leaves this browser">
      <LoadingLine>Opening …</LoadingLine>
    </PageFrame>
  );
}

const look = () => {
  const { place, theme, size } = useAppStore.getState();
  applyTheme(place.theme ?? theme, document.documentElement);
  applySize(place.size ?? size, document.documentElement);
};
useAppStore.subscribe(look);
// Not awaited at the top: what the address brings is read by a part that imports from this one.
void startApp().then(() => {
  look();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
