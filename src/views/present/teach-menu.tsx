import { type ReactNode, useState } from "react";
import { showMessage } from "../../state/app";
import { OWN } from "../../state/document";
import { type MadeStep, presentStep } from "../../state/present/use-step";
import { toError } from "../../state/query";
import { phoneLinkTo } from "../../state/share";
import { useAppHandle } from "../../state/use-app";
import { MenuButton, type MenuItem } from "../../ui/controls/menu-button";
import { Dialog } from "../../ui/dialog";
import { QrScreen } from "../qr/qr-screen";
import { EmbedOffer, type EmbedOfferProps } from "../take-home/embed-offer";
import { AddDialog, PresentDialog } from "./teaching-dialog";

export interface TeachMenuProps {
  /** Makes a step of a plan of what is on the screen; `null` where there is nothing to be presented. */
  readonly make: () => MadeStep | null | Promise<MadeStep | null>;
  /** Where it stands as a worksheet, or what leads there. */
  readonly worksheet?: string | (() => void) | null;
  /** The dialog that saves its steps as slides. */
  readonly slides?: ((onClose: () => void) => ReactNode) | null;
  /** The dialog that makes a lesson of it. */
  readonly lesson?: ((onClose: () => void) => ReactNode) | null;
  /** Whether its address alone leads a phone there, and so can stand on the screen as a code. */
  readonly hasCode?: boolean;
  /** What stands in a frame of somebody's own page. */
  readonly embed?: EmbedOfferProps | null;
}

type Opened =
  | { readonly what: "present" | "add"; readonly made: MadeStep }
  | { readonly what: "slides" | "lesson" | "embed" }
  | { readonly what: "code"; readonly href: string };

/** All that somebody who teaches does with what is on the screen. What cannot be done with it is not offered. */
export function TeachMenu(props: TeachMenuProps) {
  const { make, worksheet = null, slides = null, lesson = null, hasCode, embed = null } = props;
  const app = useAppHandle();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
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
  const items: readonly (MenuItem | false)[] = [
    {
      label: "Present this",
      help: "full screen, for a class",
      onUse: () => void withStep(present),
    },
    {
      label: "Add to my plan",
      help: "as a step of your own class",
      onUse: () => void withStep((made) => setOpened({ what: "add", made })),
    },
    worksheet !== null && {
      label: "Worksheet",
      help: "to print, with its key",
      ...(typeof worksheet === "string" ? { href: worksheet } : { onUse: worksheet }),
    },
    slides !== null && {
      label: "Save as slides",
      help: "this step or all of this row, as pictures",
      onUse: () => setOpened({ what: "slides" }),
    },
    lesson !== null && {
      label: "Save as a lesson",
      help: "a file to go on with, and to give away",
      onUse: () => setOpened({ what: "lesson" }),
    },
    hasCode === true && {
      label: "QR code",
      help: "leads phones here",
      onUse: () => setOpened({ what: "code", href: phoneLinkTo(app, OWN, []) }),
    },
    embed !== null && {
      label: "Embed",
      help: "live, in a page of your own",
      onUse: () => setOpened({ what: "embed" }),
    },
  ];
  return (
    <>
      <MenuButton label="Teach with this" items={items.filter((item) => item !== false)} />
      {opened?.what === "present" && <PresentDialog made={opened.made} onClose={close} />}
      {opened?.what === "add" && <AddDialog made={opened.made} onClose={close} />}
      {opened?.what === "slides" && slides?.(close)}
      {opened?.what === "lesson" && lesson?.(close)}
      {opened?.what === "code" && <QrScreen href={opened.href} onClose={close} />}
      {embed !== null && (
        <Dialog open={opened?.what === "embed"} onClose={close} title="Embed this timeline" width="wide">
          <EmbedOffer {...embed} />
        </Dialog>
      )}
    </>
  );
}
