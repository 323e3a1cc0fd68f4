import { IDBFactory } from "fake-indexeddb";
import { expect } from "vitest";
import type { App } from "../../app";
import { whenReady } from "../../connection";
import { OWN } from "../../document";
import { openLab } from "../../open-lab";
import { latestData } from "../../query";
import { eventually } from "../../testing/eventually";
import { inProcessWorker } from "../../testing/in-process-worker";
import { appOn } from "../../testing/open-app";
import { addFiles } from "../add-files";
import { draftById } from "../imports-store";

/** One size is a word, in line 4. */
export const VISITS = "user_id,size,at\n1,3,2025-01-01\n1,4,2025-01-02\n2,L,2025-01-03\n";
/** One time of paying is a word, in line 3. */
const PAYMENTS = "user_id,amount,paid,at\n1,9.5,2025-01-02,2025-01-03\n1,7,later,2025-01-04\n";

/** An app on the reader's own data, of which there is none yet, for the length of the test. */
export async function openEmpty() {
  // A browser of its own for every test: what one stores no other finds.
  globalThis.indexedDB = new IDBFactory();
  const worker = inProcessWorker();
  const app = appOn(OWN, worker);
  openLab(app);
  await whenReady(app);
  return { app, worker };
}

/** The same with both files dropped and read: as drafts `file-1` and `file-2`. */
export async function openDropped() {
  const opened = await openEmpty();
  const { app } = opened;
  addFiles(app, [new File([VISITS], "Visits.csv"), new File([PAYMENTS], "payments.csv")]);
  await checked(app, "file-1");
  await checked(app, "file-2");
  return opened;
}

/** Waits until the head and the whole of a file were read as its draft says now. */
export const checked = (app: App, id: string) =>
  eventually(() => {
    const { content, step } = draftById(app, id) ?? {};
    expect(step?.kind).toBe("open");
    expect(content?.review).toMatchObject({ status: "ready", key: content?.plan });
    expect(content?.check).toMatchObject({ status: "ready", key: content?.plan });
  });

export const planOf = (app: App, id: string) => draftById(app, id)?.content?.plan;

/** What the whole file said of its draft's plan. */
export function checkOf(app: App, id: string) {
  const content = draftById(app, id)?.content;
  return content == null ? null : latestData(content.check);
}

/** The stored groups, each with its number of rows. */
export const groupsOf = (app: App) =>
  app.state.getState().overview?.groups.map(({ definition, numRows }) => [definition.name, numRows]);
