import { useState } from "react";
import { showMessage } from "../../../state/app";
import { toError } from "../../../state/query";
import { clearOnline } from "../../../state/serving/materializing";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { countOf } from "../materialize/run-words";

/** Takes a group's rows out of the online store, once it was asked about. */
export function ClearOnline({ fgName, total }: { readonly fgName: string; readonly total: number }) {
  const app = useAppHandle();
  const [isAsking, setAsking] = useState(false);
  const clear = () => {
    setAsking(false);
    clearOnline(app, fgName).catch((error) =>
      showMessage(app, { text: `Nothing was cleared. ${toError(error).message}`, isError: true }),
    );
  };
  return (
    <>
      <Button variant="link" onClick={() => setAsking(true)}>
        Clear {fgName} …
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={`Clear ${fgName} online?`}
        actions={
          <>
            <Button variant="primary" onClick={clear}>
              Clear {countOf(total, "key")}
            </Button>
            <Button onClick={() => setAsking(false)}>Keep them</Button>
          </>
        }
      >
        A model that asks is then served nothing from {fgName}. Its history in the offline store stays as it
        is, and materializing writes the latest rows again.
      </Dialog>
    </>
  );
}
