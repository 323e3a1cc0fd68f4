import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import styles from "./button.module.css";

export interface ButtonProps extends ComponentProps<"button"> {
  /** `primary`: the one thing to do here. `secondary`: outlined. `link`: an underlined word in a line of text. */
  readonly variant?: "primary" | "secondary" | "link";
  /** `small` stands in a line with other things: a player, a look-up. */
  readonly size?: "regular" | "small";
  /** `square` is for a single sign, such as an arrow; give it an `aria-label`. `wide` fills its line. */
  readonly shape?: "regular" | "square" | "wide";
}

/** A button that never submits a form unless told to (`type="submit"`). */
export function Button({
  variant = "secondary",
  size = "regular",
  shape = "regular",
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles[variant], styles[size], styles[shape], className)}
    />
  );
}
