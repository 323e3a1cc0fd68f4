import { useState } from "react";

export interface Copying {
  /** The text that was copied last; `null` where it is none, or was refused. */
  readonly copied: string | null;
  /** The text that the browser did not let the page copy last. */
  readonly refused: string | null;
  /** Gives whether the browser did it. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** Copies texts, and keeps which one it was. Where the page is not served securely there is no clipboard: that is a refusal. */
export function useCopy(): Copying {
  const [last, setLast] = useState<{ readonly text: string; readonly isCopied: boolean } | null>(null);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setLast({ text, isCopied: true });
      return true;
    } catch {
      setLast({ text, isCopied: false });
      return false;
    }
  };
  return {
    copied: last?.isCopied === true ? last.text : null,
    refused: last?.isCopied === false ? last.text : null,
    copy,
  };
}
