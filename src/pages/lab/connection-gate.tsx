import { type ReactNode, useState } from "react";
import type { Found } from "../../state/app";
import { connect, startOver } from "../../state/connection";
import { storeNameOf } from "../../state/document";
import { useApp, useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { Dialog } from "../../ui/dialog";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Notice } from "../../ui/feedback/notice";
import { countOf } from "../../ui/format-number";
import { MissingPartError } from "../../worker/missing-part";

/** Shows its children once the store is open, and else what is the matter and what to do. */
export function ConnectionGate({ children }: { readonly children: ReactNode }) {
  const connection = useApp((state) => state.connection);
  switch (connection.status) {
    case "opening":
      return <LoadingLine>Opening the store in this browser …</LoadingLine>;
    case "lost":
      return <Lost found={connection.found} />;
    case "failed":
      if (connection.error instanceof MissingPartError) return <Missing error={connection.error} />;
      return <Unreadable error={connection.error} />;
    case "ready":
      return children;
  }
}

/** Nothing is the matter with what is stored, so nothing is offered that deletes it. */
function Missing({ error }: { readonly error: MissingPartError }) {
  return (
    <Notice
      kind="error"
      title={error.message}
      actions={<Button onClick={() => window.location.reload()}>Reload</Button>}
    >
      There is no network, or a newer version has taken its place. What you have stored is untouched.
    </Notice>
  );
}

/** What is left of a store that was closed under us, and the way on. */
function Lost({ found }: { readonly found: Found | null }) {
  const app = useAppHandle();
  const isOwn = useApp((state) => state.document.dataset.kind === "own");
  if (found === null) return <LoadingLine>The store was closed. Looking what is there still …</LoadingLine>;
  const isGone = found.kind === "gone" || (found.kind === "stored" && found.groups === 0);
  return (
    <div role="alert">
      <EmptyState
        size="page"
        headline={isGone ? "What was stored here is gone." : "The store was closed."}
        actions={
          <Button variant="primary" onClick={() => void connect(app)}>
            {isGone && isOwn ? "Begin with an empty store" : "Open it again"}
          </Button>
        }
      >
        {lostWords(found, isGone, isOwn)}
      </EmptyState>
    </div>
  );
}

function lostWords(found: Found, isGone: boolean, isOwn: boolean): string {
  if (isGone)
    return `This site’s data was deleted: in the browser’s settings, in another tab, or by the browser itself for want of room. ${
      isOwn ? "Your files are untouched on your disk: drop them again." : "The link brings its data with it."
    }`;
  if (found.kind === "stored")
    return `Another tab, or the browser, has closed the database. ${countOf(found.groups, "group")} with ${countOf(found.rows, "row")} ${found.groups === 1 ? "is" : "are"} still stored.`;
  return `Another tab, or the browser, has closed the database, and what is left of it could not be looked at. ${
    found.kind === "unknown" ? found.error.message : ""
  }`;
}

function Unreadable({ error }: { readonly error: Error }) {
  const app = useAppHandle();
  const [isConfirming, setConfirming] = useState(false);
  const storeName = useApp((state) => storeNameOf(state.document.dataset));
  const actions = (
    <>
      <Button onClick={() => void connect(app)}>Try again</Button>
      <Button onClick={() => setConfirming(true)}>Start over …</Button>
    </>
  );
  return (
    <>
      <div role="alert">
        <EmptyState size="page" headline="The store cannot be opened." actions={actions}>
          {error.message}
        </EmptyState>
      </div>
      <Dialog
        open={isConfirming}
        onClose={() => setConfirming(false)}
        title="Delete what is stored?"
        actions={
          <Button variant="primary" onClick={() => void startOver(app)}>
            Delete “{storeName}” and start over
          </Button>
        }
      >
        Everything that this browser keeps for microFS is deleted: groups, rows, views and the online store.
        Files that you brought are untouched on your disk. This cannot be undone.
      </Dialog>
    </>
  );
}
