import { followAddress } from "./address/navigate";
import { recallLook } from "./settings";

/** Wires address and theme to the state: what every page needs, and no more. Called once; resolves when the address was read. */
export async function startApp(): Promise<void> {
  recallLook();
  await followAddress().opened;
}
