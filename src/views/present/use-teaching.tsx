import { type ReactNode, useState } from "react";
import { showMessage } from "../../state/app";
import { type MadeStep, presentStep } from "../../state/present/use-step";
import { toError } from "../../state/query";
import { useAppHandle } from "../../state/use-app";
import { type Tool, ToolMenu } from "../train/tools/tool-menu";
import { AddDialog, PresentDialog } from "./teaching-dialog";

/** Makes a step of a plan of what is on the screen; `null` where there is nothing to be presented. */
export type MakeStep = () => MadeStep | null | Promise<MadeStep | null>;

/** What somebody who teaches does with what is on the screen, as tools, and the dialog that they open. */
export function useTeaching(make: MakeStep): { readonly tools: readonly Tool[]; readonly dialog: ReactNode } {
  const app = useAppHandle();
  const [opened, setOpened] = useState<{ readonly what: "present" | "add"; readonly made: MadeStep } | null>(
    null,
  );
  const withStep = async (use: (made: MadeStep) => void) => {
    try {
      const made = await make();
      if (made === null)
        showMessage(app, { text: "There is no step on the screen yet: open one first.", isError: true });
      else use(made);
    } catch (error) {
      showMessage(app, { text: toError(error).message, isError: true });
    }
  };
  const present = (made: MadeStep) =>
    made.rows > 0 ? setOpened({ what: "present", made }) : presentStep(app, made.step);
  const close = () => setOpened(null);
  return {
    tools: [
      { label: "Present this", onUse: () => void withStep(present) },
      { label: "Add to my plan", onUse: () => void withStep((made) => setOpened({ what: "add", made })) },
    ],
    dialog:
      opened === null ? null : opened.what === "add" ? (
        <AddDialog made={opened.made} onClose={close} />
      ) : (
        <PresentDialog made={opened.made} onClose={close} />
      ),
  };
}

/** The same behind one button. */
export function TeachMenu({ make }: { readonly make: MakeStep }) {
  const { tools, dialog } = useTeaching(make);
  return (
    <>
      <ToolMenu label="Teach with this" tools={tools} />
      {dialog}
    </>
  );
}
