import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  GONE_AFTER_MS,
  type LinkedScreen,
  type LinkMessage,
  readLinkMessage,
  type Stamp,
  WindowLink,
} from "./window-link";

type Message = LinkMessage<string>;

/** Windows without a browser: what one says waits until it is delivered to all others. */
function room() {
  const windows = new Map<string, FakeWindow>();
  const waiting: Message[] = [];
  interface FakeWindow {
    link: WindowLink<string>;
    shown: string;
    plan: string;
  }
  function open(
    id: string,
    screen: LinkedScreen,
    {
      shown = "question",
      stamp = { revision: 0, by: "" } as Stamp,
      plan = "ten",
      left = null as string | null,
    } = {},
  ): FakeWindow {
    const fake: FakeWindow = {
      shown,
      plan,
      link: new WindowLink<string>({
        ...{ plan, id, screen, stamp, left, state: shown },
        send: (message) => waiting.push(structuredClone(message)),
        onState: (state) => {
          fake.shown = state;
        },
        onPlan: (to, state) => {
          fake.plan = to;
          fake.shown = state;
        },
      }),
    };
    windows.set(id, fake);
    return fake;
  }
  const close = (id: string) => windows.delete(id);
  const deliver = (nowMs = 0) => {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift())
      for (const { link } of windows.values()) link.receive(message, nowMs);
  };
  const change = (fake: FakeWindow, shown: string) => {
    fake.shown = shown;
    fake.link.change(shown);
  };
  return { open, close, deliver, change, waiting, windows };
}

test("what is changed in one window is shown in the other, both ways", () => {
  const { open, deliver, change } = room();
  const projector = open("a", "projector");
  const speaker = open("b", "speaker");
  change(projector, "vote");
  deliver();
  expect(speaker.shown).toBe("vote");
  change(speaker, "black");
  deliver();
  expect(projector.shown).toBe("black");
});

test("a window that is opened later gets what is shown, and changes nothing", () => {
  const { open, deliver, change } = room();
  const projector = open("b", "projector");
  change(projector, "reveal");
  deliver();
  const speaker = open("a", "speaker");
  speaker.link.greet();
  deliver();
  expect([projector.shown, speaker.shown]).toEqual(["reveal", "reveal"]);
});

test("a window that was loaded again is as far as it was, and hears of what it has missed", () => {
  const { open, close, deliver, change } = room();
  const projector = open("a", "projector");
  const speaker = open("b", "speaker");
  change(projector, "vote");
  deliver();
  close("a");
  change(speaker, "counted");
  deliver();
  const again = open("c", "projector", { shown: "vote", stamp: projector.link.stamp });
  again.link.greet();
  deliver();
  expect(again.shown).toBe("counted");
});

test("where the one that was there is behind, it asks the one that greets", () => {
  const { open, deliver, change } = room();
  const behind = open("a", "projector");
  const ahead = open("b", "speaker", { shown: "talk", stamp: { revision: 7, by: "b" } });
  ahead.link.greet();
  deliver();
  expect(behind.shown).toBe("talk");
  change(behind, "vote again");
  deliver();
  expect(ahead.shown).toBe("vote again");
});

test("of two changes made at once one wins, the same in both windows", () => {
  const { open, deliver, change } = room();
  const projector = open("a", "projector");
  const speaker = open("b", "speaker");
  change(projector, "next");
  change(speaker, "black");
  deliver();
  expect([projector.shown, speaker.shown]).toEqual(["black", "black"]);
});

test("windows of another plan are another class", () => {
  const { open, deliver, change } = room();
  const ten = open("a", "projector");
  const twenty = open("b", "projector", { plan: "twenty" });
  change(ten, "vote");
  twenty.link.greet();
  deliver();
  expect(twenty.shown).toBe("question");
  expect(ten.link.others(0)).toEqual(new Set());
});

test("the class goes on with another plan, in all its windows", () => {
  const { open, deliver } = room();
  const projector = open("a", "projector");
  const speaker = open("b", "speaker");
  speaker.link.goToPlan("twenty", "its question");
  deliver();
  expect([projector.plan, projector.shown]).toEqual(["twenty", "its question"]);
});

test("who has missed that is told when it greets", () => {
  const { open, deliver } = room();
  open("b", "speaker", { plan: "twenty", shown: "its question", left: "ten" });
  const late = open("a", "projector");
  late.link.greet();
  deliver();
  expect([late.plan, late.shown]).toEqual(["twenty", "its question"]);
});

test("a window is gone when it takes leave, and when it is not heard of any more", () => {
  const { open, deliver } = room();
  const projector = open("a", "projector");
  const speaker = open("b", "speaker");
  projector.link.greet();
  deliver(1000);
  expect(speaker.link.others(1000)).toEqual(new Set(["projector"]));
  expect(speaker.link.others(1000 + GONE_AFTER_MS)).toEqual(new Set(["projector"]));
  expect(speaker.link.others(1001 + GONE_AFTER_MS)).toEqual(new Set());
  projector.link.greet();
  projector.link.leave();
  deliver(9000);
  expect(speaker.link.others(9000)).toEqual(new Set());
});

test("whatever is lost, doubled or late: after one greeting of each the windows show the same", () => {
  const ids = ["a", "b", "c"] as const;
  const events = fc.array(
    fc.record({ by: fc.constantFrom(...ids), lost: fc.boolean(), doubled: fc.boolean(), late: fc.boolean() }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(events, (list) => {
      const { open, deliver, change, waiting, windows } = room();
      for (const id of ids) open(id, id === "a" ? "projector" : "speaker");
      const kept: Message[] = [];
      list.forEach(({ by, lost, doubled, late }, i) => {
        const fake = windows.get(by);
        if (fake === undefined) return;
        change(fake, `change ${i}`);
        const message = waiting.pop();
        if (message === undefined || lost) return;
        if (late) kept.push(message);
        else waiting.push(message, ...(doubled ? [message] : []));
        deliver();
      });
      waiting.push(...kept.reverse());
      deliver();
      for (const { link } of windows.values()) link.greet();
      deliver();
      expect(new Set([...windows.values()].map(({ shown }) => shown)).size).toBe(1);
    }),
  );
});

test("what comes from elsewhere is no message", () => {
  const stamp = { revision: 3, by: "a" };
  const ours = { app: "microfs.present", plan: "ten", from: "a", screen: "speaker", stamp };
  const read = (data: unknown) =>
    readLinkMessage(data, (state) => (typeof state === "string" ? state : null));
  expect(read({ ...ours, kind: "state", state: "vote" })).toEqual({ ...ours, kind: "state", state: "vote" });
  expect(read({ ...ours, kind: "hello", more: 1 })).toEqual({ ...ours, kind: "hello" });
  for (const other of [
    null,
    "hello",
    { kind: "hello" },
    { ...ours, app: "other", kind: "hello" },
    { ...ours, kind: "wave" },
    { ...ours, kind: "state", state: 7 },
    { ...ours, kind: "plan", state: "vote" },
    { ...ours, kind: "hello", screen: "cards" },
    { ...ours, kind: "hello", stamp: { revision: "3", by: "a" } },
    { ...ours, kind: "hello", stamp: null },
  ])
    expect(read(other)).toBeNull();
});
