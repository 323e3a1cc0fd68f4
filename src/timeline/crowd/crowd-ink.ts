import type { ColourToken } from "../../ui/token-colours";
import type { CrowdLook, CrowdPicture } from "./crowd-picture";

/** The name of a colour, and how much of it. */
export interface Ink {
  readonly token: ColourToken;
  readonly opacity: number;
}

const INKS: Readonly<Record<CrowdLook, Ink>> = {
  to_predict: { token: "--verdict-superseded", opacity: 1 },
  not_judged: { token: "--verdict-candidate", opacity: 1 },
  chosen: { token: "--verdict-chosen", opacity: 1 },
  leak: { token: "--leak", opacity: 1 },
  superseded: { token: "--verdict-superseded", opacity: 1 },
  not_yet_known: { token: "--verdict-not-yet-known", opacity: 1 },
  expired: { token: "--verdict-expired", opacity: 1 },
  wrong_side: { token: "--verdict-future", opacity: 1 },
  future: { token: "--verdict-future", opacity: 1 },
};

/** Next to each other, bars of what is ruled out would weigh more than what counts. */
const LIGHTER: Partial<Record<CrowdLook, Ink>> = {
  expired: { token: "--edge-strong", opacity: 0.6 },
  wrong_side: { token: "--edge-strong", opacity: 1 },
  future: { token: "--edge-strong", opacity: 1 },
};

/** What the rows of one look are drawn with. */
export function inkOf(kind: CrowdPicture["kind"], look: CrowdLook): Ink {
  return (kind === "bars" ? LIGHTER[look] : undefined) ?? INKS[look];
}
