import { resetEdits } from "../../state/editing";
import { isCopied, isOriginalShown, showOriginal } from "../../state/own-copy";
import { useApp, useAppHandle } from "../../state/use-app";
import { OwnCopyLine } from "./own-copy-line";

/** The same of a sample, or of what a link brought, in the Lab. Starting over can be undone. Of one's own data nothing is said. */
export function LabOwnCopy() {
  const app = useAppHandle();
  const isCopy = useApp(isCopied);
  const changes = useApp((state) => state.document.edits.length);
  const isOriginal = useApp(isOriginalShown);
  if (!isCopy) return null;
  return (
    <OwnCopyLine
      changes={changes}
      isOriginalShown={isOriginal}
      onShowOriginal={(isShown) => showOriginal(app, isShown)}
      onStartOver={() => resetEdits(app)}
    />
  );
}
