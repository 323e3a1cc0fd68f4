import { installConsoleStore } from "./console-store";
import { followAnswers } from "./follow-answers";
import { connect, followSource } from "./store-connection";

let isOpen = false;

/** Opens the store and follows what is asked of it. The first call does it, however many pages ask. */
export function openLab(): void {
  if (isOpen) return;
  isOpen = true;
  followAnswers();
  followSource();
  installConsoleStore();
  void connect();
}
