import { describe, expect, test } from "vitest";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import type { App } from "../app";
import { offlineChanged, storeOf } from "../connection";
import { newDocument } from "../document";
import { eventually } from "../testing/eventually";
import { sampleOf } from "../testing/open-app";
import { addText } from "./add-files";
import { correctColumn, correctGroup, readLike } from "./correct-draft";
import { draftById, importsStore, shownInData } from "./imports-store";
import { cancelStoring, storeDraft } from "./store-draft";
import { storingObstacle } from "./storing-obstacle";
import { checked, groupsOf, openDropped } from "./testing/open-dropped";

function obstacleOf(app: App, id: string) {
  const draft = draftById(app, id);
  if (draft?.content == null) return undefined;
  return storingObstacle(draft.content, draft.group, app.state.getState().overview?.groups ?? []);
}

describe("storing", () => {
  test("makes the group and reports the rows that were rejected", async () => {
    const { app } = await openDropped();
    correctColumn(app, "file-1", "size", { type: "int64" });
    await storeDraft(app, "file-1");
    expect(groupsOf(app)).toEqual([["visits", 2]]);
    expect(draftById(app, "file-1")?.step).toMatchObject({
      kind: "stored",
      report: {
        fgName: "visits",
        inserted: 2,
        duplicates: 0,
        rejected: [{ line: 4, column: "size", value: "L" }],
      },
    });
  });

  test("under the name of a group of another shape is refused, and leaves that group as it was", async () => {
    const { app } = await openDropped();
    await storeDraft(app, "file-1");
    correctGroup(app, "file-2", { name: " visits " });
    expect(obstacleOf(app, "file-2")).toBe("There is a group “visits” of another shape.");
    await storeDraft(app, "file-2");
    expect(draftById(app, "file-2")?.step).toMatchObject({
      kind: "open",
      failure: { code: "feature_group_exists" },
    });
    expect(groupsOf(app)).toEqual([["visits", 3]]);
    correctGroup(app, "file-2", { name: "payments" });
    await checked(app, "file-2");
    expect(obstacleOf(app, "file-2")).toBeNull();
  });

  test("a file that is read like a stored group adds to it the rows that it has not already", async () => {
    const { app } = await openDropped();
    await storeDraft(app, "file-1");
    // Its sizes are all numbers, where the group's are text, and the group has no notes.
    addText(app, "user_id,size,at,note\n1,3,2025-01-01,a\n3,5,2025-01-04,b\n", "sightings");
    await checked(app, "file-3");
    correctGroup(app, "file-3", { name: "visits" });
    expect(obstacleOf(app, "file-3")).toBe("There is a group “visits” of another shape.");
    const [visits] = app.state.getState().overview?.groups ?? [];
    if (visits === undefined) throw new Error("visits was not stored");
    readLike(app, "file-3", visits);
    await checked(app, "file-3");
    expect(obstacleOf(app, "file-3")).toBeNull();
    await storeDraft(app, "file-3");
    expect(draftById(app, "file-3")?.step).toMatchObject({ report: { inserted: 1, duplicates: 1 } });
    expect(groupsOf(app)).toEqual([["visits", 4]]);
  });

  test("that is cancelled leaves no group, and the draft to be stored again", async () => {
    const { app, worker } = await openDropped();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    worker.hold("importCsv", held);
    const storing = storeDraft(app, "file-1");
    cancelStoring(app, "file-1");
    expect(draftById(app, "file-1")?.step).toMatchObject({ kind: "storing", isCancelled: true });
    release();
    await storing;
    expect(draftById(app, "file-1")?.step).toEqual({ kind: "open", failure: null });
    expect(groupsOf(app)).toEqual([]);
  });
});

describe("a report", () => {
  test("goes with its group, and does not come back with another of that name", async () => {
    const { app } = await openDropped();
    await storeDraft(app, "file-1");
    await storeOf(app).deleteFeatureGroup("visits");
    await offlineChanged(app);
    expect(draftById(app, "file-1")).toBeUndefined();
    correctGroup(app, "file-2", { name: "visits" });
    await storeDraft(app, "file-2");
    expect(
      app
        .part(importsStore)
        .getState()
        .drafts.map(({ id }) => id),
    ).toEqual(["file-2"]);
  });

  test("of one's own data is not shown over a link's, though that has a group of its name", async () => {
    const { app } = await openDropped();
    await storeDraft(app, "file-1");
    const [activity] = DEMO_SAMPLE.groups;
    if (activity === undefined) throw new Error("the demo has groups");
    const groups = [{ ...activity, definition: { ...activity.definition, name: "visits" } }];
    const linked = sampleOf({ ...DEMO_SAMPLE, groups, view: { name: "v", labelFg: "visits", joins: [] } });
    app.state.setState({ document: newDocument("linked", linked) });
    await eventually(() => expect(groupsOf(app)).toEqual([["visits", 4]]));
    const imports = app.part(importsStore).getState();
    expect(shownInData(app.state.getState(), { ...imports, selectedId: "file-1" })).toMatchObject({
      kind: "draft",
      draft: { id: "file-2" },
    });
  });
});
