import { followAddress } from "./address/navigate";
import { recallTheme } from "./settings";

/** Wires address and theme to the state: what every page needs, and no more. Called once. */
export function startApp(): void {
  followAddress();
  recallTheme();
}
