import { type ReactNode, useState } from "react";
import { connect, startOver } from "../../state/connection";
import { storeNameOf } from "../../state/document";
import { useApp, useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { Dialog } from "../../ui/dialog";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Notice } from "../../ui/feedback/notice";
import { MissingPartError } from "../../worker/missing-part";

/** Shows its children once the store is open, and else what is the matter and what to do. */
export function ConnectionGate({ children }: { readonly children: ReactNode }) {
  const app = useAppHandle();
  const connection = useApp((state) => state.connection);
  switch (connection.status) {
    case "opening":
      return <LoadingLine>Opening the store in this browser …</LoadingLine>;
    case "lost":
      return (
        <Notice
          kind="error"
          title="The store was closed."
          actions={<Button onClick={() => void connect(app)}>Open it again</Button>}
        >
          Another tab, or the browser, has closed the database. What was stored is still there.
        </Notice>
      );
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
      <Notice kind="error" title="The store cannot be opened." actions={actions}>
        {error.message}
      </Notice>
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
