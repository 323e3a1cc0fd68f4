import { goTo } from "../../state/route/go-to";
import type { Route } from "../../state/route/route";
import { GALLERY } from "../../state/route/url";
import { useApp, useAppHandle, useHref } from "../../state/use-app";
import { GALLERY_SLICES } from "../../timeline/scenario-slices";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { GalleryCase } from "./gallery-case";
import styles from "./gallery-page.module.css";

/** Every case that a join can meet, side by side; or one of them, large. For who changes the picture or teaches from it. */
export function GalleryPage() {
  const route = useApp((state) => state.route);
  return (
    <PageFrame status="made-up rows; nothing is stored">
      <Messages />
      {route.case === null ? <AllCases route={route} /> : <OneCase route={route} name={route.case} />}
    </PageFrame>
  );
}

function AllCases({ route }: { readonly route: Route }) {
  const hrefTo = useHref();
  return (
    <>
      <header className={styles.header}>
        <h1>Gallery</h1>
        <p className={styles.words}>
          {GALLERY_SLICES.length} cases that a point-in-time join can meet, each at its most telling step.
          Step through them, drag what you like: nothing is kept.
        </p>
      </header>
      <div className={styles.cases}>
        {GALLERY_SLICES.map((scene) => (
          <GalleryCase
            key={scene.name}
            scene={scene}
            href={hrefTo({ ...GALLERY, case: scene.name, theme: route.theme }, GALLERY)}
          />
        ))}
      </div>
    </>
  );
}

function OneCase({ route, name }: { readonly route: Route; readonly name: string }) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const all = hrefTo({ ...GALLERY, theme: route.theme }, GALLERY);
  const scene = GALLERY_SLICES.find((one) => one.name === name);
  if (scene === undefined) {
    return (
      <EmptyState size="page" headline={`The gallery has no case named "${name}".`}>
        <a href={all}>All {GALLERY_SLICES.length} cases</a>
      </EmptyState>
    );
  }
  const { row, join, phase } = route;
  const together = route.joins === "together";
  const isThere = row !== null && scene.slice.spine.rows.includes(row) && join < scene.slice.joins.length;
  return (
    <>
      <p className={styles.back}>
        <a href={all}>All {GALLERY_SLICES.length} cases</a>
      </p>
      <GalleryCase
        key={name}
        scene={scene}
        coordinate={isThere ? { spineRow: row, join, phase, together } : scene.at}
        onCoordinate={({ spineRow, ...at }) =>
          goTo(
            app,
            {
              row: spineRow,
              join: at.join,
              phase: at.phase,
              joins: at.together ? "together" : "one-by-one",
            },
            "replace",
          )
        }
      />
    </>
  );
}
