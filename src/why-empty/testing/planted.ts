import type { FeatureStore, Rows } from "../../microfs";
import type { FeatureGroupDefinition, JoinDefinition } from "../../microfs/core";
import { openFresh } from "../../microfs/testing/open-fresh";
import type { InPieces } from "../joined-view";
import { type WhyEmpty, whyEmpty } from "../why-empty";

/** Hours after 1 May 2025, UTC, as text. */
export function hour(hours: number): string {
  return new Date(Date.UTC(2025, 4, 1) + hours * 3_600_000).toISOString();
}

export interface Planted {
  /** Of each prediction: the user, and when, hours. */
  readonly asks: readonly (readonly [user: string | null, at: number | string | Date])[];
  /** Of each row of usage: the user, when, hours, its value, and when it became known. */
  readonly usage: readonly (readonly [
    user: string,
    at: number | string | Date,
    n?: number | null,
    known?: number,
  ])[];
  readonly group?: Partial<FeatureGroupDefinition>;
  readonly join?: Partial<JoinDefinition>;
  /** More groups that are joined on the same column, each with the users that it has a row of at midnight. */
  readonly others?: Readonly<Record<string, readonly string[]>>;
  /** What their joins have for a TTL. */
  readonly otherTtl?: string;
  /** More columns of the predictions, each a text per row. */
  readonly more?: Readonly<Record<string, readonly string[]>>;
}

/** A store with predictions joined with usage, one value a row. */
export async function planted({
  asks,
  usage,
  group,
  join,
  others = {},
  otherTtl,
  more = {},
}: Planted): Promise<FeatureStore> {
  const store = await openFresh();
  const text = (at: number | string | Date) => (typeof at === "number" ? hour(at) : at);
  const hasKnown = usage.some(([, , , known]) => known !== undefined);
  const columns = Object.fromEntries(Object.keys(more).map((name) => [name, "string" as const]));
  await store.createFeatureGroup({
    name: "asks",
    schema: { id: "int64", user: "string", at: "timestamp", ...columns },
    primaryKeys: ["id"],
    eventTime: "at",
  });
  await store.createFeatureGroup({
    name: "usage",
    schema: { user: "string", at: "timestamp", n: "int64", ...(hasKnown && { known: "timestamp" as const }) },
    primaryKeys: ["user"],
    eventTime: "at",
    ...(hasKnown && { createdTime: "known" }),
    ...group,
  });
  const asked: Rows = asks.map(([user, at], id) => ({
    id,
    user,
    at: text(at),
    ...Object.fromEntries(Object.entries(more).map(([name, texts]) => [name, texts[id] ?? null])),
  }));
  await store.insert("asks", asked);
  await store.insert(
    "usage",
    usage.map(([user, at, n = 1, known]) => ({
      user,
      at: text(at),
      n,
      ...(hasKnown && { known: hour(known ?? Number(at)) }),
    })),
  );
  for (const [name, users] of Object.entries(others)) {
    await store.createFeatureGroup({
      name,
      schema: { user: "string", at: "timestamp", n: "int64" },
      primaryKeys: ["user"],
      eventTime: "at",
    });
    await store.insert(
      name,
      users.map((user) => ({ user, at: hour(0), n: 1 })),
    );
  }
  await store.createFeatureView({
    name: "view",
    labelFg: "asks",
    joins: [
      { fgName: "usage", on: ["user"], features: ["n"], ...join },
      ...Object.keys(others).map((fgName) => ({
        fgName,
        on: ["user"],
        features: ["n"],
        ...(otherTtl !== undefined && { ttl: otherTtl }),
      })),
    ],
  });
  return store;
}

/** Why the view's cells are empty, without a pause. */
export async function explained(store: FeatureStore): Promise<WhyEmpty> {
  const view = await store.checkedView("view");
  return toEnd(
    whyEmpty(view, (name) => {
      const group = store.featureGroups.get(name);
      if (group === undefined) throw new RangeError(`there must be a group ${name}`);
      return group;
    }),
  );
}

/** Work that is done without a pause. */
export function toEnd<T>(work: InPieces<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
