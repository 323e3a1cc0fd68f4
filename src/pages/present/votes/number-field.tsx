import { type ComponentProps, useState } from "react";
import { refusedWords, typedNumber } from "../../../present/votes/typed-number";

export interface NumberFieldProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  /** 0 leaves it empty. */
  readonly number: number;
  /** The greatest that can be typed. */
  readonly most: number;
  /** Gets 0 while what is typed is no such number: nothing is noted then. */
  readonly onNumber: (number: number) => void;
  /** Gets what is to be said of it, which stays in the field to be mended; "" once it is a number again. */
  readonly onRefused: (words: string) => void;
}

/** Takes a whole number, and changes nothing of what is typed. */
export function NumberField({ number, most, onNumber, onRefused, ...rest }: NumberFieldProps) {
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <input
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      aria-invalid={refused !== null || undefined}
      value={refused ?? (number === 0 ? "" : String(number))}
      onChange={({ currentTarget: { value } }) => {
        const typed = typedNumber(value, most);
        setRefused(typed === null ? value : null);
        onRefused(typed === null ? refusedWords(value, most) : "");
        onNumber(typed ?? 0);
      }}
    />
  );
}
