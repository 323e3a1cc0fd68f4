import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";
import { showMessage } from "../../state/app";
import { toggleFullView } from "../../state/full-view";
import { useAppHandle } from "../../state/use-app";
import { keyAction } from "../../terms/keymap";
import { Button } from "../../ui/controls/button";
import { useScopeKeys } from "../../ui/keys/key-scope";
import type { HelpDialogProps } from "./help-dialog";

const TITLE = "Legend, keys and look";

// Home must be there within a second: what `?` opens comes when it is first asked for.
const HelpDialog = lazy(async (): Promise<{ default: ComponentType<HelpDialogProps> }> => {
  try {
    return { default: (await import("./help-dialog")).HelpDialog };
  } catch {
    return { default: NoHelp };
  }
});

/** `?`: the legend, the look, and all keys. The key of that name opens it from anywhere but a text field. */
export function HelpButton() {
  const [isOpen, setOpen] = useState(false);
  const [isAskedFor, setAskedFor] = useState(false);
  const open = () => {
    setAskedFor(true);
    setOpen(true);
  };
  usePageKeys(open);
  return (
    <>
      <Button variant="link" aria-label={TITLE} aria-keyshortcuts="?" onClick={open}>
        ?
      </Button>
      {isAskedFor && (
        <Suspense>
          <HelpDialog title={TITLE} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** In place of a dialog that could not be loaded. */
function NoHelp() {
  const app = useAppHandle();
  useEffect(() => {
    showMessage(app, {
      text: "The legend and the keys could not be loaded. Load the page again.",
      isError: true,
    });
  }, [app]);
  return null;
}

/** The keys that act on every page. */
function usePageKeys(onHelp: () => void): void {
  const app = useAppHandle();
  useScopeKeys((event) => {
    const action = keyAction("page", event);
    if (action === null) return;
    event.preventDefault();
    if (action === "help") onHelp();
    else toggleFullView(app);
  });
}
