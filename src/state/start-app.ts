import { followAddress } from "./address/navigate";
import { recallLook } from "./settings";

/** Wires address and theme to the state: what every page needs, and no more. Called once. */
export function startApp(): void {
  followAddress();
  recallLook();
}
