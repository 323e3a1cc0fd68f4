import { installConsoleStore } from "./console-store";
import { followAnswers } from "./follow-answers";
import { followAddress } from "./navigate";
import { recallTheme } from "./settings";
import { connect } from "./store-connection";

/** Wires address, theme and answers to the state, and opens the store. Called once. */
export function startApp(): void {
  followAddress();
  recallTheme();
  followAnswers();
  installConsoleStore();
  void connect();
}
