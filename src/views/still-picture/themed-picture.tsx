import { useMemo } from "react";
import { pictureSvg } from "../../timeline/static-svg/picture-svg";
import { svgUrl } from "../../timeline/static-svg/svg-url";
import type { ColourTheme } from "../../ui/token-colours";
import styles from "./themed-picture.module.css";

export interface ThemedPictureProps {
  /** It is drawn anew when this is another object. */
  readonly drawn: Parameters<typeof pictureSvg>[0];
  /** What it shows, for whoever cannot see it; empty where the words beside it say so. */
  readonly title: string;
  /** The faces of its words, as rules that hold them: it has none of the page's. */
  readonly faces?: string;
  readonly margin?: number;
}

/** A picture that does not move, in the theme of the page; on paper it is light. */
export function ThemedPicture({ drawn, title, faces, margin }: ThemedPictureProps) {
  const { light, dark } = useMemo(() => {
    const urlIn = (theme: ColourTheme) => svgUrl(pictureSvg(drawn, { title, theme, faces, margin }).svg);
    return { light: urlIn("light"), dark: urlIn("dark") };
  }, [drawn, title, faces, margin]);
  return (
    <>
      <img className={styles.light} src={light} alt={title} />
      <img className={styles.dark} src={dark} alt={title} />
    </>
  );
}
