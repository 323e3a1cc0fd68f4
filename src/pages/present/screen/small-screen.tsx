import { type CSSProperties, useRef } from "react";
import { useWidth } from "../../../timeline/use-size";
import { ScreenContent, type ScreenContentProps } from "./screen-content";
import { LYING } from "./screen-size";
import styles from "./small-screen.module.css";

/**
 * A screen as the class sees it, small: laid out at the size of the hall's and scaled as a whole, so that it has the same
 * words at the same places. It is as wide as what it stands in.
 */
export function SmallScreen(props: Omit<ScreenContentProps, "isPage">) {
  const place = useRef<HTMLDivElement>(null);
  const scale = useWidth(place, LYING.width) / LYING.width;
  const style: CSSProperties = { width: LYING.width, height: LYING.height, transform: `scale(${scale})` };
  return (
    <div ref={place} className={styles.place}>
      <div className={styles.screen} style={style}>
        <ScreenContent {...props} isPage={false} />
      </div>
    </div>
  );
}
