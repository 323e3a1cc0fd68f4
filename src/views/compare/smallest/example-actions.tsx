import { useState } from "react";
import { exampleUrl } from "../../../state/compare/smallest";
import { useApp } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { formatNumber } from "../../../ui/format-number";
import type { SmallestExample } from "../../../worker/compare/compare-results";
import styles from "./smallest-dialog.module.css";

/** What was to be copied, and whether it was. */
interface Copy {
  readonly text: string;
  readonly isCopied: boolean;
}

/** Ways to hand an example on: open it, or copy it as a link, a test or a query. */
export function ExampleActions({ example }: { readonly example: SmallestExample }) {
  const theme = useApp((state) => state.route.theme);
  const size = useApp((state) => state.route.size);
  const url = exampleUrl(example, { theme, size });
  const link = `${window.location.href.replace(/#.*/s, "")}#${url}`;
  const [last, setLast] = useState<Copy | null>(null);
  // Over plain HTTP there is no clipboard at all.
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setLast({ text, isCopied: true });
    } catch {
      setLast({ text, isCopied: false });
    }
  };
  const copies = [
    { label: `Copy link, ${sizeOf(link)}`, text: link },
    { label: "Copy as pytest", text: example.pytest },
    { label: "Copy as SQL", text: example.sql },
  ];
  const failed = copies.find(({ text }) => last?.text === text && !last.isCopied);
  return (
    <div className={styles.actions}>
      <ButtonLink variant="primary" href={`#${url}`}>
        Open it
      </ButtonLink>
      {copies.map(({ label, text }) => (
        <Button key={label} className={styles.copy} onClick={() => void copy(text)}>
          {last?.text === text && last.isCopied ? "Copied" : label}
        </Button>
      ))}
      <p className={styles.said} role="status">
        {failed !== undefined && "This browser does not let the page copy: press Ctrl+C in the field."}
      </p>
      {failed !== undefined && (
        <textarea
          className={styles.text}
          aria-label={failed.label}
          rows={6}
          readOnly
          value={failed.text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}

/** How long a text is: `612 bytes`, `1.3 kB`. */
function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1000 ? `${bytes} bytes` : `${formatNumber(bytes / 1000, { decimals: 1 })} kB`;
}
