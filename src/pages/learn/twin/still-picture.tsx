import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { picture } from "../../../timeline/picture/picture";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { sentence } from "../../../timeline/words/sentence";
import { plainText } from "../../../timeline/words/sentence-parts";
import { ThemedPicture } from "../../../views/still-picture/themed-picture";
import styles from "./text-twin.module.css";

/** The faces of the pictures, as rules that hold them: a picture that is not part of the page has none of the page's. */
export const FacesContext = createContext("");

/** Pixels; on paper it is as wide as the text. */
const WIDTH = 680;
const PHONE_WIDTH = 354;
const PHONE = "(max-width: 40rem)";

export interface StillPictureProps {
  readonly slice: EntitySlice;
  readonly at: Coordinate;
}

/** A step as a picture that does not move, with its sentence for whoever cannot see it. On paper it is always light. */
export function StillPicture({ slice, at }: StillPictureProps) {
  const faces = useContext(FacesContext);
  const width = useSyncExternalStore(subscribe, () => (phone()?.matches ? PHONE_WIDTH : WIDTH));
  const drawn = useMemo(() => {
    const title = plainText(sentence(slice, at));
    const made = picture(slice, at, initialWindow(slice, at.spineRow), { width });
    return { title, made };
  }, [slice, at, width]);
  return (
    <div className={styles.picture}>
      <ThemedPicture drawn={drawn.made} title={drawn.title} faces={faces} />
    </div>
  );
}

function phone(): MediaQueryList | undefined {
  return window.matchMedia?.(PHONE);
}

function subscribe(onChange: () => void): () => void {
  const query = phone();
  query?.addEventListener("change", onChange);
  return () => query?.removeEventListener("change", onChange);
}
