import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import styles from "./button.module.css";

interface ButtonLook {
  /** `primary`: the one thing to do here. `secondary`: outlined. `link`: an underlined word in a line of text. */
  readonly variant?: "primary" | "secondary" | "link";
  /** `small` stands in a line with other things: a player, a look-up. */
  readonly size?: "regular" | "small";
  /** `square` is for a single sign, such as an arrow; give it an `aria-label`. `wide` fills its line. */
  readonly shape?: "regular" | "square" | "wide";
}

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {}

export interface ButtonLinkProps extends ComponentProps<"a">, ButtonLook {
  readonly href: string;
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

/** A link that looks like a button: the one way on from here, which can be opened in a tab of its own. */
export function ButtonLink({
  variant = "secondary",
  size = "regular",
  shape = "regular",
  className,
  ...rest
}: ButtonLinkProps) {
  return <a {...rest} className={classNames(styles[variant], styles[size], styles[shape], className)} />;
}
