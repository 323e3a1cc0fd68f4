import type { App } from "./app";
import { connect, followDataset } from "./connection";
import { followTraining } from "./training-queries";

/** Opens the store and follows what is looked at. The first call does it, however many pages of an app ask. */
export function openLab(app: App): void {
  app.part(opened);
}

function opened(app: App): void {
  followTraining(app);
  followDataset(app);
  void connect(app);
}
