import { expect, test } from "vitest";
import { latestData, type Query, query } from "./query";

interface Key {
  of: string;
}

/** A query whose fetches are answered by hand, in any order. */
function tried(keepsLatest?: (before: Key, next: Key) => boolean) {
  let state: Query<Key, string> = { status: "idle" };
  const fetches: {
    key: Key;
    signal: AbortSignal;
    answer: (data: string) => void;
    fail: (e: unknown) => void;
  }[] = [];
  const handle = query<Key, string>({
    read: () => state,
    write: (now) => {
      state = now;
    },
    fetch: (key, signal) =>
      new Promise((answer, fail) => {
        fetches.push({ key, signal, answer, fail });
      }),
    keepsLatest,
  });
  return { handle, fetches, now: () => state };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("the same key is fetched once, also while it is under way", async () => {
  const { handle, fetches, now } = tried();
  handle.ensure({ of: "a" });
  handle.ensure({ of: "a" });
  fetches[0]?.answer("A");
  await settled();
  handle.ensure({ of: "a" });
  expect(fetches).toHaveLength(1);
  expect(now()).toEqual({ status: "ready", key: { of: "a" }, data: "A" });
});

test("a newer key cancels the older one, whose late data is dropped", async () => {
  const { handle, fetches, now } = tried();
  for (const name of ["a", "b", "c", "d", "e"]) handle.ensure({ of: name });
  expect(fetches.map(({ signal }) => signal.aborted)).toEqual([true, true, true, true, false]);
  fetches[4]?.answer("E");
  await settled();
  fetches[0]?.answer("A");
  fetches[1]?.fail(new Error("too late"));
  await settled();
  expect(now()).toEqual({ status: "ready", key: { of: "e" }, data: "E" });
});

test("the latest data can be shown while the next is fetched, but not as data of another kind", async () => {
  const { handle, fetches, now } = tried((before, next) => before.of[0] === next.of[0]);
  handle.ensure({ of: "a1" });
  fetches[0]?.answer("A1");
  await settled();
  handle.ensure({ of: "a2" });
  expect(latestData(now())).toBe("A1");
  handle.ensure({ of: "b1" });
  expect(latestData(now())).toBeNull();
});

test("a failure is an error of its own, whatever was thrown, and the same key is not asked again unbidden", async () => {
  const { handle, fetches, now } = tried();
  handle.ensure({ of: "a" });
  fetches[0]?.fail("no");
  await settled();
  expect(now()).toMatchObject({ status: "failed", error: new Error("no") });
  handle.ensure({ of: "a" });
  expect(fetches).toHaveLength(1);
  handle.refetch({ of: "a" });
  expect(fetches).toHaveLength(2);
});

test("data that is there already is taken over, and nothing is fetched for it", () => {
  const { handle, fetches, now } = tried();
  handle.put({ of: "a" }, "A");
  handle.ensure({ of: "a" });
  expect(fetches).toHaveLength(0);
  expect(latestData(now())).toBe("A");
});

test("after a reset nothing is there and nobody waits", async () => {
  const { handle, fetches, now } = tried();
  handle.ensure({ of: "a" });
  handle.reset();
  expect(fetches[0]?.signal.aborted).toBe(true);
  fetches[0]?.answer("A");
  await settled();
  expect(now()).toEqual({ status: "idle" });
});

test("what is cancelled fails as that, is not fetched again by itself, and is when told", async () => {
  const { handle, fetches, now } = tried();
  handle.ensure({ of: "a" });
  handle.cancel();
  expect(now()).toMatchObject({ status: "failed", key: { of: "a" }, error: { name: "AbortError" } });
  expect(fetches[0]?.signal.aborted).toBe(true);
  handle.ensure({ of: "a" });
  expect(fetches).toHaveLength(1);
  handle.refetch({ of: "a" });
  fetches[1]?.answer("A");
  await settled();
  handle.cancel();
  expect(now()).toEqual({ status: "ready", key: { of: "a" }, data: "A" });
});
