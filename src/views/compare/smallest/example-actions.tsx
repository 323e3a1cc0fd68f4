import { exampleUrl } from "../../../state/compare/smallest";
import { addressOf } from "../../../state/route/address-of";
import { useApp } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { useCopy } from "../../../ui/controls/use-copy";
import { formatNumber } from "../../../ui/format-number";
import type { SmallestExample } from "../../../worker/compare/compare-results";
import styles from "./smallest-dialog.module.css";

/** What was to be copied, and whether it was. */
/** Ways to hand an example on: open it, or copy it as a link, a test or a query. */
export function ExampleActions({ example }: { readonly example: SmallestExample }) {
  const theme = useApp((state) => state.route.theme);
  const size = useApp((state) => state.route.size);
  const url = exampleUrl(example, { theme, size });
  const link = addressOf(url);
  const { copied, refused, copy } = useCopy();
  const copies = [
    { label: `Copy link, ${sizeOf(link)}`, text: link },
    { label: "Copy as pytest", text: example.pytest },
    { label: "Copy as SQL", text: example.sql },
  ];
  const failed = copies.find(({ text }) => refused === text);
  return (
    <div className={styles.actions}>
      <ButtonLink variant="primary" href={`#${url}`}>
        Open it
      </ButtonLink>
      {copies.map(({ label, text }) => (
        <Button key={label} className={styles.copy} onClick={() => void copy(text)}>
          {copied === text ? "Copied" : label}
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
