import styles from "./picture.module.css";

/** The two textures: the future is hatched, a delay is dotted. `id` keeps several timelines on one page apart. */
export function PictureDefs({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="11"
        height="11"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className={styles.futureGround} width="11" height="11" />
        <line className={styles.futureLine} x1="0" x2="0" y1="0" y2="11" />
      </pattern>
      <pattern id={`${id}-dots`} width="5" height="5" patternUnits="userSpaceOnUse">
        <circle className={styles.delayDot} cx="2" cy="2" r="0.9" />
      </pattern>
    </defs>
  );
}
