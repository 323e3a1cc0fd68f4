import { useState } from "react";
import { MOST_ROWS_IN_A_LINK, type Share, shareLink } from "../../state/address/share";
import { toError } from "../../state/answer";
import { Button } from "../../ui/controls/button";
import { TextInput } from "../../ui/controls/text-input";
import { Dialog } from "../../ui/dialog";
import { formatNumber } from "../../ui/format-number";

/** A link to this very screen, and what it carries. */
export function ShareButton() {
  const [share, setShare] = useState<Share | { kind: "failed"; error: Error } | null>(null);
  const open = () =>
    shareLink().then(setShare, (thrown: unknown) => setShare({ kind: "failed", error: toError(thrown) }));
  return (
    <>
      <Button variant="link" onClick={() => void open()}>
        Share
      </Button>
      <Dialog open={share !== null} onClose={() => setShare(null)} title="A link to this screen" width="wide">
        {share?.kind === "link" && <Link href={share.href} rows={share.rows} />}
        {share?.kind === "no_view" && "There is nothing to share yet: bring data, or start from a sample."}
        {share?.kind === "too_many_rows" &&
          `The groups of this view have ${formatNumber(share.rows)} rows, and a link carries ${MOST_ROWS_IN_A_LINK} at most. Share the files instead, or a smaller part of them.`}
        {share?.kind === "failed" && `The link could not be made. ${share.error.message}`}
      </Dialog>
    </>
  );
}

function Link({ href, rows }: { readonly href: string; readonly rows: number }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(href).then(() => setCopied(true));
  return (
    <>
      <p>
        {rows === 0
          ? "It opens the same sample at the same step, with your edits."
          : `It carries ${formatNumber(rows)} ${rows === 1 ? "row" : "rows"} of your data, the view, this step and your edits, in the part after #, which servers do not see. Whoever has the link has the data.`}
      </p>
      <TextInput
        label="Link"
        value={href}
        onChange={() => undefined}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        <Button variant="primary" onClick={copy}>
          {isCopied ? "Copied" : "Copy the link"}
        </Button>
      </p>
    </>
  );
}
