import styles from "./picture.module.css";

export interface BeckonProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** An arrow beside a mark: it can be moved, that way. */
export function Beckon({ x, y, size }: BeckonProps) {
  return (
    <path
      aria-hidden
      className={styles.beckon}
      d={`M ${x + size} ${y} h ${size * 3.5} m ${-size * 0.9} ${-size * 0.7} l ${size * 0.9} ${size * 0.7} l ${-size * 0.9} ${size * 0.7}`}
    />
  );
}
