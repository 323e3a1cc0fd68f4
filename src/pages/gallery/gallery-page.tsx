import { goTo, hrefOf } from "../../state/address/navigate";
import { GALLERY, type Place } from "../../state/address/place";
import { useAppStore } from "../../state/app-store";
import { GALLERY_SCENES } from "../../timeline/scenes/scenes";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Messages } from "../../views/frame/messages";
import { PageFrame } from "../../views/frame/page-frame";
import { GalleryCase } from "./gallery-case";
import styles from "./gallery-page.module.css";

/** Every case that a join can meet, side by side; or one of them, large. For who changes the picture or teaches from it. */
export function GalleryPage() {
  const place = useAppStore((state) => state.place);
  return (
    <PageFrame status="made-up rows; nothing is stored">
      <Messages />
      {place.case === null ? <AllCases place={place} /> : <OneCase place={place} name={place.case} />}
    </PageFrame>
  );
}

function AllCases({ place }: { readonly place: Place }) {
  return (
    <>
      <header className={styles.header}>
        <h1>Gallery</h1>
        <p className={styles.words}>
          {GALLERY_SCENES.length} cases that a point-in-time join can meet, each at its most telling step.
          Step through them, drag what you like: nothing is kept.
        </p>
      </header>
      <div className={styles.cases}>
        {GALLERY_SCENES.map((scene) => (
          <GalleryCase
            key={scene.name}
            scene={scene}
            href={hrefOf({ ...GALLERY, case: scene.name, theme: place.theme }, GALLERY)}
          />
        ))}
      </div>
    </>
  );
}

function OneCase({ place, name }: { readonly place: Place; readonly name: string }) {
  const all = hrefOf({ ...GALLERY, theme: place.theme }, GALLERY);
  const scene = GALLERY_SCENES.find((one) => one.name === name);
  if (scene === undefined) {
    return (
      <EmptyState size="page" headline={`The gallery has no case named "${name}".`}>
        <a href={all}>All {GALLERY_SCENES.length} cases</a>
      </EmptyState>
    );
  }
  const { row, join, phase } = place;
  const together = place.joins === "together";
  const isThere = row !== null && scene.slice.spine.rows.includes(row) && join < scene.slice.joins.length;
  return (
    <>
      <p className={styles.back}>
        <a href={all}>All {GALLERY_SCENES.length} cases</a>
      </p>
      <GalleryCase
        key={name}
        scene={scene}
        coordinate={isThere ? { spineRow: row, join, phase, together } : scene.at}
        onCoordinate={({ spineRow, ...at }) =>
          goTo(
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
