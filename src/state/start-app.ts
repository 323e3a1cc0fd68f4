import { installConsoleStore } from "./console-store";
import { followAnswers } from "./follow-answers";
import { followAddress } from "./navigate";
import { followTheme } from "./settings";
import { connect } from "./store-connection";

/** Wires address, theme and answers to the state, and opens the store. Called once. */
export function startApp(): void {
  followAddress();
  followTheme();
  followAnswers();
  installConsoleStore();
  void connect();
}
